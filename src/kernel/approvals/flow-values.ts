import type { Id } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { Decimal, decimal } from '../../base/decimal.ts'
import { date, text } from '../definition/field.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Names } from '../expression/check.ts'
import type { Lookup } from '../expression/evaluate.ts'
import { namesOf, valuesOf } from '../expression/fields.ts'
import type { Value } from '../expression/value.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'

const own: Fields = {
  number: text({ label: '单据编号' }),
  date: date({ label: '单据日期' }),
  remark: text({ label: '备注' }),
}

/** What conditions of a document's flow may name: its head, and what rules may ask of it. */
export const headNames = (work: Pick<Work, 'installed'>, definition: AnyDocument): Fields => ({
  ...own,
  ...definition.header,
  ...work.installed.approvalFacts.get(definition.name)?.facts,
})

/** `lines.gross` or 明细.价税合计: a column of a table, all of its values. */
const columnNamed = (
  definition: AnyDocument,
  name: string,
): { table: string; column: string; field: Field } | undefined => {
  const [first = '', second] = name.split('.')
  if (second === undefined) return undefined
  const table = Object.entries(definition.tables).find(
    ([key, one]) => key === first || one.label === first || (key === 'lines' && first === '明细'),
  )
  const column = Object.entries(table?.[1].fields ?? {}).find(([key, one]) => key === second || one.label === second)
  return table === undefined || column === undefined
    ? undefined
    : { table: table[0], column: column[0], field: column[1] }
}

/** The names that the conditions of a document's flow may use, for reading them before they are in force. */
export const flowNames = (work: Pick<Work, 'installed'>, definition: AnyDocument): Names => {
  const head = namesOf(headNames(work, definition))
  return {
    typeOf: (name) => head.typeOf(name) ?? (columnNamed(definition, name) === undefined ? undefined : 'list'),
  }
}

/** What may be named, as a list for whoever writes a condition. */
export const namesJson = (work: Pick<Work, 'installed'>, definition: AnyDocument): Json => [
  ...Object.entries(headNames(work, definition))
    .filter(([, field]) => field.kind !== 'json')
    .map(([name, field]) => ({ name, label: field.label, kind: field.kind })),
  ...Object.entries(definition.tables).flatMap(([table, { label, fields }]) =>
    Object.entries(fields)
      .filter(([, field]) => field.kind !== 'json' && field.hidden !== true)
      .map(([name, field]) => ({ name: `${table}.${name}`, label: `${label}.${field.label}`, kind: 'list' })),
  ),
]

const named = (work: Work, input: PostingInput<AnyDocument>, field: Field, value: unknown): unknown => {
  const entity = field.kind === 'ref' ? work.installed.catalogue.entities.get(field.target?.name ?? '') : undefined
  if (entity === undefined || typeof value !== 'string') return value
  return input.lookup(entity, value as Id<string>)?.name ?? value
}

const plain = (value: unknown): Value => {
  if (Decimal.isDecimal(value)) return value
  if (typeof value === 'number') return decimal(value)
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

/** The values of a document as the conditions of its flow see them: references by their names, columns as lists. */
export const flowValues = async (
  work: Work,
  definition: AnyDocument,
  input: PostingInput<AnyDocument>,
): Promise<Lookup> => {
  const facts = await work.installed.approvalFacts.get(definition.name)?.find(input, work)
  const fields = headNames(work, definition)
  const head: Readonly<Record<string, unknown>> = { ...input.header, ...facts }
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, named(work, input, field, head[name])]),
  )
  const ofHead = valuesOf(fields, values)
  const isHead = namesOf(fields)
  return (name) => {
    if (isHead.typeOf(name) !== undefined) return ofHead(name)
    const found = columnNamed(definition, name)
    if (found === undefined) return null
    const lines: unknown = Object.entries(input).find(([key]) => key === found.table)?.[1]
    const rows = Array.isArray(lines) ? (lines as readonly Readonly<Record<string, unknown>>[]) : []
    return rows.map((line) => plain(named(work, input, found.field, line[found.column])))
  }
}
