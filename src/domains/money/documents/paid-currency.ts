import { isCalendarDate } from '../../../base/calendar-date.ts'
import { decimal as decimalOf, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { cents } from '../../../base/money.ts'
import { decimal, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { currency } from '../../../ledgers/dimensions/currency.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { rateOn } from '../../../ledgers/document-currency.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { settingsOf } from '../../../ledgers/settings.ts'

/** The currency that is paid in, and what one of it is worth in the books. */
export const paidCurrency = {
  currency: text({ label: '币种', computed: true, hidden: true, maxLength: 3 }),
  rate: decimal({
    label: '汇率',
    english: 'Exchange rate',
    scale: 8,
    onlyWith: currency.name,
    help: '外币账户收付款用；空则取往来单位币种在单据日期的汇率',
  }),
} as const

/** The rate of the day in the party's own currency, where that is what is paid in. */
const publishedRate = (code: string, { header, lookup }: Pick<DeriveContext, 'header' | 'lookup'>) => {
  const { customer, supplier, date } = header as PaidHead
  const record = lookup(currency, lookup(party, customer ?? supplier)?.currency)
  if (record?.code !== code || typeof date !== 'string' || !isCalendarDate(date)) return undefined
  return rateOn(record.rates, date)
}

interface PaidHead {
  readonly date?: unknown
  readonly customer?: Id<'party'> | null
  readonly supplier?: Id<'party'> | null
}

interface PaidLine {
  readonly cashAccount?: Id<'cashAccount'> | null
}

/** The currency of the accounts, which must be one; a foreign one needs its rate, the books' own has none. */
export const derivePaidCurrency = (
  lines: readonly PaidLine[],
  typed: Decimal | null | undefined,
  context: Pick<DeriveContext, 'header' | 'lookup' | 'settings'>,
) => {
  const { lookup, settings } = context
  const own = settingsOf(settings).currency ?? 'CNY'
  const used = new Set(lines.map((line) => lookup(cashAccount, line.cashAccount)?.currency ?? own))
  if (used.size > 1) throw new FieldRefusal('currency', '资金账户的币种须相同', 'accounts must be of one currency')
  const [code = own] = used
  if (code === own) return { currency: code, rate: null }
  const rate = typed ?? publishedRate(code, context)
  if (!rate || !rate.isPositive() || rate.isZero()) {
    throw new FieldRefusal('rate', `请填写${code}的汇率`, `needs the rate of ${code}`)
  }
  return { currency: code, rate }
}

/** An amount in the currency paid in, as the books have it. */
export const inBooks = (amount: Decimal | null, rate: Decimal | null): Decimal =>
  cents((amount ?? zero).times(rate ?? decimalOf(1)))
