import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'

/** Goods promised to us or by us on a day. */
export interface DatedQuantity {
  readonly on: CalendarDate
  readonly quantity: Decimal
}

/** What there is of an item, and what is promised, in base units. */
export interface Availability {
  readonly onHand: Decimal
  /** 在途: on order from suppliers. */
  readonly supply: readonly DatedQuantity[]
  /** 占用: ordered of us and not delivered. */
  readonly demand: readonly DatedQuantity[]
}

/** Available-to-promise from a day on: what can still be promised for that day without breaking a promise. */
export interface PromiseDay {
  readonly on: CalendarDate
  readonly supply: Decimal
  readonly demand: Decimal
  readonly onHand: Decimal
  readonly available: Decimal
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)
const least = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b)

const sumOn = (rows: readonly DatedQuantity[], day: CalendarDate): Decimal =>
  rows.reduce((total, row) => (row.on === day ? total.plus(row.quantity) : total), zero)

/**
 * 可承诺量 by day: on hand plus what comes less what is promised, and of that only what no later promise needs. A promise of
 * ours that is late needs its goods today; a delivery to us that is late is expected tomorrow.
 */
export const availableToPromise = (of: Availability, today: CalendarDate): readonly PromiseDay[] => {
  const supply = of.supply.map((row) => ({ ...row, on: row.on < today ? addDays(today, 1) : row.on }))
  const demand = of.demand.map((row) => ({ ...row, on: later(row.on, today) }))
  const days = [...new Set([today, ...supply.map((row) => row.on), ...demand.map((row) => row.on)])].toSorted()
  let onHand = of.onHand
  const running = days.map((on) => {
    const [comes, goes] = [sumOn(supply, on), sumOn(demand, on)]
    onHand = onHand.plus(comes).minus(goes)
    return { on, supply: comes, demand: goes, onHand }
  })
  let free: Decimal | undefined
  return running
    .toReversed()
    .map((day) => {
      free = free === undefined ? day.onHand : least(free, day.onHand)
      return { ...day, available: free.isNegative() ? zero : free }
    })
    .toReversed()
}

/** When how much of a wanted quantity can be delivered, and what nothing is in sight for. */
export interface PromisedParts {
  readonly slices: readonly DatedQuantity[]
  readonly missing: Decimal
}

/** 交期承诺: the earliest days for a quantity, in parts where it has to be. */
export const promiseDates = (days: readonly PromiseDay[], quantity: Decimal): PromisedParts => {
  const slices: DatedQuantity[] = []
  let given = zero
  for (const { on, available } of days) {
    const more = least(available, quantity).minus(given)
    if (more.lte(0)) continue
    slices.push({ on, quantity: more })
    given = given.plus(more)
  }
  return { slices, missing: quantity.minus(given) }
}
