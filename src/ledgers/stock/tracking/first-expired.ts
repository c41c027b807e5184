import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** What is there of a lot, and what decides whether it may go and when. */
export interface LotOnHand {
  readonly number: string
  readonly available: Decimal
  readonly expiresOn: CalendarDate | null
  readonly producedOn: CalendarDate | null
  readonly isNormal: boolean
}

/** What who gets the goods asks of their remaining life (最短剩余效期): days, a share of the whole shelf life, or both. */
export interface RemainingLife {
  readonly days: number | null
  readonly percent: Decimal | null
}

export const anyLife: RemainingLife = { days: null, percent: null }

/** Whether a lot may not be sold or used on a day: 有效期至 is its last good day. */
export const isExpired = (lot: Pick<LotOnHand, 'expiresOn'>, on: CalendarDate): boolean =>
  lot.expiresOn !== null && lot.expiresOn < on

/**
 * The remaining days that are asked of a lot, where it has fewer on the day; null where it has enough, or no expiry day. A
 * share of the shelf life needs the day of production; without it only the days count. Shares round up to whole days.
 */
export const lifeMissing = (
  lot: Pick<LotOnHand, 'expiresOn' | 'producedOn'>,
  on: CalendarDate,
  asked: RemainingLife,
): { readonly left: number; readonly asked: number } | null => {
  if (lot.expiresOn === null) return null
  const left = daysBetween(on, lot.expiresOn)
  const whole = lot.producedOn === null ? 0 : daysBetween(lot.producedOn, lot.expiresOn)
  const share = asked.percent === null ? 0 : asked.percent.times(whole).div(100).ceil().toNumber()
  const days = Math.max(asked.days ?? 0, share)
  return left < days ? { left, asked: days } : null
}

/** So much of one lot. */
export interface LotPick {
  readonly number: string
  readonly quantity: Decimal
}

const inOrder = (a: LotOnHand, b: LotOnHand): number => {
  const [one, other] = [a.expiresOn ?? '9999-12-31', b.expiresOn ?? '9999-12-31']
  if (one !== other) return one < other ? -1 : 1
  const [made, madeOther] = [a.producedOn ?? '', b.producedOn ?? '']
  if (made !== madeOther) return made < madeOther ? -1 : 1
  return a.number < b.number ? -1 : 1
}

/** The lots that may go on a day, the first to expire first (先到期先出); those without an expiry day by their making, last. */
export const lotsToGo = (lots: readonly LotOnHand[], on: CalendarDate, asked: RemainingLife = anyLife): LotOnHand[] =>
  lots
    .filter((lot) => lot.isNormal && lot.available.gt(0) && !isExpired(lot, on) && lifeMissing(lot, on, asked) === null)
    .toSorted(inOrder)

/**
 * Takes a quantity from lots in their order, of each a whole number of `step` (one of the line's unit, in base). What they
 * do not have is `left`.
 */
export const pickLots = (
  lots: readonly LotOnHand[],
  quantity: Decimal,
  step: Decimal | null = null,
): { readonly picks: readonly LotPick[]; readonly left: Decimal } => {
  const picks: LotPick[] = []
  let left = quantity
  for (const lot of lots) {
    if (left.lte(0)) break
    const there = lot.available.lt(left) ? lot.available : left
    const taken = step === null || there.eq(left) ? there : there.div(step).floor().times(step)
    if (taken.lte(0)) continue
    picks.push({ number: lot.number, quantity: taken })
    left = left.minus(taken)
  }
  return { picks, left: left.isNegative() ? zero : left }
}
