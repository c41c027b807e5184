import type { Cents, Micros } from './cost-method.ts'
import { monthOfPool } from './month-flows.ts'
import type { PoolMonth } from './month-flows.ts'

/** What the carry works on. */
export interface CarryWork {
  readonly months: ReadonlyMap<string, PoolMonth>
  /** What issues cost, by entry; negative for returns. */
  readonly issueCosts: Map<string, Cents>
  readonly trueUps: Map<string, { quantity: Micros; amount: Cents }>
}

/** The value a pool is left with. */
export function closingAmount({ months, issueCosts, trueUps }: CarryWork, pool: string): Cents {
  const { opening, given, ins, outs, issues } = monthOfPool(months, pool)
  let amount = opening.amount + given.amount - (trueUps.get(pool)?.amount ?? 0n)
  for (const { line, conversion } of ins) amount += conversion.costs.get(line) ?? 0n
  for (const { line, conversion } of outs) amount -= conversion.costs.get(line) ?? 0n
  for (const { entry } of issues) amount -= issueCosts.get(entry) ?? 0n
  return amount
}
