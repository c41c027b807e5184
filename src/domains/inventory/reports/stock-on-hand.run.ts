import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { isUuid } from '../../../base/id.ts'
import { allocate } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { stockOnHand } from './stock-on-hand.ts'

interface StockRow {
  readonly item_id: string
  readonly warehouse_id: string
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly warehouse: string
  readonly unit: string
  readonly quantity: string
  readonly held: string
  readonly amount: string
  readonly pool_amount: string
  readonly demand: string
  readonly supply: string
  readonly safety: string | null
}

interface Asked {
  readonly item?: string | null
  readonly items?: string | null
  readonly category?: string | null
  readonly warehouse?: string | null
  readonly asOf?: string | null
  readonly knownAt?: Date | null
}

const itemsIn = (asked: Asked) => (asked.items ? asked.items.split(',').filter(isUuid) : null)

const values = (work: Work, asked: Asked) => [work.company, asked.item ?? null, asked.category ?? null, itemsIn(asked)]

const named = `
  select b.item as item_id, b.warehouse as warehouse_id, i.code, i.name, i.spec, w.name as warehouse, u.name as unit,
    b.quantity, coalesce(b.held, 0) as held, b.amount, coalesce(p.amount, 0) as pool_amount, coalesce(d.demand, 0) as demand, coalesce(d.supply, 0) as supply,
    i.safety_stock as safety
  from b
  join item i on i.company_id = $1 and i.id = b.item and ($3::uuid is null or i.category = $3)
  join unit u on u.company_id = $1 and u.id = i.unit
  join warehouse w on w.company_id = $1 and w.id = b.warehouse
  left join p on p.item = b.item
  left join d on d.item = b.item
  order by i.code, w.code`

const promises = `d as (
  select item, sum(quantity) filter (where kind = 'demand') as demand, sum(quantity) filter (where kind = 'supply') as supply
  from plan_balance where company_id = $1 and quantity <> 0 group by item)`

/**
 * Now: from the balances, which every posting moves in its own transaction. Pools of goods on hand are named by item, or
 * by item and warehouse; those of goods elsewhere by the kind of place.
 */
const now = (work: Work, asked: Asked) =>
  work.tx.rows<StockRow>(
    `with b as (
       select item, warehouse, sum(quantity) as quantity, sum(quantity) filter (where place <> 'onHand') as held, 0::numeric as amount from stock_balance
       where company_id = $1 and place in (${pooledPlacesSql}) and ($2::uuid is null or item = $2) and ($4::uuid[] is null or item = any($4))
       group by item, warehouse),
     p as (select item, sum(amount) as amount from cost_pool where company_id = $1 and length(pool) in (36, 73) group by item),
     ${promises} ${named}`,
    values(work, asked),
  )

/** On a day, and as it was known at a moment: from the entries themselves. */
const then = (work: Work, asked: Asked) =>
  work.tx.rows<StockRow>(
    `with e as (
       select item, warehouse, sum(quantity) as quantity, sum(quantity) filter (where place <> 'onHand') as held, sum(amount) as amount from stock_entry
       where company_id = $1 and place in (${pooledPlacesSql}) and ($2::uuid is null or item = $2) and ($4::uuid[] is null or item = any($4))
         and ($5::date is null or date <= $5) and ($6::timestamptz is null or recorded_at <= $6)
       group by item, warehouse),
     b as (select item, warehouse, quantity, held, amount from e),
     p as (select item, sum(amount) as amount from e group by item),
     ${promises} ${named}`,
    [...values(work, asked), asked.asOf ?? null, asked.knownAt ?? null],
  )

/** The value of a pool that several warehouses share, by their quantities; cents that remain go by largest remainder. */
const valued = (rows: readonly StockRow[], byPool: boolean): Map<StockRow, Decimal> => {
  if (byPool) return new Map(rows.map((row) => [row, decimal(row.amount)]))
  const shares = new Map<StockRow, Decimal>()
  for (const group of Map.groupBy(rows, (row) => row.item_id).values()) {
    const [first] = group
    if (first === undefined) continue
    const parts = allocate(
      first.pool_amount,
      group.map((row) => decimal(row.quantity).abs()),
    )
    group.forEach((row, index) => shares.set(row, parts[index] ?? zero))
  }
  return shares
}

const rowOf = (rows: readonly StockRow[], amounts: ReadonlyMap<StockRow, Decimal>, byWarehouse: boolean): ReportRow => {
  const [first] = rows
  const quantity = sum(rows.map((row) => row.quantity))
  const amount = sum(rows.map((row) => amounts.get(row) ?? zero))
  const held = sum(rows.map((row) => row.held))
  const demand = decimal(first?.demand ?? 0)
  return {
    itemId: first?.item_id ?? null,
    warehouseId: byWarehouse ? (first?.warehouse_id ?? null) : null,
    code: first?.code ?? '',
    name: first?.name ?? '',
    spec: first?.spec ?? null,
    warehouse: byWarehouse ? (first?.warehouse ?? '') : rows.length > 1 ? '（全部）' : (first?.warehouse ?? ''),
    unit: first?.unit ?? '',
    quantity: quantity.toString(),
    demand: byWarehouse ? null : demand.toString(),
    supply: byWarehouse ? null : (first?.supply ?? '0'),
    held: held.isZero() ? null : held.toString(),
    available: quantity
      .minus(held)
      .minus(byWarehouse ? zero : demand)
      .toString(),
    unitCost: quantity.isZero() ? null : amount.div(quantity).toDecimalPlaces(4).toString(),
    amount: amount.toString(),
  }
}

export const runStockOnHand = defineReportRun(stockOnHand, async (parameters, work) => {
  const past = Boolean(parameters.asOf ?? parameters.knownAt)
  const found = past ? await then(work, parameters) : await now(work, parameters)
  const amounts = valued(found, past && work.settings['costPool'] === 'warehouse')
  // A warehouse's value is its share of the pool, so the others are left out only now.
  const rows = found.filter(
    (row) =>
      (!parameters.warehouse || row.warehouse_id === parameters.warehouse) &&
      (parameters.withZero === true || !decimal(row.quantity).isZero() || !amounts.get(row)?.isZero()),
  )
  const isShort = (group: readonly StockRow[]) =>
    decimal(group[0]?.safety ?? 0).gt(sum(group.map((row) => row.quantity)))
  const groups = parameters.byWarehouse
    ? rows.map((row) => [row])
    : [...Map.groupBy(rows, (row) => row.item_id).values()]
  return {
    rows: groups
      .filter((group) => parameters.short !== true || isShort(group))
      .map((group) => rowOf(group, amounts, parameters.byWarehouse === true)),
  }
})
