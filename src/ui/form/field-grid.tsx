import { Fragment, useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import type { Field, FieldValue, Issue } from '../field/field.ts'
import { FormField } from './form-field.tsx'
import './form.css'

export type FieldGridProps = {
  fields: readonly Field[]
  values: Readonly<Record<string, FieldValue>>
  onChange?: (key: string, value: FieldValue) => void
  readOnly?: boolean
  /** Problems by field key. */
  issues?: Readonly<Record<string, Issue>>
  today: string
  onOpen?: (field: Field, id: string) => void
  /** Fields beyond these stay folded until asked for; documents show two rows of four. */
  shown?: number
  /** `header` is the compact grid over lines, `form` the roomier one of a record. */
  layout?: 'header' | 'form'
  /** Kept free at the right for the stamp. */
  aside?: React.ReactNode
}

/** The fields of a header or a record in a compact grid. A folded field that is at fault unfolds the rest. */
export function FieldGrid(props: FieldGridProps): React.JSX.Element {
  const { fields, values, onChange, readOnly, issues = {}, today, onOpen, layout = 'header', aside } = props
  const [unfolded, setUnfolded] = useState(false)
  const most = props.shown ?? fields.length
  const hidden = fields.slice(most)
  const open = unfolded || hidden.some((field) => issues[field.key] !== undefined)
  const listed = open ? fields : fields.slice(0, most)
  return (
    <div className="field-area">
      <div className={`field-grid field-grid-${layout} ${readOnly ? 'is-read-only' : ''}`}>
        {listed.map((field) => (
          <Fragment key={field.key}>
            {field.section === undefined ? null : <h3 className="field-section">{field.section}</h3>}
            <FormField
              field={field}
              value={values[field.key]}
              onChange={onChange ? (value) => onChange(field.key, value) : undefined}
              readOnly={readOnly}
              issue={issues[field.key]}
              today={today}
              onOpen={onOpen ? (id) => onOpen(field, id) : undefined}
            />
          </Fragment>
        ))}
      </div>
      {aside ? <div className="field-aside">{aside}</div> : null}
      {hidden.length > 0 ? (
        <div className="field-more">
          <button
            type="button"
            aria-expanded={open}
            aria-label={open ? t('form.less') : t('form.more', { count: hidden.length })}
            onClick={() => setUnfolded(!open)}
          >
            <Icon name={open ? 'chevronUp' : 'chevronDown'} size={12} />
            {open ? null : hidden.length}
          </button>
        </div>
      ) : null}
    </div>
  )
}

/** A titled group of fields on the page of a record. */
export function FormSection({ title, children }: { title: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <section className="form-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
