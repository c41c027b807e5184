import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { money } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** What a collection or payment adds up to. */
export const paidTotals = {
  roundedOff: money({ label: '抹零', english: 'Rounded off' }),
  totalAmount: money({ label: '金额合计', computed: true }),
  totalSettled: money({ label: '核销合计', english: 'Settled', computed: true }),
  totalDiscount: money({ label: '折扣合计', english: 'Discount', computed: true }),
} as const

interface Paid {
  readonly lines: readonly { readonly amount?: Decimal | null }[]
  readonly settlements: readonly { readonly amount?: Decimal | null; readonly discount?: Decimal | null }[]
}

/** What of the money no open item takes: an advance. Rounding off settles without money. */
export const advanceOf = ({ lines, settlements }: Paid, roundedOff: Decimal | null | undefined): Decimal =>
  totalOf(lines, 'amount')
    .plus(roundedOff ?? zero)
    .minus(totalOf(settlements, 'amount'))

/** Sums of the tables; more cannot be settled than was paid. */
export const derivePaidTotals = (paid: Paid, roundedOff: Decimal | null | undefined) => {
  const advance = advanceOf(paid, roundedOff)
  if (advance.isNegative()) {
    throw new FieldRefusal(
      'totalSettled',
      `核销金额比收付金额多 ${advance.neg().toString()}`,
      `${advance.neg().toString()} more is settled than was paid`,
    )
  }
  return {
    advance,
    totalAmount: totalOf(paid.lines, 'amount'),
    totalSettled: totalOf(paid.settlements, 'amount'),
    totalDiscount: totalOf(paid.settlements, 'discount'),
  }
}
