import { Decimal, decimal, sum } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import type { Id } from '../../base/id.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { Field, Fields } from '../definition/field.ts'
import { documentStates } from '../definition/record.ts'
import type { AnyEntity } from '../definition/record.ts'
import { stateOf } from '../documents/documents.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { loadReferences, referringOf } from '../documents/lookup.ts'
import type { Lookup } from '../documents/lookup.ts'
import { isSeen, recordReferences, shownTo } from '../documents/record-json.ts'
import type { References } from '../documents/record-json.ts'
import type { Language } from '../http/language.ts'
import type { Work } from '../posting/work.ts'
import { cellText, columnKindOf } from '../transfer/sheet.ts'
import { momentText } from './moment-text.ts'
import { paperWords } from './paper-words.ts'
import type { PrintedRecord } from './printed-records.ts'
import type { PrintData, PrintValue, PrintValues } from './template/print-data.ts'
import {
  companyFieldsOf,
  headFieldsOf,
  isPrinted,
  lineFieldsOf,
  referencedFieldsOf,
  summedOf,
} from './template/print-names.ts'
import { totalInCurrency, writtenColumn } from './written-total.ts'
import type { AnyRecord, NamesAsked } from './template/print-names.ts'

type Values = Readonly<Record<string, unknown>>

/** Whom names are asked for: what they may see, and which entities they may read. */
export const namesFor = (work: Pick<Work, 'actor' | 'installed'>): NamesAsked => ({
  catalogue: work.installed.catalogue,
  isSeen: (field) => isSeen(field, work),
  mayRead: (entity) =>
    [entity.name, ...Object.keys(entity.facets ?? {})].some((name) => work.actor.may(`${name}.read`)),
})

interface Gathering {
  readonly work: Work
  readonly asked: NamesAsked
  readonly references: References
  readonly lookup: Lookup
  readonly language: Language
  readonly isNegative: boolean
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

const signed = (field: Field, value: unknown, isNegative: boolean): unknown =>
  isNegative && (field.kind === 'quantity' || field.kind === 'money') && Decimal.isDecimal(value) ? value.neg() : value

const textOf = (gathering: Gathering, field: Field, value: unknown, json: Json): string => {
  if (value === null || value === undefined) return ''
  if (field.kind === 'ref') return gathering.references[field.target?.name ?? '']?.[word(value)]?.name ?? ''
  if (field.kind === 'boolean') return value === true ? paperWords[gathering.language].yes : ''
  if (field.kind === 'choice') return field.options?.[word(value)] ?? word(value)
  if (field.kind === 'moment') return value instanceof Date ? momentText(value, gathering.work.settings) : ''
  return cellText(columnKindOf(field.kind), json)
}

const printed = (gathering: Gathering, field: Field, raw: unknown): PrintValue => {
  const value = signed(field, raw, gathering.isNegative)
  const json = shownTo(field, fieldKinds[field.kind].format(value ?? null), gathering.work)
  return { label: field.label, kind: field.kind, text: textOf(gathering, field, value, json), value: json }
}

/** The values of fields by their names, with what is printed of the records they refer to. */
const valuesOf = (gathering: Gathering, fields: Fields, values: Values): PrintValues => {
  const found: Record<string, PrintValue> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (!isPrinted(field) || !gathering.asked.isSeen(field)) continue
    found[name] = printed(gathering, field, values[name])
    const target =
      field.kind === 'ref' ? gathering.work.installed.catalogue.entities.get(field.target?.name ?? '') : undefined
    if (target === undefined) continue
    const inner = referencedValues(gathering, target, values[name])
    for (const [further, value] of Object.entries(inner)) found[`${name}.${further}`] = value
  }
  return found
}

const referencedValues = (gathering: Gathering, target: AnyEntity, id: unknown): PrintValues => {
  const record: Values = typeof id === 'string' ? { ...gathering.lookup(target, id as Id<string>) } : {}
  const code = gathering.references[target.name]?.[word(id)]?.code ?? ''
  const plain = { ...gathering, isNegative: false }
  return Object.fromEntries(
    Object.entries(referencedFieldsOf(target, gathering.asked)).map(([name, field]) => [
      name,
      printed(plain, field, name === 'code' ? code : record[name]),
    ]),
  )
}

const companyValues = (gathering: Gathering, company: string): PrintValues => {
  const settings: Values = { ...gathering.work.settings, name: company }
  return Object.fromEntries(
    Object.entries(companyFieldsOf(gathering.work.installed.catalogue)).map(([name, field]) => [
      `company.${name}`,
      { ...printed(gathering, field, settings[name]), label: name === 'name' ? '公司名称' : `公司${field.label}` },
    ]),
  )
}

const printingValues = ({ work }: Gathering, prints: number): PrintValues => ({
  prints: { label: '打印次数', kind: 'integer', text: String(prints), value: prints },
  printedBy: { label: '打印人', kind: 'text', text: work.actor.name, value: work.actor.name },
  printedAt: {
    label: '打印时间',
    kind: 'moment',
    text: momentText(work.clock.now(), work.settings),
    value: work.clock.now().toISOString(),
  },
})

/** The sum that is written out in words stands in the currency of the document there. */
const writtenAs = ({ asked, isNegative, references }: Gathering, definition: AnyRecord, record: LoadedRecord) => {
  if (definition.sort !== 'document') return undefined
  const found = totalInCurrency(definition, record, references)
  if (found === undefined || !asked.isSeen(found.field)) return undefined
  const amount = isNegative ? found.total.neg() : found.total
  const table = Object.keys(definition.tables)[0] ?? ''
  return {
    path: `sum.${table}.${writtenColumn(definition) ?? ''}`,
    written: { code: found.code, amount: amount.toString() },
  }
}

const sumsOf = (gathering: Gathering, definition: AnyRecord, record: LoadedRecord): PrintValues => {
  const foreign = writtenAs(gathering, definition, record)
  return Object.fromEntries(
    summedOf(definition, gathering.asked).map(({ path, table, name, field }) => {
      const lines: readonly Values[] = record.tables[table] ?? []
      const total = sum(
        lines.map((line) => {
          const json = fieldKinds[field.kind].format(line[name] ?? null)
          return typeof json === 'string' ? decimal(json) : decimal(0)
        }),
      )
      const value = { ...printed(gathering, field, total), label: `${field.label}合计` }
      return [path, foreign?.path === path ? { ...value, written: foreign.written } : value]
    }),
  )
}

/** Gathers all of a record that whoever prints it may see. */
export const gatherPrintData = async (
  work: Work,
  definition: AnyRecord,
  { record, company, reversed, negated, prints }: PrintedRecord,
  language: Language,
): Promise<PrintData> => {
  const [references, lookup] = await Promise.all([
    recordReferences(work, definition, record),
    loadReferences(work, referringOf(definition, record)),
  ])
  // What reverses a return turns the sign twice.
  const isReversal = record.header['reverses'] !== null && record.header['reverses'] !== undefined
  const isNegative = isReversal !== negated
  const gathering: Gathering = { work, asked: namesFor(work), references, lookup, language, isNegative }
  const state = definition.sort === 'document' ? stateOf(record) : 'posted'
  const header: Values = {
    ...record.header,
    reversedNumber: reversed,
    state: language === 'en' ? state : documentStates[state],
  }
  return {
    values: {
      ...valuesOf(gathering, headFieldsOf(definition), header),
      ...sumsOf(gathering, definition, record),
      ...companyValues(gathering, company),
      ...printingValues(gathering, prints),
    },
    tables: Object.fromEntries(
      Object.keys(definition.tables).map((table) => {
        const fields = lineFieldsOf(definition, table)
        const lines: readonly Values[] = record.tables[table] ?? []
        return [table, lines.map((line, at) => valuesOf(gathering, fields, { ...line, lineNo: at + 1 }))]
      }),
    ),
  }
}
