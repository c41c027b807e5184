import { closingAmount } from './carry-work.ts'
import type { CarryWork } from './carry-work.ts'
import type { Cents } from './cost-method.ts'
import { closingQuantity, monthOfPool } from './month-flows.ts'
import type { ConversionLine, PoolMonth, ProductLine } from './month-flows.ts'

/** Where a pool can put the cents that rounding left without goods. */
type Outlet = (work: CarryWork, residue: Cents) => void

/**
 * Moves what rounding left in pools that end empty to where it can stay: into their last issue, else along a conversion
 * into a pool that can take it. Within a circle the pools farthest from such a place come first, so that no cent goes
 * round. A pool without any way out keeps its residue, for the caller to name.
 */
export function absorbResidues(component: readonly string[], work: CarryWork): void {
  const outlets = outletsOf(component, work)
  for (const [pool, outlet] of [...outlets].reverse()) {
    if (outlet === undefined) continue
    const residue = closingAmount(work, pool)
    if (residue !== 0n) outlet(work, residue)
  }
}

/** The pools that can get rid of a residue, nearest to a resting place first; undefined where it may stay. */
function outletsOf(component: readonly string[], work: CarryWork): Map<string, Outlet | undefined> {
  const members = new Set(component)
  const outlets = new Map<string, Outlet | undefined>()
  for (const pool of component) {
    const month = monthOfPool(work.months, pool)
    if (closingQuantity(month) !== 0n) outlets.set(pool, undefined)
    else {
      const outlet = directOutlet(pool, month, members, work)
      if (outlet !== undefined) outlets.set(pool, outlet)
    }
  }
  // Visits pools as they are found, breadth first; the map grows while it is walked.
  for (const [reached] of outlets) {
    for (const { line, conversion } of monthOfPool(work.months, reached).ins) {
      for (const taken of conversion.movement.from) {
        if (members.has(taken.pool) && !outlets.has(taken.pool)) {
          outlets.set(taken.pool, intoProduct({ line: taken, conversion }, line))
        }
      }
    }
  }
  return outlets
}

function directOutlet(
  pool: string,
  month: PoolMonth,
  members: ReadonlySet<string>,
  work: CarryWork,
): Outlet | undefined {
  const last = month.issues.findLast((issue) => issue.quantity > 0n)
  if (last !== undefined) return ({ issueCosts }, residue) => addTo(issueCosts, last.entry, residue)
  for (const out of month.outs.toReversed()) {
    const product = out.conversion.movement.to.find((line) => !members.has(line.pool))
    if (product !== undefined) return intoProduct(out, product)
  }
  const trueUp = work.trueUps.get(pool)
  if (trueUp === undefined) return undefined
  return (_, residue) => {
    trueUp.amount += residue
  }
}

function intoProduct({ line, conversion }: ConversionLine, product: ProductLine): Outlet {
  return (_, residue) => {
    addTo(conversion.costs, line, residue)
    // A product made of goods of later pools too is spread when those are known, this residue with them.
    if (conversion.costs.has(product)) addTo(conversion.costs, product, residue)
  }
}

function addTo<Key>(costs: Map<Key, Cents>, key: Key, amount: Cents): void {
  costs.set(key, (costs.get(key) ?? 0n) + amount)
}
