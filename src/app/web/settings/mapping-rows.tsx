import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import type { Mapping, Rule, Rules } from './interface-shape.ts'
import { LabelledInput } from './labelled-input.tsx'
import type { Problems } from './make-secret-dialog.tsx'

/** `淘宝=C001, 京东=C002`, as it is typed. */
const tableText = (table: Rule['table']): string =>
  Object.entries(table ?? {})
    .map(([theirs, ours]) => `${theirs}=${ours}`)
    .join(', ')
const tableIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(/[,，\n]/)
      .map((one) => one.split(/[=＝]/))
      .flatMap(([theirs, ours]) =>
        theirs === undefined || ours === undefined || theirs.trim() === '' ? [] : [[theirs.trim(), ours.trim()]],
      ),
  )

type FieldLine = { readonly name: string; readonly label: string; readonly required: boolean }

type RuleRowProps = {
  readonly field: FieldLine
  readonly rule: Rule | undefined
  readonly problem: string | undefined
  readonly onChange: (rule: Rule) => void
}

function RuleRow({ field, rule, problem, onChange }: RuleRowProps): React.JSX.Element {
  const [words, setWords] = useState(() => tableText(rule?.table))
  const value = rule?.value ?? ''
  return (
    <tr>
      <th scope="row">
        {field.label}
        {field.required ? ' *' : ''}
      </th>
      <td>
        <span className="input-box">
          <input
            aria-label={field.label}
            list="sample-paths"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange({ ...rule, value: event.target.value })}
          />
        </span>
        {problem === undefined ? null : <small className="is-negative">{problem}</small>}
      </td>
      <td>
        <span className="input-box">
          <input
            aria-label={`${field.label} ${t('interfaces.words')}`}
            autoComplete="off"
            placeholder={t('interfaces.wordsExample')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value)
              onChange({ value, table: tableIn(event.target.value) })
            }}
          />
        </span>
      </td>
    </tr>
  )
}

type GroupProps = {
  readonly title: string
  readonly fields: readonly FieldLine[]
  readonly rules: Rules
  readonly at: string
  readonly problems: Problems
  readonly onChange: (rules: Rules) => void
}

/** The fields that are needed or mapped already; the others on asking. */
function RuleGroup({ title, fields, rules, at, problems, onChange }: GroupProps): React.JSX.Element {
  const [all, setAll] = useState(false)
  const shown = all ? fields : fields.filter((field) => field.required || rules[field.name] !== undefined)
  return (
    <>
      <table className="mapping-rows">
        <thead>
          <tr>
            <th>{title}</th>
            <th>{t('interfaces.from')}</th>
            <th>{t('interfaces.words')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <RuleRow
              key={field.name}
              field={field}
              rule={rules[field.name]}
              problem={problems[`${at}.${field.name}`]}
              onChange={(rule) => onChange({ ...rules, [field.name]: rule })}
            />
          ))}
        </tbody>
      </table>
      {all || shown.length === fields.length ? null : (
        <Button size="small" look="text" onClick={() => setAll(true)}>
          {t('interfaces.more', { count: fields.length - shown.length })}
        </Button>
      )}
    </>
  )
}

type MappingRowsProps = {
  readonly type: RecordType
  readonly mapping: Mapping
  readonly problems: Problems
  readonly onChange: (part: Partial<Mapping>) => void
}

const linesOf = (fields: RecordType['fields']): readonly FieldLine[] =>
  Object.entries(fields)
    .filter(([, field]) => field.computed !== true)
    .map(([name, field]) => ({ name, label: labelOf(field, name), required: field.required }))

/** 对应关系: each field of the record and of its lines, and what it is taken from. */
export function MappingRows({ type, mapping, problems, onChange }: MappingRowsProps): React.JSX.Element {
  const own: readonly FieldLine[] =
    type.sort === 'document'
      ? [
          { name: 'date', label: t('interfaces.date'), required: false },
          { name: 'remark', label: t('interfaces.remark'), required: false },
        ]
      : [
          { name: 'code', label: t('interfaces.code'), required: true },
          { name: 'name', label: t('interfaces.name'), required: true },
        ]
  const header = [...own, ...linesOf(type.fields).filter((field) => !own.some((one) => one.name === field.name))]
  return (
    <>
      <p className="muted">{t('interfaces.formulaHelp')}</p>
      <RuleGroup
        title={t('interfaces.header')}
        fields={header}
        rules={mapping.header}
        at="mapping.header"
        problems={problems}
        onChange={(rules) => onChange({ header: rules })}
      />
      {Object.entries(type.tables).map(([name, table]) => {
        const known = mapping.tables[name] ?? { path: '', fields: {} }
        const put = (part: Partial<typeof known>): void =>
          onChange({ tables: { ...mapping.tables, [name]: { ...known, ...part } } })
        return (
          <details key={name} open={name === 'lines'}>
            <summary>{labelOf(table, name)}</summary>
            <div className="mapping-where">
              <LabelledInput
                label={t('interfaces.lines')}
                value={known.path}
                list="sample-paths"
                problem={problems[`mapping.tables.${name}`]}
                onChange={(path) => put({ path })}
              />
            </div>
            <RuleGroup
              title={labelOf(table, name)}
              fields={linesOf(table.fields)}
              rules={known.fields}
              at={`mapping.tables.${name}`}
              problems={problems}
              onChange={(fields) => put({ fields })}
            />
          </details>
        )
      })}
    </>
  )
}
