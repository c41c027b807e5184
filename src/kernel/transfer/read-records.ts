import { decimal, isDecimalString, zero } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import type { FieldProblem, Message } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { JsonObject } from '../documents/draft.ts'
import { targetOf } from './import-columns.ts'
import type { ImportColumn } from './import-columns.ts'
import type { CellProblem, ControlTotal, MissingRecord } from './import-outcome.ts'
import { cellKey } from './import-plan.ts'
import type { ImportPlan, Remembered } from './import-plan.ts'
import type { Body } from './layout/body-rows.ts'
import type { Layout } from './layout/find-layout.ts'
import type { TableRow } from './read-table.ts'
import type { Resolution } from './references.ts'
import { readCell } from './values/read-cell.ts'
import type { Mend } from './values/read-cell.ts'
import { orderIn } from './values/read-date.ts'
import type { DateOrder } from './values/read-date.ts'

/** A record as a file says it, and where. */
export interface ImportRecord {
  readonly input: JsonObject
  /** The row of the head, and of each line. */
  readonly rows: readonly TableRow[]
  readonly problems: readonly CellProblem[]
  /** Which of the lines that stand side by side each line of the input is. */
  readonly slots: Readonly<Record<string, readonly number[]>>
}

/** One field of a record, and the columns of the file that say it: several where texts are joined. */
export interface Place {
  readonly column: ImportColumn
  readonly at: readonly number[]
  readonly valueKey: string
  readonly order: DateOrder | undefined
}

/** What the words of a column are remembered by: those of a reference mean the same wherever it stands. */
export const valueKeyOf = (definition: AnyEntity | AnyDocument, column: ImportColumn): string =>
  column.field.kind === 'ref' ? (column.field.target?.name ?? '') : `${definition.name}.${targetOf(column)}`

const isOrdered = (column: ImportColumn) => column.field.kind === 'date'

/** The fields that the columns of a table say, each with the order of its days. */
export const placesIn = (
  definition: AnyEntity | AnyDocument,
  layout: Layout,
  body: Body,
  plan: ImportPlan,
  available: readonly ImportColumn[],
): Place[] => {
  const places = new Map<string, Place>()
  for (const column of available) {
    if (column.part !== 'header' || (plan.header?.[column.name] ?? '') === '') continue
    places.set(targetOf(column), { column, at: [], valueKey: valueKeyOf(definition, column), order: plan.dateOrder })
  }
  for (const [at, matched] of layout.columns.entries()) {
    if (matched === undefined) continue
    const { column } = matched
    const target = targetOf(column)
    const known = places.get(target)
    const order = isOrdered(column)
      ? (plan.dateOrder ?? orderIn(body.rows.map((row) => row.cells[at] ?? '')))
      : undefined
    places.set(target, {
      column,
      at: [...(known?.at ?? []), at],
      valueKey: valueKeyOf(definition, column),
      order,
    })
  }
  return [...places.values()]
}

/** What stands in a cell once it was mended and its words were translated. */
export type CellTexts = (row: TableRow, place: Place) => string

export const cellTexts = (plan: ImportPlan, remembered: Remembered | undefined): CellTexts => {
  const fixes = new Map(Object.entries(plan.fixes ?? {}))
  const meant = (key: string, text: string) => plan.values?.[key]?.[text] ?? remembered?.values[key]?.[text] ?? text
  return (row, place) => {
    if (place.at.length === 0) return plan.header?.[place.column.name] ?? ''
    const parts = place.at
      .map((at) => (fixes.size === 0 ? undefined : fixes.get(cellKey(row.row, at))) ?? row.cells[at] ?? '')
      .filter((text) => text !== '')
    return meant(place.valueKey, parts.length > 1 ? [...new Set(parts)].join(' ') : (parts[0] ?? ''))
  }
}

export interface Reading {
  readonly definition: AnyEntity | AnyDocument
  readonly layout: Layout
  readonly places: readonly Place[]
  readonly textOf: CellTexts
  readonly resolutions: ReadonlyMap<string, Resolution>
}

const problemAt = (
  reading: Pick<Reading, 'layout'>,
  row: TableRow,
  place: Place,
  message: Message,
  mends: readonly Mend[] = [],
  create: MissingRecord | null = null,
): CellProblem => {
  const at = place.at[0] ?? null
  return {
    sheet: row.sheet,
    row: row.row,
    column: at === null ? null : (reading.layout.heads[at] ?? null),
    at,
    value: at === null ? '' : (row.cells[at] ?? ''),
    message,
    mends,
    create,
  }
}

const shown = ({ code, name }: { readonly code: string; readonly name: string }) => `${code} ${name}`

const unresolved = (reading: Reading, row: TableRow, place: Place, text: string): CellProblem => {
  const label = place.column.field.target?.label ?? place.column.label
  const resolution = reading.resolutions.get(place.column.field.target?.name ?? '')
  const several = resolution?.several.get(text) ?? []
  const offered = several.length > 0 ? several : (resolution?.near.get(text) ?? [])
  const mends = offered.map((one): Mend => ({
    value: one.code,
    label: { zh: `改为“${shown(one)}”`, en: `Use “${shown(one)}”` },
  }))
  const message =
    several.length > 0
      ? { zh: `“${text}”对应多个${label}，请改用编码`, en: `“${text}” fits several records; give the code` }
      : { zh: `找不到${label}“${text.slice(0, 60)}”`, en: `There is no ${place.column.field.target?.name} “${text}”` }
  const create = several.length > 0 ? null : (resolution?.missing(text) ?? null)
  return problemAt(reading, row, place, message, mends, create)
}

const valueAt = (
  reading: Reading,
  row: TableRow,
  place: Place,
  text: string,
  problems: CellProblem[],
): Json | undefined => {
  const { field, inverse } = place.column
  if (field.kind === 'ref') {
    const id = reading.resolutions.get(field.target?.name ?? '')?.ids.get(text)
    if (id === undefined) problems.push(unresolved(reading, row, place, text))
    return id
  }
  const read = readCell(field, text, { order: place.order, inverse })
  if ('value' in read) return read.value
  problems.push(problemAt(reading, row, place, read.message, read.mends))
  return undefined
}

const valuesIn = (
  reading: Reading,
  row: TableRow,
  wanted: (column: ImportColumn) => boolean,
  problems: CellProblem[],
): Record<string, Json> => {
  const values: Record<string, Json> = {}
  for (const place of reading.places) {
    if (!wanted(place.column)) continue
    const text = reading.textOf(row, place)
    if (text === '') continue
    const value = valueAt(reading, row, place, text, problems)
    if (value !== undefined) values[place.column.name] = value
  }
  return values
}

const isHeader = (column: ImportColumn) => column.part === 'header' && column.isKey !== true

/** What is empty beside what is wrong, so that one look tells all of a row; a row without mistakes is asked by its definition. */
const missingIn = (
  reading: Reading,
  row: TableRow,
  input: JsonObject,
  problems: readonly CellProblem[],
): CellProblem[] =>
  reading.places.flatMap((place) => {
    const { part, slot, name, field } = place.column
    const isAsked = part === 'header' && slot === undefined && field.required && field.initial === undefined
    const isTold = problems.some((problem) => problem.at === place.at[0])
    if (!isAsked || isTold || input[name] !== undefined) return []
    return [problemAt(reading, row, place, { zh: `请填写${field.label}`, en: `${name} is required` })]
  })

const entityRecord = (reading: Reading, row: TableRow): ImportRecord => {
  const problems: CellProblem[] = []
  const input = valuesIn(reading, row, isHeader, problems)
  const slots: Record<string, number[]> = {}
  const parts = new Set(
    reading.places.flatMap(({ column }) => (column.slot === undefined ? [] : [`${column.part}.${column.slot}`])),
  )
  for (const part of [...parts].toSorted()) {
    const [table = '', at = '0'] = part.split('.')
    const line = valuesIn(reading, row, (one) => one.part === table && one.slot === Number(at), problems)
    if (Object.keys(line).length === 0) continue
    const lines = input[table]
    input[table] = [...(Array.isArray(lines) ? (lines as readonly Json[]) : []), line]
    slots[table] = [...(slots[table] ?? []), Number(at)]
  }
  if (problems.length > 0) problems.push(...missingIn(reading, row, input, problems))
  return { input, rows: [row], problems, slots }
}

/** Rows of one document say the same of its head, or nothing. */
const otherHead = (reading: Reading, rows: readonly TableRow[], problems: CellProblem[]): void => {
  const [first] = rows
  for (const place of reading.places) {
    if (!isHeader(place.column) || first === undefined) continue
    const said = reading.textOf(first, place)
    for (const row of rows.slice(1)) {
      const text = reading.textOf(row, place)
      if (text === '' || text === said) continue
      problems.push(
        problemAt(reading, row, place, {
          zh: `同一张单据的“${place.column.label}”前后不一致：第 ${first.row} 行是“${said}”`,
          en: `differs from row ${first.row} of the same document, which says “${said}”`,
        }),
      )
    }
  }
}

const documentRecord = (reading: Reading, rows: readonly TableRow[]): ImportRecord => {
  const problems: CellProblem[] = []
  const [first] = rows
  const header = first === undefined ? {} : valuesIn(reading, first, isHeader, problems)
  otherHead(reading, rows, problems)
  const lines = rows.map((row) => valuesIn(reading, row, (column) => column.part === 'lines', problems))
  return { input: { ...header, lines }, rows, problems, slots: {} }
}

/** What tells one document from another: its number, or where there is none, all that is said of its head. */
const keysOf = (reading: Reading): readonly Place[] => {
  const key = reading.places.find((place) => place.column.isKey === true)
  return key === undefined ? reading.places.filter((place) => isHeader(place.column)) : [key]
}

/**
 * Rows as records: one each for entities; for documents, rows of one number together, or without a number those that say the same
 * of the head. A row that says nothing of it goes with the row above.
 */
export const recordsIn = (reading: Reading, rows: readonly TableRow[]): ImportRecord[] => {
  if (reading.definition.sort === 'entity') return rows.map((row) => entityRecord(reading, row))
  const keys = keysOf(reading)
  const groups = new Map<string, TableRow[]>()
  let last = ''
  for (const row of rows) {
    const said = keys.map((place) => reading.textOf(row, place))
    last = said.every((text) => text === '') ? last : said.join('\u0001')
    const group = groups.get(last)
    if (group === undefined) groups.set(last, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group) => documentRecord(reading, group))
}

const isAmount = ({ column }: Place) => ['quantity', 'money', 'decimal', 'price'].includes(column.field.kind)

/** The sums of the columns of numbers, and what the table's own total row says. */
export const controlTotals = (reading: Omit<Reading, 'resolutions'>, body: Body): ControlTotal[] =>
  reading.places.filter(isAmount).map((place) => {
    const at = place.at[0] ?? 0
    const sum = body.rows.reduce((total, row) => {
      const read = readCell(place.column.field, reading.textOf(row, place))
      const digits = 'value' in read && typeof read.value === 'string' ? read.value : ''
      return isDecimalString(digits) ? total.plus(decimal(digits)) : total
    }, zero)
    const own = body.totals
      .map((row) => readCell(place.column.field, row.cells[at] ?? ''))
      .flatMap((read) => ('value' in read && typeof read.value === 'string' ? [read.value] : []))
      .at(-1)
    return { column: reading.layout.heads[at] ?? place.column.label, at, sum: sum.toString(), stated: own ?? null }
  })

/** Where in the file a problem of a record stands: `lines.2.quantity` is the third row of the group. */
export const placeProblem = (reading: Reading, record: ImportRecord, problem: FieldProblem): CellProblem => {
  const [, part = 'header', index = '0', name = problem.path] = /^(\w+)\.(\d+)\.(\w+)$/.exec(problem.path) ?? []
  const isLine = part === 'lines' && reading.definition.sort === 'document'
  const row = record.rows[isLine ? Number(index) : 0] ?? record.rows[0]
  const slot = record.slots[part]?.[Number(index)]
  const place = reading.places.find(
    ({ column }) =>
      column.part === part && column.name === name && (part === 'header' || isLine || column.slot === slot),
  )
  const empty: TableRow = { sheet: '', row: 0, cells: [] }
  const missing: Place = {
    column: { part, name, field: { kind: 'text', label: '', required: false }, label: '', names: [] },
    at: [],
    valueKey: '',
    order: undefined,
  }
  return problemAt(reading, row ?? empty, place ?? missing, problem.message)
}
