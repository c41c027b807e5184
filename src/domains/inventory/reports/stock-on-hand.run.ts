import { allocateUnits, centPlaces, divRound, microPlaces, shortText, toMicros } from '../../../base/fixed-point.ts'
import { isUuid } from '../../../base/id.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { heldStock } from './held-stock.ts'
import type { HeldStock } from './held-stock.ts'
import { stockOnHand } from './stock-on-hand.ts'

interface Promised {
  readonly demand: bigint
  readonly supply: bigint
}

interface Named {
  readonly code: string
  readonly name: string
}

const nothing: Promised = { demand: 0n, supply: 0n }

/** What stands beside the stock itself: promises by item, names of warehouses and units by id. */
interface Beside {
  readonly promised: ReadonlyMap<string, Promised>
  readonly warehouses: ReadonlyMap<string, Named>
  readonly units: ReadonlyMap<string, Named>
}

const readBeside = async (work: Work): Promise<Beside> => {
  const [promised, warehouses, units] = await Promise.all([
    work.tx.rows<{ item: string; demand: string; supply: string }>(
      `select item, coalesce(sum(quantity) filter (where kind = 'demand'), 0) as demand,
         coalesce(sum(quantity) filter (where kind = 'supply'), 0) as supply
       from plan_balance where company_id = $1 and quantity <> 0 group by item`,
      [work.company],
    ),
    work.tx.rows<Named & { id: string }>(`select id, code, name from warehouse where company_id = $1`, [work.company]),
    work.tx.rows<Named & { id: string }>(`select id, code, name from unit where company_id = $1`, [work.company]),
  ])
  return {
    promised: new Map(
      promised.map((row) => [row.item, { demand: toMicros(row.demand), supply: toMicros(row.supply) }]),
    ),
    warehouses: new Map(warehouses.map((row) => [row.id, row])),
    units: new Map(units.map((row) => [row.id, row])),
  }
}

/** One item in one warehouse, with what it is worth in cents. */
interface Valued {
  readonly held: HeldStock
  readonly amount: bigint
}

const size = (value: bigint) => (value < 0n ? -value : value)

const sumOf = (group: readonly Valued[], pick: (one: Valued) => bigint): bigint => {
  let sum = 0n
  for (const one of group) sum += pick(one)
  return sum
}

/** The value of a pool that several warehouses share, by their quantities; cents that remain go by largest remainder. */
const valued = (group: readonly HeldStock[]): Valued[] => {
  const [only, ...others] = group
  if (only !== undefined && others.length === 0) return [{ held: only, amount: only.own + only.shared }]
  const shared = only?.shared ?? 0n
  const shares = allocateUnits(
    shared,
    group.map((held) => size(held.quantity)),
  )
  return group.map((held, index) => ({ held, amount: held.own + (shares[index] ?? 0n) }))
}

/** Rows of one item stand together: they are read in the order of its code. */
const byItem = (rows: readonly HeldStock[], { warehouses }: Beside): HeldStock[][] => {
  const groups: HeldStock[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.item === row.item) last.push(row)
    else groups.push([row])
  }
  const codeOf = (held: HeldStock) => warehouses.get(held.warehouse)?.code ?? ''
  for (const group of groups) if (group.length > 1) group.sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1))
  return groups
}

const quantityText = (micros: bigint) => shortText(micros, microPlaces)

const unitCostPlaces = 4
const unitCostText = (amount: bigint, quantity: bigint) =>
  shortText(divRound(amount * 10n ** BigInt(microPlaces + unitCostPlaces - centPlaces), quantity), unitCostPlaces)

const rowOf = (group: readonly Valued[], beside: Beside, byWarehouse: boolean): ReportRow => {
  const [first] = group
  const held = first?.held
  const name = beside.warehouses.get(held?.warehouse ?? '')?.name ?? ''
  const quantity = sumOf(group, (one) => one.held.quantity)
  const amount = sumOf(group, (one) => one.amount)
  const notFree = sumOf(group, (one) => one.held.held)
  const { demand, supply } = beside.promised.get(held?.item ?? '') ?? nothing
  return {
    itemId: held?.item ?? null,
    warehouseId: byWarehouse ? (held?.warehouse ?? null) : null,
    code: held?.code ?? '',
    name: held?.name ?? '',
    spec: held?.spec ?? null,
    warehouse: group.length > 1 ? '（全部）' : name,
    unit: beside.units.get(held?.unit ?? '')?.name ?? '',
    quantity: quantityText(quantity),
    demand: byWarehouse ? null : quantityText(demand),
    supply: byWarehouse ? null : quantityText(supply),
    held: notFree === 0n ? null : quantityText(notFree),
    available: quantityText(quantity - notFree - (byWarehouse ? 0n : demand)),
    unitCost: quantity === 0n ? null : unitCostText(amount, quantity),
    amount: shortText(amount, centPlaces),
  }
}

const isShort = (group: readonly Valued[]) =>
  toMicros(group[0]?.held.safety ?? '0') > sumOf(group, (one) => one.held.quantity)

export const runStockOnHand = defineReportRun(stockOnHand, async (parameters, work) => {
  const items = parameters.items ? parameters.items.split(',').filter(isUuid) : null
  const [held, beside] = await Promise.all([heldStock(work, { ...parameters, items }), readBeside(work)])
  // A warehouse's value is its share of the pool, so the others are left out only when that is known.
  const isShown = ({ held: one, amount }: Valued) =>
    (!parameters.warehouse || one.warehouse === parameters.warehouse) &&
    (parameters.withZero === true || one.quantity !== 0n || amount !== 0n)
  const shown = byItem(held, beside).map((group) => valued(group).filter(isShown))
  const groups = parameters.byWarehouse === true ? shown.flatMap((group) => group.map((one) => [one])) : shown
  return {
    rows: groups
      .filter((group) => group.length > 0 && (parameters.short !== true || isShort(group)))
      .map((group) => rowOf(group, beside, parameters.byWarehouse === true)),
  }
})
