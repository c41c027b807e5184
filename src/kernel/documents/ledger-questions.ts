import { isCalendarDate } from '../../base/calendar-date.ts'
import { decimal } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import { snake } from '../definition/define.ts'
import { UnreadableValue, fieldKinds, fromStored, toStored } from '../definition/field-kinds.ts'
import { date, integer, moment, ref, text } from '../definition/field.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyLedger } from '../definition/ledger.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { Work } from '../posting/work.ts'
import { columnOf } from '../database/table-spec.ts'
import { Parameters } from './list-filter.ts'
import type { Filter } from './list-filter.ts'
import { isSeen, referencesIn } from './record-json.ts'
import type { References } from './record-json.ts'
import type { Row } from './storage.ts'

const idField = ref({ name: 'record', label: '' }, { label: '' })

/** What every entry has beside the ledger's own columns. */
const common: Fields = {
  id: idField,
  postingId: idField,
  documentType: text({ label: '单据类型', english: 'Document type' }),
  documentId: idField,
  lineId: idField,
  lineNo: integer({ label: '行号' }),
  date: date({ label: '日期' }),
  recordedAt: moment({ label: '记录时间' }),
  negates: idField,
  role: text({ label: '用途' }),
  accountId: idField,
}

const measures = new Set(['quantity', 'money', 'decimal', 'price'])

const fieldsOf = (work: Work, ledger: AnyLedger): [string, Field][] =>
  Object.entries({ ...common, ...ledger.entry }).filter(([, field]) => isSeen(field, work))

const malformed = (zh: string, en: string) => new Problem('malformed', { zh, en })

const day = (value: string | undefined, name: string): string | undefined => {
  if (value === undefined || value === '') return undefined
  if (!isCalendarDate(value)) throw malformed(`${name} 应写作 2026-01-15`, `${name} must be a date like 2026-01-15`)
  return value
}

const instant = (value: string | undefined): Date | undefined => {
  if (value === undefined || value === '') return undefined
  // A day alone means its end, as it was known when that day was over.
  const at = new Date(isCalendarDate(value) ? `${value}T23:59:59.999+08:00` : value)
  if (Number.isNaN(at.getTime())) throw malformed('known_at 应为时间', 'known_at must be a moment')
  return at
}

const operators: Readonly<Record<string, string>> = {
  eq: '=',
  ne: 'is distinct from',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
}

const operand = (work: Work, field: Field, column: string, value: Json, parameters: Parameters): string => {
  const entity = field.kind === 'ref' ? work.installed.catalogue.entities.get(field.target?.name ?? '') : undefined
  if (entity !== undefined && typeof value === 'string') {
    return `(select id from ${snake(entity.name)} where company_id = $1 and (code = ${parameters.add(value)} or id::text = ${parameters.add(value)}))`
  }
  return parameters.add(
    toStored(field, fieldKinds[field.kind].parse(field, value)),
    columnOf(column, field).type.replace(/ collate .*/, ''),
  )
}

const conditionOf = (work: Work, ledger: AnyLedger, filter: Filter, index: number, parameters: Parameters): string => {
  const field = new Map(fieldsOf(work, ledger)).get(filter.field)
  const column = `e.${snake(filter.field)}`
  const refuse = () =>
    new Problem('invalid', { zh: '筛选条件有误', en: 'The filter is not valid' }, [
      fieldProblem(`filter.${index}`, '没有这个字段或不能这样筛选', 'no such field, or it cannot be filtered so'),
    ])
  if (field === undefined || field.kind === 'json') throw refuse()
  try {
    if (filter.op === 'empty') return `${column} is null`
    if (filter.op === 'notEmpty') return `${column} is not null`
    if (filter.op === 'in' && Array.isArray(filter.value) && filter.value.length > 0 && filter.value.length <= 500) {
      return `${column} in (${filter.value.map((one: Json) => operand(work, field, filter.field, one, parameters)).join(', ')})`
    }
    const operator = operators[filter.op]
    if (operator === undefined) throw refuse()
    return `${column} ${operator} ${operand(work, field, filter.field, filter.value, parameters)}`
  } catch (error) {
    throw error instanceof UnreadableValue ? refuse() : error
  }
}

export interface EntriesQuery {
  readonly filters: readonly Filter[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly knownAt?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

const taken = `('unpost', 'amend')`

/** Entries that were taken back, and those that take them back, are left out: as if they had never been. */
const standing = (table: string) =>
  `not (e.negates is not null and exists (select 1 from posting p where p.company_id = $1 and p.id = e.posting_id and p.action in ${taken}))
   and not exists (select 1 from ${table} n join posting p on p.company_id = $1 and p.id = n.posting_id
     where n.company_id = $1 and n.negates = e.id and p.action in ${taken})`

const entryJson = (fields: readonly (readonly [string, Field])[], row: Row): Record<string, Json> =>
  Object.fromEntries(
    fields.map(([name, field]) => [name, fieldKinds[field.kind].format(fromStored(field, row[snake(name)]))]),
  )

/** Entries of a ledger by day, oldest first, a page at a time. */
export const ledgerEntries = async (work: Work, ledger: AnyLedger, query: EntriesQuery) => {
  const parameters = new Parameters(work.company)
  const table = `${snake(ledger.name)}_entry`
  const known = instant(query.knownAt)
  const from = day(query.from, 'from')
  const to = day(query.to, 'to')
  const after = query.cursor === undefined || query.cursor === '' ? undefined : readEntryCursor(query.cursor)
  const conditions = [
    'e.company_id = $1',
    ...query.filters.map((filter, index) => conditionOf(work, ledger, filter, index, parameters)),
    ...(from === undefined ? [] : [`e.date >= ${parameters.add(from, 'date')}`]),
    ...(to === undefined ? [] : [`e.date <= ${parameters.add(to, 'date')}`]),
    known === undefined ? standing(table) : `e.recorded_at <= ${parameters.add(known, 'timestamptz')}`,
    ...(after === undefined
      ? []
      : [`(e.date, e.id) > (${parameters.add(after[0], 'date')}, ${parameters.add(after[1], 'uuid')})`]),
  ]
  const fields = fieldsOf(work, ledger)
  const limit = Math.min(Math.max(query.limit ?? 100, 1), 1000)
  const rows = await work.tx.rows<Row>(
    `select ${fields.map(([name]) => `e.${snake(name)}`).join(', ')} from ${table} e where ${conditions.join(' and ')} order by e.date, e.id limit ${limit + 1}`,
    parameters.values,
    { named: false },
  )
  const page = rows.slice(0, limit).map((row) => entryJson(fields, row))
  const last = rows.length > limit ? page.at(-1) : undefined
  const references = await referencesIn(
    work,
    page.map((values) => ({ fields: ledger.entry, values })),
  )
  const next = last === undefined ? null : Buffer.from(JSON.stringify([last['date'], last['id']])).toString('base64url')
  return { rows: page, next, references }
}

const readEntryCursor = (cursor: string): [string, string] => {
  try {
    const [on, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string]
    if (isCalendarDate(on) && /^[0-9a-f-]{36}$/.test(id)) return [on, id]
  } catch {
    // Told below.
  }
  throw malformed('翻页标记无效，请重新查询', 'The cursor is not valid; ask for the first page')
}

export interface BalancesQuery {
  readonly filters: readonly Filter[]
  readonly asOf?: string | undefined
  readonly knownAt?: string | undefined
  readonly groupBy?: readonly string[] | undefined
}

export interface BalancesAnswer {
  readonly rows: readonly Readonly<Record<string, Json>>[]
  readonly references: References
}

const dimensionsOf = (work: Work, ledger: AnyLedger, given: readonly string[] | undefined): [string, Field][] => {
  const fields = new Map(fieldsOf(work, ledger))
  return (given ?? ledger.balance?.key ?? ['date']).map((name) => {
    const field = fields.get(name)
    if (field === undefined || measures.has(field.kind) || field.kind === 'json') {
      throw malformed(`group_by 不能是“${name.slice(0, 60)}”`, `group_by cannot be ${name.slice(0, 60)}`)
    }
    return [name, field]
  })
}

/** Balances of a ledger: the sums of its measures by dimensions, as of a day, as known at a moment. */
export const ledgerBalances = async (work: Work, ledger: AnyLedger, query: BalancesQuery): Promise<BalancesAnswer> => {
  const parameters = new Parameters(work.company)
  const known = instant(query.knownAt)
  const asOf = day(query.asOf, 'as_of')
  const dimensions = dimensionsOf(work, ledger, query.groupBy)
  const inBalance = new Set(ledger.balance?.key)
  const sums = Object.entries(ledger.entry).filter(
    ([, field]) => (field.kind === 'quantity' || field.kind === 'money') && isSeen(field, work),
  )
  // Today's balances are kept; another day's, another moment's or other measures are summed from the entries.
  const isKept =
    ledger.balance !== undefined &&
    known === undefined &&
    asOf === undefined &&
    dimensions.every(([name]) => inBalance.has(name)) &&
    query.filters.every((filter) => inBalance.has(filter.field)) &&
    sums.every(([name]) => ledger.balance?.sums.includes(name))
  const conditions = [
    'e.company_id = $1',
    ...query.filters.map((filter, index) => conditionOf(work, ledger, filter, index, parameters)),
    ...(asOf === undefined ? [] : [`e.date <= ${parameters.add(asOf, 'date')}`]),
    ...(known === undefined ? [] : [`e.recorded_at <= ${parameters.add(known, 'timestamptz')}`]),
  ]
  const columns = dimensions.map(([name]) => `e.${snake(name)}`)
  const group = columns.length === 0 ? '' : ` group by ${columns.join(', ')}`
  const having = sums.length === 0 ? '' : ` having ${sums.map(([name]) => `sum(e.${snake(name)}) <> 0`).join(' or ')}`
  const order = columns.length === 0 ? '' : ` order by ${columns.join(', ')}`
  const select = [...columns, ...sums.map(([name]) => `sum(e.${snake(name)}) as ${snake(name)}`)].join(', ')
  const rows = await work.tx.rows<Row>(
    `select ${select} from ${snake(ledger.name)}_${isKept ? 'balance' : 'entry'} e where ${conditions.join(' and ')}${group}${having}${order} limit 100000`,
    parameters.values,
    { named: false },
  )
  const answered = rows.map((row) => ({
    ...entryJson(dimensions, row),
    ...Object.fromEntries(sums.map(([name]) => [name, decimal((row[snake(name)] as string | null) ?? '0').toString()])),
  }))
  const references = await referencesIn(
    work,
    answered.map((values) => ({ fields: ledger.entry, values })),
  )
  return { rows: answered, references }
}
