import { calendarDate } from '../../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../../base/calendar-date.ts'
import { centsText, toCents, toMicros } from '../../../../base/fixed-point.ts'
import type { CostHints, CostMethod, CostSlice, Movement, Step } from '../cost-method.ts'

/** The day of January 2026. */
export function january(day: number): CalendarDate {
  return calendarDate(`2026-01-${String(day).padStart(2, '0')}`)
}

/** So many units in at a price. */
export function received(entry: string, quantity: string, price: string, date = january(1)): Movement {
  const amount = (toMicros(quantity) * toMicros(price)) / 10_000_000_000n
  return { kind: 'receive', entry, date, quantity: toMicros(quantity), amount }
}

/** So many units out. */
export function issued(entry: string, quantity: string, date = january(1)): Movement {
  return { kind: 'issue', entry, date, quantity: toMicros(quantity) }
}

/** Goods in with their slices. */
export function takenIn(entry: string, slices: readonly CostSlice[], date = january(1)): Movement {
  return { kind: 'takeIn', entry, date, slices }
}

/** Goods back to the supplier at their receipt's cost. */
export function givenBack(
  entry: string,
  quantity: string,
  amount: string,
  receipt: string,
  date = january(1),
): Movement {
  return { kind: 'giveBack', entry, date, quantity: toMicros(quantity), amount: toCents(amount), receipt }
}

/** A pool under test: applies movements and says its figures as text. */
export interface PoolUnderTest {
  apply(...movements: readonly Movement[]): Step
  /** What the movement cost, positive for an issue. */
  cost(movement: Movement): string
  /** Quantity and value, '60 / 685.71'. */
  closing(): string
}

/** An empty pool under a method. */
export function poolUnder<State>(method: CostMethod<State>, hints: CostHints = {}): PoolUnderTest {
  const state = method.initial()
  const apply = (...movements: readonly Movement[]): Step => {
    const steps = movements.map((movement) => method.apply(state, movement, hints))
    const last = steps.at(-1)
    if (last === undefined) throw new RangeError('no movement to apply')
    return last
  }
  return {
    apply,
    cost: (movement) => centsText(-apply(movement).amount),
    closing: () => `${quantityText(method.quantityOf(state))} / ${centsText(method.amountOf(state))}`,
  }
}

function quantityText(quantity: bigint): string {
  return quantity % 1_000_000n === 0n ? String(quantity / 1_000_000n) : `${quantity}µ`
}
