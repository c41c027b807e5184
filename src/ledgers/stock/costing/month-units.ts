import type { Cents, UnitCost } from './cost-method.ts'
import { solveExactly } from './exact-linear-equations.ts'
import type { Equation } from './exact-linear-equations.ts'
import { monthOfPool, quantityToCost } from './month-flows.ts'
import type { ConversionLine, PoolMonth, ProductLine } from './month-flows.ts'

/** A pool's unit cost of the month; flagged when the month itself could not say it. */
export interface MonthUnit {
  readonly unit: UnitCost
  readonly flag?: 'lastCost' | 'noCost'
}

/**
 * The unit costs of pools that depend on each other (循环调拨), by solving
 * quantity × unit = opening + given + Σ share × (added + Σ quantity × unit of the goods taken), exactly.
 * A pool with nothing to spread over takes its last cost, and so do all whose equations leave it open or make it negative.
 */
export function monthUnits(
  component: readonly string[],
  months: ReadonlyMap<string, PoolMonth>,
): Map<string, MonthUnit> {
  const units = new Map<string, MonthUnit>()
  let unknown: readonly string[] = component
  const giveUp = (pools: readonly string[]): void => {
    for (const pool of pools) units.set(pool, lastUnitOf(monthOfPool(months, pool)))
    unknown = unknown.filter((pool) => !units.has(pool))
  }
  giveUp(component.filter((pool) => quantityToCost(monthOfPool(months, pool)) <= 0n))
  while (unknown.length > 0) {
    const solved = solution(unknown, units, months)
    const negative = unknown.filter((_, index) => (solved?.[index]?.amount ?? -1n) < 0n)
    if (solved !== undefined && negative.length === 0) {
      for (const [index, pool] of unknown.entries()) {
        const unit = solved[index]
        if (unit !== undefined) units.set(pool, { unit })
      }
      break
    }
    giveUp(negative)
  }
  return units
}

function lastUnitOf({ opening }: PoolMonth): MonthUnit {
  const unit = opening.lastUnit
  if (unit === undefined || unit.quantity === 0n) return { unit: { amount: 0n, quantity: 1n }, flag: 'noCost' }
  return { unit, flag: 'lastCost' }
}

function solution(
  unknown: readonly string[],
  known: ReadonlyMap<string, MonthUnit>,
  months: ReadonlyMap<string, PoolMonth>,
): UnitCost[] | undefined {
  const places = new Map(unknown.map((pool, index) => [pool, index]))
  const solved = solveExactly(unknown.map((pool) => equationOf(monthOfPool(months, pool), pool, places, known)))
  return solved?.numerators.map((numerator) => inLowestTerms(numerator, solved.denominator))
}

/** All terms of an equation, multiplied by one number that makes them whole. */
function equationOf(
  month: PoolMonth,
  pool: string,
  places: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, MonthUnit>,
): Equation {
  const { opening, given, ins } = month
  const coefficients = Array.from(places, () => 0n)
  const multiplier = ins.reduce((all, each) => leastCommonMultiple(all, denominatorOf(each, places, known)), 1n)
  let constant = multiplier * ((opening.quantity < 0n ? 0n : opening.amount) + given.amount)
  const add = (target: string, value: bigint): void => {
    const place = places.get(target)
    if (place !== undefined) coefficients[place] = (coefficients[place] ?? 0n) + value
  }
  add(pool, multiplier * quantityToCost(month))
  for (const { line, conversion } of ins) {
    const weight = (line.share * multiplier) / totalShare(conversion.movement.to)
    constant += weight * conversion.movement.added
    for (const taken of conversion.movement.from) {
      const unit = known.get(taken.pool)?.unit
      if (places.has(taken.pool)) add(taken.pool, -weight * taken.quantity)
      else if (unit === undefined) constant += weight * (conversion.costs.get(taken) ?? 0n)
      else constant += (weight * taken.quantity * unit.amount) / unit.quantity
    }
  }
  return { coefficients, constant }
}

/** What a conversion's terms must be multiplied by: its total share, and the quantities of unit costs that are known. */
function denominatorOf(
  { conversion }: ConversionLine<ProductLine>,
  places: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, MonthUnit>,
): bigint {
  const quantities = conversion.movement.from.flatMap(({ pool }) => {
    const unit = places.has(pool) ? undefined : known.get(pool)?.unit
    return unit === undefined ? [] : [unit.quantity]
  })
  return totalShare(conversion.movement.to) * quantities.reduce(leastCommonMultiple, 1n)
}

function totalShare(lines: readonly ProductLine[]): bigint {
  return lines.reduce((total, line) => total + line.share, 0n)
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function leastCommonMultiple(one: bigint, other: bigint): bigint {
  return (one / greatestCommonDivisor(one, other)) * other
}

function inLowestTerms(amount: Cents, quantity: bigint): UnitCost {
  const divisor = greatestCommonDivisor(amount, quantity)
  return divisor === 0n ? { amount, quantity } : { amount: amount / divisor, quantity: quantity / divisor }
}
