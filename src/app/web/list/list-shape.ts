import type { May } from '../../../kernel/access/rights.ts'
import type { Field, Fields } from '../../../kernel/definition/field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import { documentColumns, entityColumns, filterFields, stateCell } from '../../../ui/derive/list-columns.ts'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import type { JsonRow, References } from '../../../ui/derive/values.ts'
import { currentLanguage, t, type Word } from '../../../ui/language.ts'
import type { CellValue, ListColumn } from '../../../ui/list/column.ts'
import type { FilterField } from '../../../ui/list/filter.ts'
import type { RecordType } from '../catalogue/catalogue.ts'

const english = (): boolean => currentLanguage() === 'en'

/** States that a list of documents can be asked for, in the order of a document's life. */
export const listedStates = [
  'draft',
  'submitted',
  'rejected',
  'posted',
  'partial',
  'done',
  'closed',
  'reversed',
  'void',
  'late',
] as const satisfies readonly (Word extends `state.${infer State}` ? State : string)[]

export function stateWord(state: (typeof listedStates)[number]): string {
  return t(`state.${state}`)
}

function shownFields(type: RecordType): Fields {
  return Object.fromEntries(
    Object.entries(type.fields).filter(([name]) => !type.without.includes(name) && name !== type.flag),
  )
}

/** How far a document was carried on, the furthest of what can grow from it: 已出库 62 %. */
function progressColumn(type: RecordType): ListColumn<JsonRow>[] {
  if (type.flows.length === 0) return []
  const value = (row: JsonRow): CellValue => {
    const derived = row['derived']
    const progress = typeof derived === 'object' && derived !== null && 'progress' in derived ? derived.progress : null
    if (typeof progress !== 'object' || progress === null) return null
    const parts = Object.values(progress).filter((part) => typeof part === 'number')
    return parts.length === 0 ? null : Math.max(...parts)
  }
  return [{ key: 'progress', label: t('list.progress'), kind: 'progress', width: 116, value }]
}

/** How long what is open of a document should have left, or arrived: promised against today. */
function lateColumn(type: RecordType): ListColumn<JsonRow>[] {
  if (!type.promised) return []
  const value = (row: JsonRow): CellValue => {
    const derived = row['derived']
    const days = typeof derived === 'object' && derived !== null && 'late' in derived ? derived.late : null
    return typeof days === 'number' ? [{ label: t('list.lateDays', { days }), tone: 'negative' }] : []
  }
  return [{ key: 'late', label: t('list.late'), kind: 'tags', width: 92, value }]
}

/** The columns of a type's list. Columns of the type come first, what the machine knows of every record last. */
export function listColumns(type: RecordType, references: References, may: May): readonly ListColumn<JsonRow>[] {
  const shape = { fields: shownFields(type), listed: type.list, may }
  const remark: ListColumn<JsonRow> = {
    key: 'remark',
    label: english() ? 'Remark' : '备注',
    kind: 'text',
    width: 160,
    optional: true,
    value: (row) => (typeof row['remark'] === 'string' ? row['remark'] : ''),
  }
  if (type.sort === 'entity') return entityColumns(shape, references)
  const columns = documentColumns(shape, references)
  const state = columns.filter((column) => column.key === 'state')
  return [
    ...columns.filter((column) => column.key !== 'state'),
    ...progressColumn(type),
    ...lateColumn(type),
    ...state,
    ...('remark' in type.fields ? [] : [remark]),
  ]
}

const base = (kind: Field['kind'], label: string, english_: string): Field => ({
  kind,
  label,
  english: english_,
  required: false,
})

/** What a list can be asked by. */
export function listFilters(type: RecordType, sourceOf: SourceOf, may: May): readonly FilterField[] {
  const own = filterFields(shownFields(type), sourceOf, may)
  if (type.sort === 'entity') {
    const disabled = base('boolean', '停用', 'Disabled')
    return [...own, ...filterFields({ disabled }, sourceOf)]
  }
  const state: FilterField = {
    key: 'state',
    label: english() ? 'State' : '状态',
    kind: 'choice',
    choices: listedStates
      .filter((value) => value !== 'late' || type.promised)
      .map((value) => ({ value, label: stateWord(value) })),
  }
  const fields: Fields = { date: base('date', '单据日期', 'Date'), number: base('text', '单据编号', 'Number') }
  return [...filterFields(fields, sourceOf), state, ...own]
}

/** Which columns the totals of the answer stand under: `gross` of the lines is `totalGross` of the head. */
export function totalCells(
  type: RecordType,
  totals: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, CellValue>> {
  if (totals === undefined) return {}
  return Object.fromEntries(
    type.totals.flatMap((name): [string, CellValue][] => {
      const head = `total${name.charAt(0).toUpperCase()}${name.slice(1)}`
      const key = name in type.fields ? name : head in type.fields ? head : null
      const value = totals[name]
      return key === null || value === undefined ? [] : [[key, value]]
    }),
  )
}

/** Totals that have no column of their own, such as quantities of the lines: said beside the count. */
export function looseTotals(
  type: RecordType,
  totals: Readonly<Record<string, string>> | undefined,
): readonly { label: string; value: string; kind: string }[] {
  const placed = totalCells(type, totals)
  const lines = type.tables[0]?.fields ?? {}
  return type.totals.flatMap((name) => {
    const head = `total${name.charAt(0).toUpperCase()}${name.slice(1)}`
    const field = lines[name]
    const value = totals?.[name]
    if (name in placed || head in placed || field === undefined || value === undefined) return []
    return [{ label: labelOf(field, name), value, kind: field.kind }]
  })
}

/** The state a row shows, for actions that depend on it. */
export function rowState(row: JsonRow): string {
  return stateCell(row)?.state ?? ''
}
