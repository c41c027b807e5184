import type { CalendarDate } from '../../../base/calendar-date.ts'
import { allocateUnits, toCents, toMicros } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { slicesFromJson } from '../../../ledgers/stock/chain.ts'
import { valuedStock } from './valued-stock.ts'
import type { Valued } from './valued-stock.ts'

/** Goods that came together and are still here: how many, since when, and their part of the value. */
export interface StockLayer {
  readonly of: Valued
  readonly day: CalendarDate
  readonly lot: string | null
  /** In millionths of the base unit. */
  readonly quantity: bigint
  /** In cents. */
  readonly amount: bigint
  /** What stands beside that in the accounts, in cents. */
  readonly markup: bigint
  readonly document: { readonly type: string; readonly id: string; readonly number: string } | null
}

export interface LayersAsked {
  readonly item: string | null
  readonly category: string | null
  readonly warehouse: string | null
  readonly asOf: CalendarDate
  readonly byWarehouse: boolean
}

interface InflowRow {
  readonly item: string
  readonly warehouse: string | null
  readonly lot: string | null
  readonly held: string
  readonly date: CalendarDate
  readonly quantity: string
  readonly amount: string
  readonly markup: string
  readonly method: string | null
  readonly slices: Json
  readonly document_type: string
  readonly document_id: string
  readonly number: string
}

// What came last is still here: inflows are gone through backwards until they make up what is held, lot by lot where there are
// lots. A pair that was withdrawn never came. Goods moved between warehouses of one pool came to the warehouse, not to the company.
const inflowsSql = (byWarehouse: boolean) => {
  const place = byWarehouse ? 'e.warehouse' : 'null::uuid'
  return `
  with held as (
    select e.item, ${place} as warehouse, e.lot, sum(e.quantity) as held from stock_entry e
    where e.company_id = $1 and e.place in (${pooledPlacesSql}) and e.date <= $2 and ($3::uuid is null or e.item = $3)
      and ($4::uuid is null or e.warehouse = $4)
      and ($5::uuid is null or e.item in (select i.id from item i where i.company_id = $1 and i.category = $5))
    group by 1, 2, 3 having sum(e.quantity) > 0),
  inflow as (
    select e.id, e.posting_id, e.item, ${place} as warehouse, e.lot, e.date, e.quantity, e.amount, e.markup, e.pool, e.slices, e.document_type, e.document_id,
      sum(e.quantity) over (partition by e.item, ${place}, e.lot order by e.date desc, e.sequence desc, e.id desc rows unbounded preceding) as upto
    from stock_entry e
    where e.company_id = $1 and e.place in (${pooledPlacesSql}) and e.date <= $2 and e.quantity > 0 and e.kind in ('receive', 'takeIn')
      and e.negates is null and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
      and ($3::uuid is null or e.item = $3) and ($4::uuid is null or e.warehouse = $4) ${byWarehouse ? '' : `and e.pool <> ''`})
  select h.item, h.warehouse, h.lot, h.held, f.date, f.quantity, f.amount, f.markup, c.method, f.slices, f.document_type, f.document_id, p.document_number as number
  from held h join inflow f on f.item = h.item and f.warehouse is not distinct from h.warehouse and f.lot is not distinct from h.lot
    and f.upto - f.quantity < h.held
  join posting p on p.company_id = $1 and p.id = f.posting_id
  left join cost_pool c on c.company_id = $1 and c.pool = f.pool
  order by h.item, h.lot nulls last, f.date desc, f.upto`
}

interface Part {
  readonly day: CalendarDate
  readonly lot: string | null
  readonly quantity: bigint
  /** What the value is shared out by: cost under first in, first out, else quantity. */
  readonly weight: bigint
  /** Mark-up that is known to be of these goods. */
  readonly markup: bigint
  readonly document: StockLayer['document']
}

/** Mark-up stays with the goods that brought it; of averaged goods it is spread over all that are here. */
const keepsLayers = ({ method }: InflowRow) => method === 'fifo' || method?.startsWith('specific') === true

/** What of an inflow is still here, by the days from which its goods are. */
const partsOf = (row: InflowRow, left: bigint): Part[] => {
  const whole = toMicros(row.quantity)
  const taken = whole < left ? whole : left
  const cost = row.method === 'fifo' ? (toCents(row.amount) * taken) / whole : taken
  const document = { type: row.document_type, id: row.document_id, number: row.number }
  const slices = slicesFromJson(row.slices)
  const markup = keepsLayers(row) ? (toCents(row.markup) * taken) / whole : 0n
  if (slices.length < 2) {
    return [{ day: slices[0]?.layerDate ?? row.date, lot: row.lot, quantity: taken, weight: cost, markup, document }]
  }
  const weights = slices.map((slice) => slice.quantity)
  const [quantities, costs] = [allocateUnits(taken, weights), allocateUnits(cost, weights)]
  const markups = allocateUnits(markup, weights)
  return slices.map((slice, index) => ({
    day: slice.layerDate,
    lot: row.lot,
    quantity: quantities[index] ?? 0n,
    weight: costs[index] ?? 0n,
    markup: markups[index] ?? 0n,
    document,
  }))
}

const stillHere = (rows: readonly InflowRow[]): Part[] =>
  [...Map.groupBy(rows, (row) => row.lot).values()].flatMap((ofLot) => {
    let left = toMicros(ofLot[0]?.held ?? '0')
    return ofLot.flatMap((row) => {
      const parts = left > 0n ? partsOf(row, left) : []
      left -= toMicros(row.quantity)
      return parts
    })
  })

const keyOf = (item: string, warehouse: string | null) => `${item}/${warehouse ?? ''}`

/** Warehouses of an item in one, where its layers are asked of the company. */
const together = (rows: readonly Valued[], byWarehouse: boolean): Valued[] => {
  if (byWarehouse) return [...rows]
  return [...Map.groupBy(rows, ({ held }) => held.item).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const quantity = group.reduce((sum, one) => sum + one.held.quantity, 0n)
    return [
      {
        held: { ...first.held, warehouse: '', quantity },
        amount: group.reduce((sum, one) => sum + one.amount, 0n),
        markup: group.reduce((sum, one) => sum + one.markup, 0n),
      },
    ]
  })
}

/** 库存批次层: what is here on a day by when it came, with the value of the day shared out over it to the cent. */
export const stockLayers = async (work: Work, asked: LayersAsked): Promise<StockLayer[]> => {
  const byWarehouse = asked.byWarehouse || asked.warehouse !== null
  const [valued, inflows] = await Promise.all([
    valuedStock(work, { item: asked.item, items: null, category: asked.category, asOf: asked.asOf }),
    work.tx.rows<InflowRow>(
      inflowsSql(byWarehouse),
      [work.company, asked.asOf, asked.item, asked.warehouse, asked.category],
      { named: false },
    ),
  ])
  const wanted = valued.filter(({ held }) => asked.warehouse === null || held.warehouse === asked.warehouse)
  const rowsOf = Map.groupBy(inflows, (row) => keyOf(row.item, row.warehouse))
  return together(wanted, byWarehouse).flatMap((of): StockLayer[] => {
    if (of.held.quantity === 0n && of.amount === 0n && of.markup === 0n) return []
    const parts = stillHere(rowsOf.get(keyOf(of.held.item, of.held.warehouse || null)) ?? [])
    const known = parts.reduce((sum, part) => sum + part.quantity, 0n)
    // What no inflow explains (goods short, or counted in) is as old as nothing: it came today.
    const rest: Part = {
      day: asked.asOf,
      lot: null,
      quantity: of.held.quantity - known,
      weight: 0n,
      markup: 0n,
      document: null,
    }
    const all =
      rest.quantity === 0n && parts.length > 0
        ? parts
        : [...parts, { ...rest, weight: rest.quantity < 0n ? 0n : rest.quantity }]
    const amounts = allocateUnits(
      of.amount,
      all.map((part) => part.weight),
    )
    const spread = allocateUnits(
      of.markup - all.reduce((sum, part) => sum + part.markup, 0n),
      all.map((part) => (part.quantity < 0n ? 0n : part.quantity)),
    )
    return all.map(({ day, lot, quantity, markup, document }, index) => ({
      of,
      day,
      lot,
      quantity,
      amount: amounts[index] ?? 0n,
      markup: markup + (spread[index] ?? 0n),
      document,
    }))
  })
}
