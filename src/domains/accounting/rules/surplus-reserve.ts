import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

/** What the appropriation is reckoned from, in the book currency; a loss is negative. */
export interface YearOfProfit {
  /** Net profit of the year. */
  readonly profit: Decimal
  /** 未分配利润 before it: losses of earlier years come first. */
  readonly retained: Decimal
  /** 法定盈余公积 so far. */
  readonly reserve: Decimal
  /** Registered capital. */
  readonly capital: Decimal
}

/**
 * 法定盈余公积 to put by: a tenth of the year's profit after earlier losses are covered, until the reserve has come to half of
 * the registered capital (公司法 2023 第二百一十条).
 */
export const surplusReserve = ({ profit, retained, reserve, capital }: YearOfProfit): Decimal => {
  const base = retained.isNegative() ? profit.plus(retained) : profit
  const room = capital.div(2).minus(reserve)
  const tenth = cents(base.div(10))
  const amount = tenth.lt(room) ? tenth : cents(room)
  return amount.isNegative() ? zero : amount
}
