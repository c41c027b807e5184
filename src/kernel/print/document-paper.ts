import { chineseAmount, currencyPrefix, currencySign } from '../../base/chinese-amount.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import { englishOf, sentence } from '../definition/define.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { Field, Fields } from '../definition/field.ts'
import { documentStates } from '../definition/record.ts'
import type { AnyDocument, LineTable } from '../definition/record.ts'
import { headerFields } from '../documents/draft.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { stateOf } from '../documents/documents.ts'
import { isAskable } from '../documents/record-json.ts'
import type { References } from '../documents/record-json.ts'
import type { Language } from '../http/language.ts'
import type { Work } from '../posting/work.ts'
import type { ColumnKind } from '../definition/report.ts'
import { cellText, columnKindOf, isNumber } from '../transfer/sheet.ts'
import { paperWords } from './paper-words.ts'
import { totalInCurrency, writtenColumn } from './written-total.ts'

/** A column of a table on paper; its weight is its share of the width. */
export interface PaperColumn {
  readonly label: string
  readonly weight: number
  readonly right: boolean
  /** Summed on every page and at the end. */
  readonly summed: boolean
}

/** A table of the document: its rows as text, and the figures of the columns that are summed. */
export interface PaperTable {
  readonly label: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly figures: readonly (readonly (Decimal | null)[])[]
  /** How the figures of each column are written. */
  readonly kinds: readonly ColumnKind[]
}

/** A document as it stands on paper, before it is cut into pages. */
export interface DocumentPaper {
  readonly company: string
  readonly title: string
  /** Figures in red: a return, a red invoice, a reversal. */
  readonly isRed: boolean
  readonly head: readonly { readonly label: string; readonly value: string; readonly isLong: boolean }[]
  readonly tables: readonly PaperTable[]
  /** 大写. */
  readonly inWords: string | null
  readonly remark: string
  readonly signatures: readonly { readonly label: string; readonly name: string }[]
  readonly printing: string
}

/** What a paper is made of. */
export interface PaperSource {
  readonly definition: AnyDocument
  readonly record: LoadedRecord
  readonly references: References
  readonly company: string
  /** The number of the document this one reverses. */
  readonly reversed: string | null
  /** The posting turns the sign: a return, a red invoice. */
  readonly negated: boolean
  /** How often it was printed, this time included. */
  readonly printed: number
  readonly language: Language
}

type Values = Readonly<Record<string, unknown>>

const weights: Readonly<Partial<Record<Field['kind'], number>>> = {
  quantity: 8,
  price: 9,
  money: 11,
  percent: 6,
  integer: 6,
  date: 9,
  boolean: 5,
  choice: 9,
  longText: 16,
}

/** What a column shows: a field's value, or of a reference the code or the name. */
interface Shown {
  readonly name: string
  readonly field: Field
  readonly part: 'value' | 'code' | 'name'
  readonly label: string
}

const isOnPaper = (field: Field, work: Pick<Work, 'actor'>): boolean =>
  field.hidden !== true && field.kind !== 'json' && isAskable(field, work)

const plainText = (value: unknown): string => (typeof value === 'string' ? value : '')

const signed = (field: Field, value: Decimal, isNegative: boolean): Decimal =>
  isNegative && (field.kind === 'quantity' || field.kind === 'money') ? value.neg() : value

const figureOf = (field: Field, values: Values, name: string, isNegative: boolean): Decimal | null => {
  const json = fieldKinds[field.kind].format(values[name] ?? null)
  return isNumber(columnKindOf(field.kind)) && (typeof json === 'string' || typeof json === 'number')
    ? signed(field, decimal(json), isNegative)
    : null
}

const textOf = (source: PaperSource, shown: Shown, values: Values, isNegative: boolean): string => {
  const { field, name, part } = shown
  const value = values[name]
  if (value === null || value === undefined) return ''
  const word = plainText(value)
  if (field.kind === 'ref') {
    const found = source.references[field.target?.name ?? '']?.[word]
    return (part === 'code' ? found?.code : found?.name) ?? ''
  }
  if (field.kind === 'boolean') return value === true ? paperWords[source.language].yes : ''
  if (field.kind === 'choice') return field.options?.[word] ?? word
  const figure = figureOf(field, values, name, isNegative)
  const json: Json = figure === null ? fieldKinds[field.kind].format(value) : figure.toString()
  return cellText(columnKindOf(field.kind), json)
}

const labelOf = (source: PaperSource, name: string, field: Field): string =>
  source.language === 'en' ? (field.english ?? sentence(name)) : field.label

/** The first reference that every line must have is told by code and name: the item, the account. */
const shownOf = (source: PaperSource, fields: Fields, work: Pick<Work, 'actor'>): Shown[] => {
  const seen = Object.entries(fields).filter(([, field]) => isOnPaper(field, work))
  const main = seen.find(([, field]) => field.kind === 'ref' && field.required)?.[0]
  return seen.flatMap(([name, field]): Shown[] => {
    const label = labelOf(source, name, field)
    if (field.kind !== 'ref') return [{ name, field, part: 'value', label }]
    const named: Shown = { name, field, part: 'name', label }
    return name === main
      ? [{ ...named, part: 'code', label: `${label}${paperWords[source.language].code}` }, named]
      : [named]
  })
}

const weightOf = ({ field, part }: Shown): number => {
  if (field.kind !== 'ref') return weights[field.kind] ?? 12
  if (part === 'code') return 11
  return field.required ? 20 : 7
}

const tableOf = (
  source: PaperSource,
  work: Pick<Work, 'actor'>,
  name: string,
  table: LineTable,
  isNegative: boolean,
): PaperTable | undefined => {
  const lines: readonly Values[] = source.record.tables[name] ?? []
  if (lines.length === 0) return undefined
  const isFirst = Object.keys(source.definition.tables)[0] === name
  const sums = isFirst ? (source.definition.totals ?? []) : []
  const cells = shownOf(source, table.fields, work).map((shown) => ({
    shown,
    texts: lines.map((line) => textOf(source, shown, line, isNegative)),
  }))
  // A column in which no line says anything only takes room.
  const filled = cells.filter(({ texts }) => texts.some((text) => text !== ''))
  const number = paperWords[source.language].line
  return {
    label: table.label,
    columns: [
      { label: number, weight: 5, right: true, summed: false },
      ...filled.map(({ shown }) => ({
        label: shown.label,
        weight: weightOf(shown),
        right: isNumber(columnKindOf(shown.field.kind)),
        summed: sums.includes(shown.name),
      })),
    ],
    kinds: ['integer', ...filled.map(({ shown }) => columnKindOf(shown.field.kind))],
    rows: lines.map((_line, at) => [String(at + 1), ...filled.map(({ texts }) => texts[at] ?? '')]),
    figures: lines.map((line) => [
      null,
      ...filled.map(({ shown }) =>
        sums.includes(shown.name) ? (figureOf(shown.field, line, shown.name, isNegative) ?? zero) : null,
      ),
    ]),
  }
}

/** The total in words and figures, in the currency that the document is written in. */
const inWordsOf = (source: PaperSource, work: Pick<Work, 'actor'>, isNegative: boolean): string | null => {
  const { definition, record, language } = source
  const [[name, table] = []] = Object.entries(definition.tables)
  const column = writtenColumn(definition)
  const field = column === undefined ? undefined : table?.fields[column]
  if (name === undefined || column === undefined || field?.kind !== 'money' || !isAskable(field, work)) return null
  const written = (total: Decimal, code: string) =>
    `${paperWords[language].inWords}：${chineseAmount(total, { prefix: currencyPrefix(code) })}　${currencySign(code)}${cellText('money', total.toString())}`
  const foreign = totalInCurrency(definition, record, source.references)
  if (foreign !== undefined && isAskable(foreign.field, work)) {
    return written(signed(foreign.field, foreign.total, isNegative), foreign.code)
  }
  const lines: readonly Values[] = record.tables[name] ?? []
  const total = lines.reduce((sum, line) => sum.plus(figureOf(field, line, column, isNegative) ?? zero), zero)
  return written(total, 'CNY')
}

const headOf = (source: PaperSource, work: Pick<Work, 'actor'>, isNegative: boolean): DocumentPaper['head'] => {
  const words = paperWords[source.language]
  const { header } = source.record
  const { remark: _remark, date: _date, ...fields } = headerFields(source.definition)
  // Sums stand under the table.
  const own = Object.entries(fields).filter(([, field]) => field.computed !== true || field.formula !== undefined)
  const [first, ...others] = shownOf({ ...source }, Object.fromEntries(own), work).filter(({ part }) => part !== 'code')
  const one = (shown: Shown) => ({
    label: shown.label,
    value: textOf(source, shown, header, isNegative),
    isLong: shown.field.kind === 'longText',
  })
  return [
    ...(first === undefined ? [] : [one(first)]),
    { label: words.number, value: String(header['number']), isLong: false },
    { label: words.date, value: String(header['date']), isLong: false },
    ...(source.reversed === null ? [] : [{ label: words.reverses, value: source.reversed, isLong: false }]),
    ...others.map(one),
  ]
    .filter(({ value }) => value !== '')
    .toSorted((a, b) => Number(a.isLong) - Number(b.isLong))
}

/** Lays out what a document says on paper, as far as whoever prints it may see it. */
export const documentPaper = (source: PaperSource, work: Pick<Work, 'actor'>): DocumentPaper => {
  const { definition, record, language } = source
  const words = paperWords[language]
  const { header } = record
  const state = stateOf(record)
  const isReversal = header['reverses'] !== null && header['reverses'] !== undefined
  // What reverses a return turns the sign twice.
  const isNegative = isReversal !== source.negated
  const label = language === 'en' ? englishOf(definition) : definition.label
  const note =
    state === 'posted' || state === 'closed' ? '' : `（${language === 'en' ? state : documentStates[state]}）`
  return {
    company: source.company,
    title: `${label}${isReversal ? words.red : ''}${note}`,
    isRed: isReversal || source.negated,
    head: headOf(source, work, isNegative),
    tables: Object.entries(definition.tables).flatMap(([name, table]) => {
      const found = tableOf(source, work, name, table, isNegative)
      return found === undefined ? [] : [found]
    }),
    inWords: inWordsOf(source, work, isNegative),
    remark: plainText(header['remark']),
    signatures: [
      { label: words.madeBy, name: plainText(header['createdBy']) },
      { label: words.postedBy, name: plainText(header['postedBy']) },
      { label: words.handledBy, name: '' },
      { label: words.keptBy, name: '' },
      { label: words.signedBy, name: '' },
    ],
    printing: words.printing(source.printed),
  }
}
