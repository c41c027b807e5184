import { centPlaces, divRound, microPlaces, shortText, toMicros } from '../../../base/fixed-point.ts'
import { isUuid } from '../../../base/id.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { mixedQuantities } from '../../../ledgers/mixed-quantities.ts'
import type { SayMixed } from '../../../ledgers/mixed-quantities.ts'
import { noStock, wholeOf } from '../../../ledgers/stock/five-quantities.ts'
import type { StockParts } from '../../../ledgers/stock/five-quantities.ts'
import { partsBesideStock } from '../../../ledgers/stock/stock-parts.ts'
import type { PartsByPlace } from '../../../ledgers/stock/stock-parts.ts'
import { withoutZeros } from './markup-column.ts'
import { fiveCells } from './five-columns.ts'
import { heldStock, withUnheld } from './held-stock.ts'
import { valued } from './valued-stock.ts'
import type { Valued } from './valued-stock.ts'
import type { HeldQuestion, HeldStock } from './held-stock.ts'
import { stockOnHand } from './stock-on-hand.ts'

interface Named {
  readonly code: string
  readonly name: string
}

/** What stands beside the stock itself: what comes and what is promised, names of warehouses and units by id. */
interface Beside {
  readonly parts: PartsByPlace
  readonly warehouses: ReadonlyMap<string, Named>
  readonly units: ReadonlyMap<string, Named>
  readonly mixed: SayMixed
}

const readBeside = async (work: Work, asked: HeldQuestion): Promise<Beside> => {
  const items = asked.item ? [asked.item] : asked.items
  const [parts, warehouses, units, mixed] = await Promise.all([
    partsBesideStock(work, { items, asOf: asked.asOf ?? null, knownAt: asked.knownAt ?? null }),
    work.tx.rows<Named & { id: string }>(`select id, code, name from warehouse where company_id = $1`, [work.company]),
    work.tx.rows<Named & { id: string }>(`select id, code, name from unit where company_id = $1`, [work.company]),
    mixedQuantities(work, items ?? null),
  ])
  return {
    parts,
    warehouses: new Map(warehouses.map((row) => [row.id, row])),
    units: new Map(units.map((row) => [row.id, row])),
    mixed,
  }
}

const sumOf = (group: readonly Valued[], pick: (one: Valued) => bigint): bigint => {
  let sum = 0n
  for (const one of group) sum += pick(one)
  return sum
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

const unitCostPlaces = 4
const unitCostText = (amount: bigint, quantity: bigint) =>
  shortText(divRound(amount * 10n ** BigInt(microPlaces + unitCostPlaces - centPlaces), quantity), unitCostPlaces)

/** Which rows are wanted: one a warehouse or one an item, of one warehouse or of all. */
interface Shape {
  readonly byWarehouse: boolean
  /** Undefined where all are wanted. */
  readonly warehouses: ReadonlySet<string> | undefined
}

const isWanted = (place: string, { warehouses }: Shape): boolean => warehouses === undefined || warehouses.has(place)

/** The warehouses asked for: one by its name, those of a branch, or undefined for all. */
const warehousesAsked = async (
  work: Work,
  warehouse: string | null,
  branch: string | null,
): Promise<ReadonlySet<string> | undefined> => {
  if (branch === null) return warehouse === null ? undefined : new Set([warehouse])
  const rows = await work.tx.rows<{ id: string }>(`select id from warehouse where company_id = $1 and branch = $2`, [
    work.company,
    branch,
  ])
  return new Set(rows.map((row) => row.id).filter((id) => warehouse === null || id === warehouse))
}

/** What comes and what is promised of a row's goods: for its warehouse, for the one asked for, or for all. */
const besideOf = (held: HeldStock, { parts }: Beside, shape: Shape): StockParts => {
  const places = parts.get(held.item) ?? new Map<string, StockParts>()
  if (shape.byWarehouse) return places.get(held.warehouse) ?? noStock
  return wholeOf([...places].filter(([place]) => isWanted(place, shape)).map(([, of]) => of))
}

const nameOfPlace = (group: readonly Valued[], { warehouses }: Beside): string =>
  group.length > 1 ? '（全部）' : (warehouses.get(group[0]?.held.warehouse ?? '')?.name ?? '（未定仓库）')

const rowOf = (group: readonly Valued[], beside: Beside, shape: Shape): ReportRow[] => {
  const [first] = group
  if (first === undefined) return []
  const { held } = first
  const quantity = sumOf(group, (one) => one.held.quantity)
  const quantityText = shortText(quantity, microPlaces)
  const amount = sumOf(group, (one) => one.amount)
  const markup = sumOf(group, (one) => one.markup)
  const frozen = sumOf(group, (one) => one.held.held)
  const others = besideOf(held, beside, shape)
  const parts = { ...others, onHand: quantity, frozen: frozen + others.frozen }
  return [
    {
      itemId: held.item,
      warehouseId: shape.byWarehouse ? held.warehouse || null : null,
      code: held.code,
      name: held.name,
      spec: held.spec,
      warehouse: nameOfPlace(group, beside),
      unit: beside.units.get(held.unit)?.name ?? '',
      ...fiveCells(parts),
      mixed: beside.mixed(held.item, quantityText),
      unitCost: quantity === 0n ? null : unitCostText(amount, quantity),
      amount: shortText(amount, centPlaces),
      markup: shortText(markup, centPlaces),
    },
  ]
}

const isShort = (group: readonly Valued[]) =>
  toMicros(group[0]?.held.safety ?? '0') > sumOf(group, (one) => one.held.quantity)

const nothing = { quantity: 0n, held: 0n, own: 0n, shared: 0n, ownMarkup: 0n, sharedMarkup: 0n }

/** Rows of an item that are shown; by warehouse also the places where goods are promised or awaited and none lie. */
const shownOf = (group: readonly Valued[], { parts }: Beside, shape: Shape, withZero: boolean): Valued[] => {
  const [first] = group
  if (first === undefined) return []
  const awaited = [...(parts.get(first.held.item)?.keys() ?? [])].filter((place) => isWanted(place, shape))
  const known = group.filter(({ held }) => isWanted(held.warehouse, shape) && held.warehouse !== '')
  const shown = known.filter(({ held, amount }) => withZero || held.quantity !== 0n || amount !== 0n)
  const there = new Set(shown.map(({ held }) => held.warehouse))
  const more = shape.byWarehouse || shown.length === 0 ? awaited.filter((place) => !there.has(place)) : []
  return [
    ...shown,
    ...more.map((place) => ({ held: { ...first.held, ...nothing, warehouse: place }, amount: 0n, markup: 0n })),
  ]
}

export const runStockOnHand = defineReportRun(stockOnHand, async (parameters, work) => {
  const items = parameters.items ? parameters.items.split(',').filter(isUuid) : null
  const asked = { ...parameters, items }
  const warehouses = await warehousesAsked(work, parameters.warehouse ?? null, parameters.branch ?? null)
  const shape: Shape = { byWarehouse: parameters.byWarehouse === true, warehouses }
  const [held, beside] = await Promise.all([heldStock(work, asked), readBeside(work, asked)])
  const rows = await withUnheld(work, asked, held, [...beside.parts.keys()])
  // A warehouse's value is its share of the pool, so the others are left out only when that is known.
  const shown = byItem(rows, beside).map((group) => shownOf(valued(group), beside, shape, parameters.withZero === true))
  const groups = shape.byWarehouse ? shown.flatMap((group) => group.map((one) => [one])) : shown
  const answer = groups
    .filter((group) => parameters.short !== true || isShort(group))
    .flatMap((group) => rowOf(group, beside, shape))
  return { columns: withoutZeros(stockOnHand.columns, answer, 'markup'), rows: answer }
})
