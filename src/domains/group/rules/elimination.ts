import { divRound } from '../../../base/fixed-point.ts'
import type { GroupStatement } from './consolidated-forms.ts'
import type { InternalFigures } from './internal-figures.ts'

/** A line of an entry of consolidation, in cents; one side is zero. */
export interface EliminationLine {
  readonly statement: GroupStatement
  readonly line: number
  readonly debit: bigint
  readonly credit: bigint
  readonly remark?: string
}

export interface Elimination {
  readonly kind: 'investment' | 'dividend' | 'balances' | 'trade' | 'profit' | 'cash'
  readonly note: string
  readonly lines: readonly EliminationLine[]
}

/** A member as the rules see it. */
export interface Member {
  readonly code: string
  readonly name: string
  /** Lines of the balance sheet at the end, as the year began, and the net profit of the year. */
  readonly closing: ReadonlyMap<number, bigint>
  readonly opening: ReadonlyMap<number, bigint>
  readonly profit: bigint
  readonly internal: InternalFigures
}

/** What the parent holds of a subsidiary. Percent with six places, money in cents; null where it is to be found. */
export interface Holding {
  readonly company: string
  readonly share: bigint
  readonly investment: bigint | null
  readonly acquiredEquity: bigint | null
}

export interface GroupTerms {
  readonly parent: string
  readonly holdings: readonly Holding[]
  /** Deferred tax on unrealised profit, percent with six places. */
  readonly tax: bigint
}

/** A whole in percent with six places. */
export const wholePercent = 100_000_000n

/** A part of an amount, by percent. */
export const partOf = (amount: bigint, percent: bigint): bigint => divRound(amount * percent, wholePercent)

/** A line with a debit, or a credit where the amount is negative; none where it is zero. */
export const debit = (statement: GroupStatement, line: number, amount: bigint, remark?: string): EliminationLine[] =>
  amount === 0n
    ? []
    : [
        {
          statement,
          line,
          debit: amount > 0n ? amount : 0n,
          credit: amount < 0n ? -amount : 0n,
          ...(remark === undefined ? {} : { remark }),
        },
      ]

export const credit = (statement: GroupStatement, line: number, amount: bigint, remark?: string): EliminationLine[] =>
  debit(statement, line, -amount, remark)
