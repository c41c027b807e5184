/** What stands on the columns of 应交增值税 at the end of a month, in cents; input, relief and payments are debits, given positive. */
export interface VatColumns {
  readonly output: bigint
  readonly input: bigint
  readonly transferredOut: bigint
  /** 减免税款 and 销项税额抵减. */
  readonly relief: bigint
  /** 已交税金, of all months, each paid in its own month. */
  readonly paid: bigint
  /** What of it was paid in this month. */
  readonly paidNow: bigint
  /** What earlier months moved out of these columns: 转出未交 less 转出多交. */
  readonly moved: bigint
  /** What accruals of this very month moved to 未交增值税; as much can be taken back. */
  readonly movedNow: bigint
}

export interface VatMonth {
  /** 转出未交增值税: what is owed now beyond what was moved; negative where this month's accrual moved too much. */
  readonly unpaid: bigint
  /** 转出多交增值税: what was paid in the month beyond what is owed. */
  readonly overpaid: bigint
  /** 期末留抵: input that waits for later output; it stays where it is, without an entry. */
  readonly carried: bigint
}

const atLeastZero = (cents: bigint): bigint => (cents > 0n ? cents : 0n)
const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/**
 * The end of a month of a general taxpayer (财会〔2016〕22号 二（五）): what output exceeds the deductible by is owed; what was paid
 * in the month beyond that is taken back; input in excess stays. Where input was certified after the month was accrued, its
 * accrual comes down before anything is carried. Amounts are cents.
 */
export const vatMonth = (columns: VatColumns): VatMonth => {
  const owed = columns.output + columns.transferredOut - columns.input - columns.relief - columns.moved
  const left = owed - columns.paid
  const overpaid = smaller(atLeastZero(-left), atLeastZero(columns.paidNow))
  const excess = atLeastZero(-left - overpaid)
  const takenBack = smaller(excess, atLeastZero(columns.movedNow))
  return { unpaid: atLeastZero(left) - takenBack, overpaid, carried: excess - takenBack }
}
