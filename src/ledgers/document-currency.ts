import { daysBetween, firstOfMonth, isCalendarDate } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'
import { zero } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import type { Id } from '../base/id.ts'
import { allocate, cents } from '../base/money.ts'
import { decimal, money, price, ref } from '../kernel/definition/field.ts'
import { FieldRefusal } from '../kernel/definition/problem.ts'
import type { DeriveContext, EntityRecord } from '../kernel/definition/record.ts'
import { currency } from './dimensions/currency.ts'
import { party } from './dimensions/party.ts'
import { settingsOf } from './settings.ts'

/** In what a document is written (原币), and what one of it is worth in the books; both empty in the book currency. */
export const currencyHead = {
  currency: ref(currency, {
    label: '币种',
    onlyWith: currency.name,
    help: '空则随往来单位；外币客户的本位币单据请选本位币',
  }),
  rate: decimal({
    label: '汇率',
    english: 'Exchange rate',
    scale: 8,
    onlyWith: currency.name,
    help: '1 外币折合本位币；空则按单据日期取汇率表',
  }),
  totalCurrency: money({ label: '原币合计', english: 'Total in currency', computed: true, onlyWith: currency.name }),
} as const

/** Price and amounts in the document's currency; net, tax and gross beside them are what they are in the books. */
export const currencyLine = {
  currencyPrice: price({ label: '原币单价', english: 'Price in currency', onlyWith: currency.name }),
  currencyNet: money({ label: '原币金额', english: 'Net in currency', onlyWith: currency.name }),
  currencyTax: money({ label: '原币税额', english: 'Tax in currency', onlyWith: currency.name }),
  currencyGross: money({
    label: '原币价税合计',
    english: 'Gross in currency',
    onlyWith: currency.name,
    inCurrencyOf: 'currency',
  }),
} as const

interface Head {
  readonly date?: unknown
  readonly currency?: Id<'currency'> | null
  readonly rate?: Decimal | null
  readonly customer?: Id<'party'> | null
  readonly supplier?: Id<'party'> | null
}

/** A document's currency where it is not the books' own; its rate is null while nobody knows it. */
export interface ForeignCurrency {
  readonly id: Id<'currency'>
  readonly code: string | undefined
  readonly rate: Decimal | null
}

/** How old a rate may be: over the longest holiday no bank publishes any, and who writes one a month has last month's. */
const oldestDays = 31

/** The last rate that was published up to a day; undefined where there is none, or none of the last month. */
export const rateOn = (rates: EntityRecord<typeof currency>['rates'], day: CalendarDate): Decimal | undefined => {
  const known = rates.filter((one) => one.date <= day && daysBetween(one.date, day) <= oldestDays)
  return known.toSorted((one, other) => (one.date < other.date ? 1 : -1))[0]?.rate
}

/** The day whose rate a document takes: its own, or the first of its month (增值税暂行条例实施细则 第十五条). */
export const rateDay = (day: CalendarDate, settings: DeriveContext['settings']): CalendarDate =>
  settingsOf(settings).rateDay === 'monthStart' ? firstOfMonth(day) : day

/** The currency that a document is written in: as it says, else its party's. Undefined in the book currency. */
export const foreignOf = ({
  header,
  settings,
  lookup,
}: Pick<DeriveContext, 'header' | 'settings' | 'lookup'>): ForeignCurrency | undefined => {
  const { currency: chosen, rate, date, customer, supplier } = header as Head
  const id = chosen ?? lookup(party, customer ?? supplier)?.currency
  if (!id) return undefined
  const record = lookup(currency, id)
  if (record?.code === (settingsOf(settings).currency ?? 'CNY')) return undefined
  const day = typeof date === 'string' && isCalendarDate(date) ? rateDay(date, settings) : undefined
  const published = record === undefined || day === undefined ? undefined : rateOn(record.rates, day)
  return { id, code: record?.code, rate: rate ?? published ?? null }
}

interface CurrencyLine {
  readonly currencyNet?: Decimal | null
  readonly currencyTax?: Decimal | null
  readonly currencyGross?: Decimal | null
  readonly net?: Decimal | null
  readonly tax?: Decimal | null
  readonly gross?: Decimal | null
  readonly cost?: Decimal | null
  readonly pendingTax?: Decimal | null
}

const sumOf = (lines: readonly CurrencyLine[], name: 'currencyTax' | 'currencyGross'): Decimal =>
  lines.reduce((total, line) => total.plus(line[name] ?? zero), zero)

const refuseUnrated = ({ code }: ForeignCurrency, rate: Decimal | null | undefined, day: unknown): void => {
  if (rate && !rate.isPositive()) throw new FieldRefusal('rate', '汇率须大于零', 'must be more than zero')
  if (rate || code === undefined || typeof day !== 'string') return
  throw new FieldRefusal(
    'rate',
    `没有 ${code} 在 ${day} 的汇率：请在此填写，或在“币种”的汇率表里录入、导入`,
    `there is no rate of ${code} for ${day}: type it here, or enter or import it in the table of rates of the currency`,
  )
}

/** What follows of a document's currency at its head: from its party and the table of rates. A missing rate is refused. */
export const deriveCurrency = (
  context: DeriveContext & { readonly tables: { readonly lines: readonly CurrencyLine[] } },
) => {
  const foreign = foreignOf(context)
  const head = context.header as Head
  if (foreign === undefined) return { currency: head.currency ?? null, rate: null, totalCurrency: null }
  refuseUnrated(foreign, foreign.rate, head.date)
  return {
    currency: foreign.id,
    rate: foreign.rate,
    totalCurrency: sumOf(context.tables.lines, 'currencyGross'),
  }
}

/** What belongs to a line in books that follows its amounts: its cost, and its VAT that is not due or certified yet. */
const following = (line: CurrencyLine, net: Decimal, tax: Decimal, gross: Decimal) => ({
  ...(line.cost ? { cost: line.cost.eq(line.net ?? zero) ? net : gross } : {}),
  ...(line.pendingTax && !line.pendingTax.isZero() ? { pendingTax: tax } : {}),
})

/**
 * The lines in the books, so that they add up to what the document as a whole is worth at its rate: gross and tax by
 * largest remainder. Lines of a document in the book currency stay as they are.
 */
export const shareInBooks = <Line extends CurrencyLine>(
  lines: readonly Line[],
  context: DeriveContext,
): readonly Line[] => {
  const rate = foreignOf(context)?.rate
  if (!rate || lines.every((line) => !line.currencyGross)) return lines
  const shares = (name: 'currencyTax' | 'currencyGross') =>
    allocate(
      cents(sumOf(lines, name).times(rate)),
      lines.map((line) => line[name] ?? zero),
    )
  const taxes = shares('currencyTax')
  const whole = shares('currencyGross')
  return lines.map((line, index) => {
    if (!line.currencyGross) return line
    const gross = whole[index] ?? zero
    const tax = taxes[index] ?? zero
    const net = gross.minus(tax)
    const isSame = line.gross?.eq(gross) === true && line.tax?.eq(tax) === true
    return isSame ? line : { ...line, net, tax, gross, ...following(line, net, tax, gross) }
  })
}

/** As a document's `spread` where nothing else is shared out. */
export const spreadInBooks = <Line extends CurrencyLine>(
  { lines }: { readonly lines: readonly Line[] },
  context: DeriveContext,
): { lines: readonly Line[] } => ({ lines: shareInBooks(lines, context) })

/** What a rounding of shares may make of an amount that was turned at the same rate. */
const withinCents = '0.05'

/**
 * A gross amount that stands alone, as a charge or an allowance does: what is typed in the document's currency, and what it is in
 * the books. An amount that a flow carried over stays where the rate agrees with it.
 */
export const deriveGrossIn = (
  line: Pick<CurrencyLine, 'currencyGross' | 'gross'>,
  context: DeriveContext,
): Pick<CurrencyLine, 'currencyGross' | 'gross'> => {
  const foreign = foreignOf(context)
  const rate = foreign?.rate
  if (foreign === undefined) return { currencyGross: null, gross: line.gross ?? null }
  const known = line.currencyGross ?? (line.gross && rate ? cents(line.gross.div(rate)) : null)
  if (!known || !rate) return { currencyGross: known, gross: line.gross ?? null }
  const gross = cents(known.times(rate))
  const carried = line.gross?.minus(gross).abs().lte(withinCents) === true ? line.gross : gross
  return { currencyGross: known, gross: carried }
}

/** The head of a document as its posting sees it. */
interface PostedHead {
  readonly currency: Id<'currency'> | null
  readonly rate: Decimal | null
}

/** An amount owed, as the party ledger wants it: in the document's currency, with what it is in the books. */
export interface OwedAmount {
  readonly amount: Decimal
  readonly book?: Decimal
  readonly currency?: string
  readonly rate?: Decimal
}

type Lookup = Pick<DeriveContext, 'lookup'>['lookup']

/** An amount of the books in the currency of the document, of which `known` is what the document itself says of it. */
export const owedIn = (header: PostedHead, lookup: Lookup, book: Decimal, known?: Decimal | null): OwedAmount => {
  const code = lookup(currency, header.currency)?.code
  const { rate } = header
  if (rate === null || code === undefined) return { amount: book }
  return { amount: known ?? cents(book.div(rate)), book, currency: code, rate }
}

/** As {@link owedIn}, for a part of a line: its gross, net or tax, else what the rate makes of it. */
export const owedOf = (header: PostedHead, lookup: Lookup, line: CurrencyLine, book: Decimal): OwedAmount => {
  const known = (
    [
      ['gross', 'currencyGross'],
      ['net', 'currencyNet'],
      ['tax', 'currencyTax'],
    ] as const
  ).find(([name]) => line[name]?.eq(book) === true)
  return owedIn(header, lookup, book, known === undefined ? undefined : line[known[1]])
}

/** The role that takes what is left of a posting in a foreign currency; in the book currency everything must net to zero. */
export const exchangeRemainder = ({ header }: { readonly header: Pick<PostedHead, 'rate'> }): string | undefined =>
  header.rate === null ? undefined : 'exchangeDifference'
