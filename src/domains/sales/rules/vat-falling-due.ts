import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate, cents } from '../../../base/money.ts'

/** A delivery of which VAT is pending, with what has happened to it. */
export interface PendingDelivery {
  readonly deliveredOn: CalendarDate
  /** The day it falls due at the latest, by contract. */
  readonly dueOn: CalendarDate
  /** What the customer owes for it in all, and what came in of that, by day in order. */
  readonly gross: Decimal
  readonly received: readonly { readonly on: CalendarDate; readonly amount: Decimal }[]
  readonly lines: readonly PendingLine[]
}

export interface PendingLine {
  readonly line: string
  /** The tax that was pending on delivery. */
  readonly whole: Decimal
  /** What was invoiced, moved or came back of it since. */
  readonly drawn: Decimal
  /** What of that came back; it was never due. */
  readonly returned: Decimal
}

/** Tax that falls due on a day. */
export interface TaxFallingDue {
  readonly on: CalendarDate
  readonly line: string
  readonly amount: Decimal
}

/** How much of the delivery's pending tax is due from a day on, as cumulated. */
const occasions = (delivery: PendingDelivery, through: CalendarDate) => {
  const whole = sum(delivery.lines.map((line) => line.whole))
  const days = new Map<CalendarDate, Decimal>()
  let cumulated = zero
  for (const { on, amount } of delivery.received) {
    if (on < delivery.deliveredOn || on >= delivery.dueOn || on > through) continue
    cumulated = cumulated.plus(amount)
    const share = delivery.gross.isZero() ? decimal(1) : cumulated.div(delivery.gross)
    days.set(on, share.gt(1) ? whole : cents(whole.times(share)))
  }
  if (delivery.dueOn <= through) days.set(delivery.dueOn, whole)
  return [...days].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/**
 * What falls due of a delivery's pending VAT by a day, in cents: with money received after the delivery the tax in it
 * (spread over the lines by largest remainder), with the contract's day the rest. What was invoiced or moved before
 * counts; what came back does not.
 */
export const vatFallingDue = (delivery: PendingDelivery, through: CalendarDate): TaxFallingDue[] => {
  const done = delivery.lines.map((line) => line.drawn)
  const found: TaxFallingDue[] = []
  for (const [on, due] of occasions(delivery, through)) {
    const shares = allocate(
      due,
      delivery.lines.map((line) => line.whole),
    )
    for (const [index, line] of delivery.lines.entries()) {
      const drawn = done[index] ?? zero
      const wanted = (shares[index] ?? zero).minus(drawn.minus(line.returned))
      const left = line.whole.minus(drawn)
      const amount = wanted.gt(left) ? left : wanted
      if (!amount.isPositive() || amount.isZero()) continue
      done[index] = drawn.plus(amount)
      found.push({ on, line: line.line, amount })
    }
  }
  return found
}
