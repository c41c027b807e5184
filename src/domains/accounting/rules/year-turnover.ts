import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** What an account came to in a year so far: 本年累计, and of profit and loss what of it was real. */
export interface TurnoverLine {
  readonly yearDebit: Decimal | null
  readonly yearCredit: Decimal | null
  readonly yearProfit: Decimal | null
}

export interface Turnover {
  readonly debit: Decimal
  readonly credit: Decimal
  /** Carried forward to 本年利润, so that income statements leave it out. */
  readonly closing: boolean
}

/**
 * 本年累计 of an account, told apart into what happened and what was carried forward (结转). An account of profit and loss says its
 * real amount on its own side (实际损益); unless said, all of that side is real, and all of the other was carried forward.
 */
export const yearTurnover = (line: TurnoverLine, profitSide: 'debit' | 'credit' | null): Turnover[] => {
  const [debit, credit] = [line.yearDebit ?? zero, line.yearCredit ?? zero]
  if (profitSide === null) return [{ debit, credit, closing: false }]
  const own = profitSide === 'debit' ? debit : credit
  const other = profitSide === 'debit' ? credit : debit
  // Returns and corrections on the other side come off what is real.
  const returned = own.minus(line.yearProfit ?? own)
  const parts = [
    { own, other: returned, closing: false },
    { own: zero, other: other.minus(returned), closing: true },
  ]
  return parts
    .filter((part) => !part.own.isZero() || !part.other.isZero())
    .map((part) => ({
      debit: profitSide === 'debit' ? part.own : part.other,
      credit: profitSide === 'debit' ? part.other : part.own,
      closing: part.closing,
    }))
}
