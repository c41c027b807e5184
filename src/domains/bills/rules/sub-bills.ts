import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { toCents } from '../../../base/fixed-point.ts'

/** 子票区间 of a new-generation bill: it is made of sub-bills of one cent each, numbered from 1 (新一代票据 等分化). */
export interface SubBills {
  readonly first: bigint
  readonly last: bigint
}

/** The sub-bills of an amount, beginning with one. Cents are whole, as amounts have two places. */
export const subBills = (first: bigint, amount: Decimal): SubBills => ({
  first,
  last: first + toCents(amount.toString()) - 1n,
})

/** As it is written: `1-5000000`. */
export const writeSubBills = ({ first, last }: SubBills): string => `${first}-${last}`

/** Reads `1-5000000`; undefined where it is none, or stands the wrong way round. */
export const readSubBills = (text: string | null | undefined): SubBills | undefined => {
  const [, from, to] = /^\s*(\d{1,15})\s*[-–—~至]\s*(\d{1,15})\s*$/.exec(text ?? '') ?? []
  if (from === undefined || to === undefined) return undefined
  const range = { first: BigInt(from), last: BigInt(to) }
  return range.first > 0n && range.last >= range.first ? range : undefined
}

/** What the sub-bills are worth. */
export const worthOf = ({ first, last }: SubBills): Decimal => decimal(last - first + 1n).div(100)
