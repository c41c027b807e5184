import type { Field, FieldValue } from '../field/field.ts'

/** What every editor takes. A value that cannot be read is not given on: `onProblem` says why, until it is mended. */
export type EditorProps = {
  id: string
  field: Field
  value: FieldValue | undefined
  onChange: (value: FieldValue) => void
  onProblem?: (message: string | null) => void
  today: string
  invalid?: boolean
  describedBy?: string
}
