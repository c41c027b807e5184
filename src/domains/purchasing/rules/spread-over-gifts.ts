import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'

/** A line of goods received: what it cost, and whether it was given. */
export interface ReceivedLine {
  readonly item: string
  /** In the base unit. */
  readonly quantity: Decimal
  readonly cost: Decimal
  readonly isGift: boolean
}

/**
 * The cost at which each line goes into stock, in cents: what was paid for an item is spread over all that came of it,
 * gifts with it, by quantity and largest remainder. A gift of which nothing was paid for comes in at no cost.
 */
export const spreadOverGifts = (lines: readonly ReceivedLine[]): Decimal[] => {
  const costs = lines.map((line) => line.cost)
  const places = new Map(lines.map((line, index) => [line, index]))
  for (const ofItem of Map.groupBy(lines, (line) => line.item).values()) {
    if (!ofItem.some((line) => line.isGift) || ofItem.every((line) => line.isGift)) continue
    const parts = allocate(
      sum(ofItem.map((line) => line.cost)),
      ofItem.map((line) => line.quantity),
    )
    for (const [index, line] of ofItem.entries()) {
      const part = parts[index]
      const place = places.get(line)
      if (part !== undefined && place !== undefined) costs[place] = part
    }
  }
  return costs
}
