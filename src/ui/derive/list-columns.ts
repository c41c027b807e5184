import { maySee, seesNothing } from '../../kernel/definition/field.ts'
import type { HasRight } from '../../kernel/definition/field.ts'
import type { Field as DefinedField, Fields } from '../../kernel/definition/field.ts'
import { documentStates } from '../../kernel/definition/record.ts'
import { currentLanguage, t } from '../language.ts'
import type { CellValue, ColumnKind, ListColumn, StateCell } from '../list/column.ts'
import type { FilterField } from '../list/filter.ts'
import type { DocumentState } from '../state/state-mark.tsx'
import { decimalFormatOf, formField, type SourceOf } from './form-field.ts'
import { labelOf } from './label.ts'
import type { JsonRow, References } from './values.ts'

const kinds: Readonly<Record<DefinedField['kind'], ColumnKind>> = {
  text: 'text',
  longText: 'text',
  integer: 'quantity',
  decimal: 'decimal',
  quantity: 'quantity',
  price: 'decimal',
  money: 'money',
  percent: 'decimal',
  date: 'date',
  moment: 'moment',
  boolean: 'boolean',
  choice: 'text',
  ref: 'text',
  json: 'text',
}

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 120,
  muted: 100,
  link: 160,
  money: 116,
  quantity: 88,
  decimal: 96,
  date: 100,
  moment: 136,
  state: 100,
  progress: 116,
  tags: 100,
  boolean: 64,
}

function isState(name: string): name is DocumentState {
  return (
    Object.hasOwn(documentStates, name) ||
    name === 'partial' ||
    name === 'done' ||
    name === 'reversed' ||
    name === 'rejected'
  )
}

/** The state a document shows: what follows from its links wins over what is stored. */
export function stateCell(row: JsonRow): StateCell | null {
  const derived = row['derived']
  const status = typeof derived === 'object' && derived !== null && 'status' in derived ? derived.status : null
  const name = typeof status === 'string' ? status : row['state']
  return typeof name === 'string' && isState(name) ? { state: name, label: t(`state.${name}`) } : null
}

function valueOf(name: string, field: DefinedField, references: References): (row: JsonRow) => CellValue {
  return (row) => {
    const value = row[name] ?? null
    if (field.kind === 'ref' && typeof value === 'string')
      return references[field.target?.name ?? '']?.[value]?.name ?? ''
    if (field.kind === 'choice' && typeof value === 'string')
      return formField(name, field, () => undefined).choices?.find((one) => one.value === value)?.label ?? value
    return typeof value === 'object' ? null : value
  }
}

function column(name: string, field: DefinedField, references: References, optional: boolean): ListColumn<JsonRow> {
  const kind = kinds[field.kind]
  return {
    key: name,
    label: labelOf(field, name),
    kind,
    width: field.kind === 'ref' ? 112 : widths[kind],
    decimal: decimalFormatOf(field),
    sortable: field.kind !== 'longText' && field.kind !== 'json',
    optional,
    value: valueOf(name, field, references),
  }
}

/** The columns of a list: the listed fields first, the others to be chosen. The first reference or text takes the room. */
function fieldColumns(
  fields: Fields,
  listed: readonly string[],
  references: References,
  may: HasRight,
): ListColumn<JsonRow>[] {
  const seen = Object.entries(fields).filter(
    ([, field]) => field.hidden !== true && field.kind !== 'json' && maySee(field, may),
  )
  const shown = listed.flatMap((name) => seen.filter(([one]) => one === name))
  const rest = seen.filter(([name]) => !listed.includes(name))
  const columns = [
    ...shown.map(([name, field]) => column(name, field, references, false)),
    ...rest.map(([name, field]) => column(name, field, references, true)),
  ]
  const wide = columns.find((one) => fields[one.key]?.kind === 'ref' || one.kind === 'text')
  const amount = columns.findLast((one) => one.kind === 'money' && !one.optional)
  return columns.map((one) => ({
    ...one,
    width: one === wide ? Math.max(one.width, 180) : one.width,
    grow: one === wide,
    emphasis: one === amount,
  }))
}

export type ListShape = { readonly fields: Fields; readonly listed: readonly string[]; readonly may?: HasRight }

export function documentColumns(
  { fields, listed, may = seesNothing }: ListShape,
  references: References,
): readonly ListColumn<JsonRow>[] {
  const english = currentLanguage() === 'en'
  return [
    {
      key: 'number',
      label: english ? 'Number' : '单据编号',
      kind: 'link',
      width: 168,
      fixed: true,
      sortable: true,
      value: (row) => text(row['number']),
    },
    {
      key: 'date',
      label: english ? 'Date' : '单据日期',
      kind: 'date',
      width: 100,
      sortable: true,
      value: (row) => text(row['date']),
    },
    ...fieldColumns(fields, listed, references, may),
    { key: 'state', label: english ? 'State' : '状态', kind: 'state', width: 100, value: stateCell },
  ]
}

export function entityColumns(
  { fields, listed, may = seesNothing }: ListShape,
  references: References,
): readonly ListColumn<JsonRow>[] {
  const english = currentLanguage() === 'en'
  return [
    {
      key: 'code',
      label: english ? 'Code' : '编码',
      kind: 'link',
      width: 128,
      fixed: true,
      sortable: true,
      value: (row) => text(row['code']),
    },
    {
      key: 'name',
      label: english ? 'Name' : '名称',
      kind: 'text',
      width: 180,
      grow: true,
      sortable: true,
      value: (row) => text(row['name']),
    },
    ...fieldColumns(fields, listed, references, may).map((one) => ({ ...one, grow: false })),
    {
      key: 'disabled',
      label: english ? 'Disabled' : '停用',
      kind: 'boolean',
      width: 64,
      optional: true,
      value: (row) => row['disabled'] === true,
    },
  ]
}

function text(value: JsonRow[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

const filterKinds: Readonly<Record<DefinedField['kind'], FilterField['kind'] | null>> = {
  text: 'text',
  longText: 'text',
  integer: 'decimal',
  decimal: 'decimal',
  quantity: 'decimal',
  price: 'decimal',
  money: 'decimal',
  percent: 'decimal',
  date: 'date',
  moment: 'date',
  boolean: 'boolean',
  choice: 'choice',
  ref: 'reference',
  json: null,
}

/** What a list can be asked by, from its fields. */
export function filterFields(fields: Fields, sourceOf: SourceOf, may: HasRight = seesNothing): readonly FilterField[] {
  return Object.entries(fields).flatMap(([name, field]): FilterField[] => {
    const kind = filterKinds[field.kind]
    if (kind === null || field.hidden === true || !maySee(field, may)) return []
    const { label, choices, source } = formField(name, field, sourceOf)
    return [{ key: name, label, kind, choices, source }]
  })
}
