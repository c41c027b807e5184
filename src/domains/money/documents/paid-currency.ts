import { decimal as decimalOf, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { cents } from '../../../base/money.ts'
import { decimal, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { settingsOf } from '../../../ledgers/settings.ts'

/** The currency that is paid in, and what one of it is worth in the books. */
export const paidCurrency = {
  currency: text({ label: '币种', computed: true, hidden: true, maxLength: 3 }),
  rate: decimal({ label: '汇率', english: 'Exchange rate', scale: 8, hidden: true, help: '外币账户收付款时填写' }),
} as const

interface PaidLine {
  readonly cashAccount?: Id<'cashAccount'> | null
}

/** The currency of the accounts, which must be one; a foreign one needs its rate, the books' own has none. */
export const derivePaidCurrency = (
  lines: readonly PaidLine[],
  rate: Decimal | null | undefined,
  { lookup, settings }: Pick<DeriveContext, 'lookup' | 'settings'>,
) => {
  const own = settingsOf(settings).currency ?? 'CNY'
  const used = new Set(lines.map((line) => lookup(cashAccount, line.cashAccount)?.currency ?? own))
  if (used.size > 1) throw new FieldRefusal('currency', '资金账户的币种须相同', 'accounts must be of one currency')
  const [currency = own] = used
  if (currency === own) return { currency, rate: null }
  if (!rate || !rate.isPositive() || rate.isZero()) {
    throw new FieldRefusal('rate', `请填写${currency}的汇率`, `needs the rate of ${currency}`)
  }
  return { currency, rate }
}

/** An amount in the currency paid in, as the books have it. */
export const inBooks = (amount: Decimal | null, rate: Decimal | null): Decimal =>
  cents((amount ?? zero).times(rate ?? decimalOf(1)))
