import { allocateUnits } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { heldStock } from './held-stock.ts'
import type { HeldQuestion, HeldStock } from './held-stock.ts'

/** One item in one warehouse, with what it is worth in cents. */
export interface Valued {
  readonly held: HeldStock
  readonly amount: bigint
  /** What stands beside that in the accounts. */
  readonly markup: bigint
}

const size = (value: bigint) => (value < 0n ? -value : value)

/** The value of a pool that several warehouses share, by their quantities; cents that remain go by largest remainder. */
export const valued = (group: readonly HeldStock[]): Valued[] => {
  const [only, ...others] = group
  if (only !== undefined && others.length === 0) {
    return [{ held: only, amount: only.own + only.shared, markup: only.ownMarkup + only.sharedMarkup }]
  }
  const quantities = group.map((held) => size(held.quantity))
  const amounts = allocateUnits(only?.shared ?? 0n, quantities)
  const markups = allocateUnits(only?.sharedMarkup ?? 0n, quantities)
  return group.map((held, index) => ({
    held,
    amount: held.own + (amounts[index] ?? 0n),
    markup: held.ownMarkup + (markups[index] ?? 0n),
  }))
}

/** What lies in each warehouse and what it is worth, item by item in the order of their codes. */
export const valuedStock = async (work: Work, asked: HeldQuestion): Promise<Valued[]> => {
  const held = await heldStock(work, asked)
  return [...Map.groupBy(held, (row) => row.item).values()].flatMap(valued)
}
