import { allocateUnits, mulDivRound } from '../../../base/fixed-point.ts'
import { connectedComponents } from './connected-components.ts'
import { costAt } from './cost-method.ts'
import type { Cents, Micros, UnitCost } from './cost-method.ts'
import { closingAmount } from './carry-work.ts'
import type { CarryWork } from './carry-work.ts'
import { absorbResidues } from './month-residues.ts'
import { monthFlows, monthOfPool, quantityToCost, closingQuantity } from './month-flows.ts'
import type { Conversion, MonthMovement, OpeningPool, PoolMonth } from './month-flows.ts'
import { monthUnits } from './month-units.ts'
import type { MonthUnit } from './month-units.ts'

/** A pool at the end of the month. */
export interface CarriedPool {
  readonly pool: string
  /** The month's unit cost, exact; next month's provisional one. */
  readonly unit: UnitCost
  readonly quantity: Micros
  readonly amount: Cents
  /** Goods short from earlier months that this month covers, and how much more they cost than was thought (rule 16). */
  readonly trueUp?: { readonly quantity: Micros; readonly amount: Cents }
  /** Value that no goods are left to carry and no issue can take, as after a purchase return at another price (rule 8). */
  readonly remainder: Cents
  /** The month could not say the unit cost: the last one was used, or none is known. */
  readonly flag?: MonthUnit['flag']
}

/** The final costs of a month. */
export interface MonthlyCarry {
  readonly pools: readonly CarriedPool[]
  /** By entry of issues and conversion lines: the signed change of their pool's value. */
  readonly amounts: ReadonlyMap<string, Cents>
}

/**
 * 全月一次加权平均, the carry at the end of a month (rule 14): the month's unit cost is (opening + given inflows) ÷
 * quantity. Pools are taken in the order in which their goods flow; those in a circle are solved together. Costs are
 * rounded to cents as they pass from pool to pool, and nothing is lost: what rounding leaves stays in stock, and where no
 * stock is left the last issue takes it. Repeatable: it starts from the opening every time.
 */
export function monthlyCarry(openings: readonly OpeningPool[], movements: readonly MonthMovement[]): MonthlyCarry {
  const months = monthFlows(openings, movements)
  const work: CarryWork = { months, issueCosts: new Map(), trueUps: new Map() }
  const units = new Map<string, MonthUnit>()
  const components = connectedComponents([...months.keys()], (pool) => sourcesOf(monthOfPool(months, pool)))
  for (const component of components) {
    for (const [pool, unit] of monthUnits(component, months)) {
      units.set(pool, unit)
      costAtUnit(work, pool, unit.unit)
    }
    passOn(component, months)
    absorbResidues(component, work)
  }
  return { pools: [...months.keys()].map((pool) => carried(work, pool, units)), amounts: signedAmounts(work) }
}

function sourcesOf(month: PoolMonth): string[] {
  return month.ins.flatMap(({ conversion }) => conversion.movement.from.map((line) => line.pool))
}

function costAtUnit(work: CarryWork, pool: string, unit: UnitCost): void {
  const month = monthOfPool(work.months, pool)
  for (const issue of month.issues) work.issueCosts.set(issue.entry, costAt(unit, issue.quantity))
  for (const { line, conversion } of month.outs) conversion.costs.set(line, costAt(unit, line.quantity))
  const { quantity, amount } = month.opening
  const available = quantityToCost(month)
  if (quantity >= 0n || available <= 0n) return
  const covered = -quantity < available ? -quantity : available
  const provisional = mulDivRound(amount, covered, quantity)
  work.trueUps.set(pool, { quantity: covered, amount: costAt(unit, covered) - provisional })
}

/** Spreads the cost of conversions over their products, once all that they took is known. */
function passOn(component: readonly string[], months: ReadonlyMap<string, PoolMonth>): void {
  for (const pool of component) {
    for (const { conversion } of monthOfPool(months, pool).outs) spread(conversion)
  }
}

function spread({ movement, costs }: Conversion): void {
  let total = movement.added
  for (const line of movement.from) {
    const cost = costs.get(line)
    if (cost === undefined) return
    total += cost
  }
  const shares = allocateUnits(
    total,
    movement.to.map((line) => line.share),
  )
  for (const [index, line] of movement.to.entries()) costs.set(line, shares[index] ?? 0n)
}

function carried(work: CarryWork, pool: string, units: ReadonlyMap<string, MonthUnit>): CarriedPool {
  const found = units.get(pool)
  if (found === undefined) throw new RangeError(`cost pool ${pool} was not carried`)
  const quantity = closingQuantity(monthOfPool(work.months, pool))
  const left = closingAmount(work, pool)
  const kept = quantity === 0n || (quantity > 0n && left < 0n) ? 0n : left
  return {
    pool,
    unit: found.unit,
    quantity,
    amount: kept,
    trueUp: work.trueUps.get(pool),
    remainder: left - kept,
    flag: found.flag,
  }
}

function signedAmounts({ months, issueCosts }: CarryWork): Map<string, Cents> {
  const amounts = new Map<string, Cents>()
  for (const [entry, cost] of issueCosts) amounts.set(entry, -cost)
  for (const { ins, outs } of months.values()) {
    for (const { line, conversion } of outs) amounts.set(line.entry, -(conversion.costs.get(line) ?? 0n))
    for (const { line, conversion } of ins) amounts.set(line.entry, conversion.costs.get(line) ?? 0n)
  }
  return amounts
}
