import type { CalendarDate } from '../../../base/calendar-date.ts'
import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Message } from '../../../kernel/definition/problem.ts'

/** Why a row of a file is no movement of the account: money that moved elsewhere, was never paid, or takes no side. */
export const leftOutReasons = {
  elsewhere: '由银行卡等其他账户收付，以该账户的流水为准',
  unpaid: '交易关闭，未付款',
  neutral: '不计收支，账户余额不变',
} as const
export type LeftOut = keyof typeof leftOutReasons

/** A row of a statement, as every format is read. */
export interface StatementLine {
  /** Where it stands in the file. */
  readonly row: number
  readonly date: CalendarDate
  /** `17:57:17`, where the bank tells it. */
  readonly time: string
  /** What came in is positive, what went out negative; of a row that takes no side, as the file writes it. */
  readonly amount: Decimal
  readonly balance: Decimal | null
  readonly counterparty: string
  readonly counterpartyAccount: string
  readonly memo: string
  /** What the bank calls the transaction; never a number, for it may begin with zeros and be longer than one can hold. */
  readonly reference: string
  /** Kept back inside the amount, where the file tells it. */
  readonly fee: Decimal | null
  /** The side that the file names, where it names one. */
  readonly side: 'in' | 'out' | 'neutral'
  readonly leftOut: LeftOut | null
}

/** One statement as it was read: of one account, over one span of days. */
export interface ReadStatement {
  /** The account's number as far as the file shows it; stars where it is masked. */
  readonly account: string
  readonly currency: string
  readonly opening: Decimal | null
  readonly closing: Decimal | null
  readonly lines: readonly StatementLine[]
  /** What does not fit within the file itself; it is told, and does not stop the import. */
  readonly warnings: readonly Message[]
}

/** How many rows of a side, and what they come to. */
export const tallyOf = (lines: readonly StatementLine[], side: StatementLine['side']) => {
  const own = lines.filter((line) => line.side === side)
  return { count: own.length, amount: sum(own.map((line) => line.amount.abs())) }
}

/** The rows that move the account, the oldest first; a file that begins with the newest day is turned round. */
export const movedLines = (lines: readonly StatementLine[]): readonly StatementLine[] => {
  const moved = lines.filter((line) => line.leftOut === null)
  const [first, last] = [moved[0], moved.at(-1)]
  if (first === undefined || last === undefined) return moved
  const moment = (line: StatementLine) => `${line.date} ${line.time}`
  const ordered = moment(first) > moment(last) ? moved.toReversed() : [...moved]
  // What a file leaves in one day's disorder stays as it is: the bank's own order carries its balances.
  return ordered.toSorted((one, other) => one.date.localeCompare(other.date))
}
