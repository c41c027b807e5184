import { useState } from 'react'
import { readText } from '../field/read-text.ts'
import { editableText, showValue } from '../field/show-value.ts'
import { Checkbox } from '../control/checkbox.tsx'
import type { EditorProps } from './editor.ts'

function asText(props: EditorProps): string {
  return typeof props.value === 'string' ? props.value : ''
}

export function TextEditor(props: EditorProps): React.JSX.Element {
  const { id, field, onChange, invalid, describedBy } = props
  return (
    <div className="input-box">
      <input
        id={id}
        value={asText(props)}
        maxLength={field.maxLength}
        placeholder={field.placeholder}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={field.required || undefined}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  )
}

export function LongTextEditor(props: EditorProps): React.JSX.Element {
  const { id, field, onChange, invalid, describedBy } = props
  return (
    <div className="input-box is-tall">
      <textarea
        id={id}
        rows={3}
        value={asText(props)}
        maxLength={field.maxLength}
        placeholder={field.placeholder}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={field.required || undefined}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  )
}

/** A decimal stays a text. Grouped while it rests, plain while it is edited. */
export function DecimalEditor(props: EditorProps): React.JSX.Element {
  const { id, field, value, onChange, onProblem, today, invalid, describedBy } = props
  const [draft, setDraft] = useState<string | null>(null)
  const commit = (): void => {
    if (draft === null) return
    const read = readText(field, draft, today)
    if (!read.ok) {
      onProblem?.(read.message)
      return
    }
    onProblem?.(null)
    setDraft(null)
    if (read.value !== (value ?? null)) onChange(read.value)
  }
  return (
    <div className="input-box">
      <input
        id={id}
        className="num"
        inputMode="decimal"
        value={draft ?? showValue(field, value)}
        placeholder={field.placeholder}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={field.required || undefined}
        autoComplete="off"
        onFocus={(event) => {
          const input = event.currentTarget
          setDraft((was) => was ?? editableText(field, value))
          requestAnimationFrame(() => input.select())
        }}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setDraft(editableText(field, value))
        }}
      />
    </div>
  )
}

export function BooleanEditor({ field, value, onChange }: EditorProps): React.JSX.Element {
  return (
    <span className="boolean-box">
      <Checkbox checked={value === true} label={field.label} onChange={onChange} />
    </span>
  )
}
