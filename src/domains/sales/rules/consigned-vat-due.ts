import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { TaxFallingDue } from './vat-falling-due.ts'
import { vatDueOn } from './vat-due-on.ts'

/** Goods of one line that are at a consignee's and on no list yet. */
export interface ConsignedGoods {
  readonly line: string
  readonly deliveredOn: CalendarDate
  /** What the goods that are still there sell for, and the tax in it. */
  readonly gross: Decimal
  readonly tax: Decimal
  /** What of that tax is not due yet. */
  readonly left: Decimal
}

/** Money of a consignee that is for no list and no order. */
export interface MoneyAhead {
  readonly on: CalendarDate
  readonly amount: Decimal
}

/**
 * VAT of consigned goods that falls due without a list (rule 1): with money the tax in it, of the goods that were there first; on day
 * 180 the rest. What fell due before is not due again, so it may be asked any number of times.
 */
export const consignedVatDue = (
  goods: readonly ConsignedGoods[],
  money: readonly MoneyAhead[],
  through: CalendarDate,
): TaxFallingDue[] => {
  const lines = goods
    .toSorted((one, other) => (one.deliveredOn < other.deliveredOn ? -1 : 1))
    .map((one) => ({ ...one, covered: zero, due: one.tax.minus(one.left) }))
  const found: TaxFallingDue[] = []
  for (const { on, amount } of money) {
    let rest = on > through ? zero : amount
    for (const line of lines) {
      const room = line.gross.minus(line.covered)
      const part = rest.gt(room) ? room : rest
      if (!part.gt(zero)) continue
      rest = rest.minus(part)
      line.covered = line.covered.plus(part)
      const share = line.covered.eq(line.gross) ? line.tax : cents(line.tax.times(line.covered).div(line.gross))
      const wanted = share.minus(line.due)
      if (!wanted.gt(zero)) continue
      line.due = share
      found.push({ on: on < line.deliveredOn ? line.deliveredOn : on, line: line.line, amount: wanted })
    }
  }
  for (const line of lines) {
    const on = vatDueOn({ deliveredOn: line.deliveredOn, consignmentStatementOn: null })
    const rest = line.tax.minus(line.due)
    if (on <= through && rest.gt(zero)) found.push({ on, line: line.line, amount: rest })
  }
  return found
}
