import { decimal, round, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readBoms } from './read-boms.ts'
import type { ReadBom } from './read-boms.ts'

/** What an hour costs in a workshop, by its plan. */
export interface HourlyRates {
  readonly labour: Decimal
  readonly overhead: Decimal
}

/** The planned cost of a base unit, by element. */
export interface PlannedCost {
  readonly material: Decimal
  readonly labour: Decimal
  readonly overhead: Decimal
}

export const totalCost = ({ material, labour, overhead }: PlannedCost): Decimal => material.plus(labour).plus(overhead)

const nothing: PlannedCost = { material: zero, labour: zero, overhead: zero }

interface CostRow {
  readonly item: string
  readonly cost: string | null
}

/** What goods cost where they have no BOM, or are in stock anyway: their value over their quantity, else the reference price. */
const goodsCosts = async (work: Work, items: readonly string[]): Promise<Map<string, Decimal>> => {
  const rows = await work.tx.rows<CostRow>(
    `select i.id as item, coalesce(
       (select round(sum(p.amount) / nullif(sum(p.quantity), 0), 10) from cost_pool p
         where p.company_id = $1 and p.item = i.id and p.quantity > 0 and p.amount > 0), i.purchase_price) as cost
     from item i where i.company_id = $1 and i.id = any($2::uuid[])`,
    [work.company, items],
  )
  return new Map(rows.flatMap((row) => (row.cost === null ? [] : [[row.item, decimal(row.cost)] as const])))
}

/** The BOMs of products and of everything in them that has one. */
const bomsBelow = async (work: Work, items: readonly string[], on: string): Promise<Map<string, ReadBom>> => {
  const boms = new Map<string, ReadBom>()
  let asked = [...items]
  while (asked.length > 0) {
    const found = await readBoms(work, { items: asked, on })
    for (const [item, bom] of found) boms.set(item, bom)
    const parts = [...found.values()].flatMap((bom) => bom.components.map((part) => part.component))
    asked = [...new Set(parts)].filter((item) => !boms.has(item) && !asked.includes(item))
  }
  return boms
}

const perUnit = (bom: ReadBom, quantity: Decimal) => quantity.div(bom.quantity)

/** 卷算: from the bottom up, what is bought at its cost, what is made at what its parts and its hours cost. */
const rollUp = (
  bom: ReadBom,
  rates: HourlyRates,
  costOf: (item: string, path: readonly string[]) => PlannedCost,
  path: readonly string[],
): PlannedCost => {
  const parts = bom.components.map((part) => {
    const needed = part.quantity
      .times(part.perUnit)
      .times(decimal(100).plus(part.lossPercent ?? 0))
      .div(100)
    const cost = costOf(part.component, [...path, bom.item])
    return { quantity: perUnit(bom, needed), cost }
  })
  const of = (element: keyof PlannedCost) => sum(parts.map(({ quantity, cost }) => quantity.times(cost[element])))
  const sideways = sum(
    bom.outputs
      .filter((one) => one.kind === 'byProduct')
      .map((one) => perUnit(bom, one.quantity).times(one.unitCost ?? 0)),
  )
  const shares = sum(
    bom.outputs
      .filter((one) => one.kind === 'coProduct')
      .map((one) => perUnit(bom, one.quantity).times(one.costShare ?? 1)),
  ).plus(1)
  const hours = perUnit(bom, bom.labourHours)
  const shared = (value: Decimal) => round(value.div(shares), 10)
  return {
    material: shared(of('material').minus(sideways)),
    labour: shared(of('labour').plus(hours.times(rates.labour))),
    overhead: shared(of('overhead').plus(hours.times(rates.overhead))),
  }
}

/**
 * Planned unit costs of products by their BOM of a day. Within a product, what is in stock counts at what it cost there; with
 * `deep`, everything that has a BOM is rolled up from what is bought.
 */
export const plannedCosts = async (
  work: Work,
  asked: {
    readonly items: readonly string[]
    readonly on: string
    readonly rates: HourlyRates
    readonly deep?: boolean
  },
): Promise<Map<string, PlannedCost>> => {
  const boms = await bomsBelow(work, asked.items, asked.on)
  const every = [
    ...new Set([...asked.items, ...[...boms.values()].flatMap((bom) => bom.components.map((part) => part.component))]),
  ]
  const goods = await goodsCosts(work, every)
  const known = new Map<string, PlannedCost>()
  const costOf = (item: string, path: readonly string[]): PlannedCost => {
    const before = known.get(item)
    if (before !== undefined) return before
    const [bom, cost] = [boms.get(item), goods.get(item)]
    const isBought =
      bom === undefined || path.includes(item) || (path.length > 0 && asked.deep !== true && cost !== undefined)
    const found = isBought ? { ...nothing, material: cost ?? zero } : rollUp(bom, asked.rates, costOf, path)
    known.set(item, found)
    return found
  }
  return new Map(asked.items.map((item) => [item, costOf(item, [])]))
}
