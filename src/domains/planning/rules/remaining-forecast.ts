import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** A line of a forecast: how much of an item between two days. */
export interface ForecastLine {
  readonly line: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly quantity: Decimal
}

/** What was sold or ordered on a day. */
export interface Sold {
  readonly on: CalendarDate
  readonly quantity: Decimal
}

/**
 * What of an item's forecasts is still to come on a day: sales use up the first forecast that holds their day, and a period
 * that is over expects nothing.
 */
export const remainingForecast = <F extends ForecastLine>(
  lines: readonly F[],
  sold: readonly Sold[],
  today: CalendarDate,
): { readonly line: F; readonly left: Decimal }[] => {
  const left = new Map(
    lines
      .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
      .map((line) => [line, line.quantity]),
  )
  for (const sale of sold) {
    let quantity = sale.quantity
    for (const [line, open] of left) {
      if (sale.on < line.from || sale.on > line.to) continue
      const used = quantity.lt(open) ? quantity : open
      left.set(line, open.minus(used))
      quantity = quantity.minus(used)
    }
  }
  return [...left].flatMap(([line, open]) => (line.to < today || !open.gt(zero) ? [] : [{ line, left: open }]))
}
