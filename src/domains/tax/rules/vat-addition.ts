import { Decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

/** What a month adds to the input tax of a company that may (加计抵减). Amounts of the month. */
export interface AdditionAsked {
  /** 期初余额: what earlier months could not use. */
  readonly begun: Decimal
  /** 当期可抵扣进项税额. */
  readonly input: Decimal
  /** 进项税额转出 of the month, whose addition is taken back. */
  readonly transferredOut: Decimal
  readonly percent: Decimal
  /** What would be paid without it: 主表 第 11 − 18 栏. */
  readonly payable: Decimal
}

export interface Addition {
  readonly added: Decimal
  readonly takenBack: Decimal
  readonly available: Decimal
  readonly used: Decimal
  readonly left: Decimal
}

/**
 * 加计抵减 of a month (财政部 税务总局公告2023年第43号 第二、三条): a percentage of the input tax that may be deducted, up to what would
 * be paid; the rest waits. What transfers out take back may leave it below nothing, and then nothing is used.
 */
export const vatAddition = ({ begun, input, transferredOut, percent, payable }: AdditionAsked): Addition => {
  const share = (amount: Decimal): Decimal => cents(amount.times(percent).div(100))
  const [added, takenBack] = [share(input), share(transferredOut)]
  const available = begun.plus(added).minus(takenBack)
  const used = Decimal.max(zero, Decimal.min(available, payable))
  return { added, takenBack, available, used, left: available.minus(used) }
}
