import { BooleanEditor, DecimalEditor, LongTextEditor, TextEditor } from './text-editors.tsx'
import { DateEditor } from './date-editor.tsx'
import { ChoiceEditor, ReferenceEditor } from './reference-editor.tsx'
import type { FieldKind } from '../field/field.ts'
import type { EditorProps } from './editor.ts'

/** One editor a kind. A new kind is added here and nowhere else in the forms. */
const editors: Readonly<Record<FieldKind, (props: EditorProps) => React.JSX.Element>> = {
  text: TextEditor,
  longText: LongTextEditor,
  date: DateEditor,
  choice: ChoiceEditor,
  boolean: BooleanEditor,
  decimal: DecimalEditor,
  reference: ReferenceEditor,
}

export function FieldEditor(props: EditorProps): React.JSX.Element {
  const Editor = editors[props.field.kind]
  return <Editor {...props} />
}
