import type { Series } from './method.ts'

/** What was sold in a period, and in which part of its days there was anything to sell. */
export interface SoldPeriod {
  readonly sold: number
  /** From 0 to 1. */
  readonly inStock: number
}

/** Less than half of a period in stock tells nothing of what was wanted. */
const enough = 0.5

/**
 * Demand from sales: a shelf that is empty sells nothing and is wanted all the same. A period that was out of stock for a part is
 * taken as if it had sold at the same pace throughout; one that was mostly out of stock is not known.
 */
export const uncensored = (periods: readonly SoldPeriod[]): Series => {
  const mostlyOut = periods.filter(({ inStock }) => inStock < enough).length
  // What is bought to order is never in stock for long, and nothing was missed by that.
  const isToOrder = mostlyOut * 2 > periods.length
  return periods.map(({ sold, inStock }) => {
    if (inStock >= 1 || isToOrder) return Math.max(0, sold)
    return inStock < enough ? Number.NaN : Math.max(0, sold) / inStock
  })
}
