import { useId, useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { isReference, type Field, type FieldValue, type Issue } from '../field/field.ts'
import { showValue } from '../field/show-value.ts'
import { FieldAbout } from './field-about.tsx'
import { FieldEditor } from './field-editor.tsx'
import './form.css'

export type FormFieldProps = {
  field: Field
  value: FieldValue | undefined
  onChange?: (value: FieldValue) => void
  readOnly?: boolean
  issue?: Issue
  today: string
  /** Where a reference leads when it is read-only. */
  onOpen?: (id: string) => void
}

function ReadOnlyValue({
  field,
  value,
  onOpen,
  id,
}: {
  field: Field
  value: FieldValue | undefined
  onOpen?: (id: string) => void
  id: string
}): React.JSX.Element {
  const text = isReference(value) && value.code !== undefined ? `${value.code} ${value.name}` : showValue(field, value)
  return (
    <div id={id} className={field.kind === 'longText' ? 'field-read is-tall' : 'field-read'} title={text}>
      {isReference(value) && onOpen ? (
        <button type="button" className="clip field-link" onClick={() => onOpen(value.id)}>
          {text}
        </button>
      ) : (
        <span className={field.kind === 'decimal' ? 'clip num grow' : 'clip'}>{text}</span>
      )}
    </div>
  )
}

/** A label and its editor, or its value underlined in the same place. */
export function FormField({
  field,
  value,
  onChange,
  readOnly,
  issue,
  today,
  onOpen,
}: FormFieldProps): React.JSX.Element {
  const id = useId()
  const messageId = useId()
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const shown: Issue | undefined = problem === null ? issue : { level: 'error', message: problem }
  const reading = readOnly || field.readOnly || onChange === undefined
  const classes = ['field', shown ? `has-${shown.level}` : '', field.span && field.span > 1 ? `span-${field.span}` : '']
  return (
    <div
      role="presentation"
      className={classes.filter(Boolean).join(' ')}
      onKeyDown={(event) => {
        if (event.key !== 'F1' || field.about === undefined) return
        event.preventDefault()
        setAsked((was) => !was)
      }}
    >
      <div className="field-name">
        <label htmlFor={id} className={field.required && !reading ? 'field-label is-required' : 'field-label'}>
          {field.label}
        </label>
        {field.about === undefined ? null : <FieldAbout text={field.about} open={asked} onOpen={setAsked} />}
      </div>
      <div className="field-body">
        {reading ? (
          <ReadOnlyValue id={id} field={field} value={value} onOpen={onOpen} />
        ) : (
          <FieldEditor
            id={id}
            field={field}
            value={value}
            onChange={onChange}
            onProblem={setProblem}
            today={today}
            invalid={shown?.level === 'error'}
            describedBy={shown ? messageId : undefined}
          />
        )}
        {shown ? (
          <p id={messageId} className="field-issue">
            <Icon name="alert" size={12} />
            {shown.message}
          </p>
        ) : null}
      </div>
    </div>
  )
}
