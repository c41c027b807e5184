import { useState } from 'react'
import type { Fields } from '../../../kernel/definition/field.ts'
import { formField, type SourceOf } from '../../../ui/derive/form-field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import type { FieldValue, Issue } from '../../../ui/field/field.ts'
import { FieldEditor } from '../../../ui/form/field-editor.tsx'
import { t } from '../../../ui/language.ts'

export type SummaryCellProps = {
  value: string
  row: number
  onChange: (typed: string) => void
  issue?: Issue
}

/** 摘要: plain text; `//` takes the one above when the cell is left. */
export function SummaryCell({ value, row, onChange, issue }: SummaryCellProps): React.JSX.Element {
  const [draft, setDraft] = useState<string | null>(null)
  const leave = (): void => {
    if (draft !== null && draft !== value) onChange(draft)
    setDraft(null)
  }
  return (
    <input
      className={issue === undefined ? 'voucher-input' : 'voucher-input has-error'}
      aria-label={`${t('voucher.summary')} ${row}`}
      aria-invalid={issue?.level === 'error' || undefined}
      title={issue?.message}
      maxLength={200}
      autoComplete="off"
      value={draft ?? value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

export type AccountCellProps = {
  fields: Fields
  sourceOf: SourceOf
  values: Readonly<Record<string, FieldValue>>
  /** The 辅助核算 that the account asks for. */
  dimensions: readonly string[]
  row: number
  today: string
  issues: ReadonlyMap<string, Issue> | undefined
  onChange: (field: string, value: FieldValue) => void
}

/** The account of a line, and below it whom or what it concerns. */
export function AccountCell(props: AccountCellProps): React.JSX.Element {
  const { fields, sourceOf, values, dimensions, row, today, issues, onChange } = props
  const editor = (name: string, className: string, label: string): React.JSX.Element | null => {
    const field = fields[name]
    if (field === undefined) return null
    const issue = issues?.get(name)
    const id = `voucher-${name}-${row}`
    return (
      <span key={name} className={className} title={issue?.message}>
        <label className={name === 'account' ? 'sr-only' : 'field-label'} htmlFor={id}>
          {label}
        </label>
        <FieldEditor
          id={id}
          field={formField(name, field, sourceOf)}
          value={values[name]}
          today={today}
          invalid={issue?.level === 'error'}
          onChange={(value) => onChange(name, value)}
        />
      </span>
    )
  }
  return (
    <span className="voucher-account">
      {editor('account', 'voucher-account-main', `${t('voucher.accountKey')} ${row}`)}
      {dimensions.map((name) => {
        const field = fields[name]
        return editor(name, 'voucher-dimension', field === undefined ? name : labelOf(field, name))
      })}
    </span>
  )
}
