import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { fromMicros } from '../../../base/fixed-point.ts'
import { fiveOf, noStock } from '../../../ledgers/stock/five-quantities.ts'
import { fiveQuantities } from '../../../ledgers/stock/stock-parts.ts'
import type { Demand, Supply } from '../rules/cover-demand.ts'
import { isSale } from '../../inventory/server.ts'

/** An item that is bought and stocked, with what there is of it, in its base unit. */
export interface SuppliedItem extends Supply {
  readonly item: string
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly unit: string
  readonly unitName: string
  readonly category: string | null
  readonly safetyStock: Decimal
  readonly minimum: Decimal | null
  readonly maximum: Decimal | null
  readonly leadDays: number | null
  readonly demand: Decimal
  /** What is here and may not be used; not in `onHand`. */
  readonly frozen: Decimal
}

interface Row {
  readonly item: string
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly unit: string
  readonly unit_name: string
  readonly category: string | null
  readonly safety_stock: string | null
  readonly minimum_stock: string | null
  readonly maximum_stock: string | null
  readonly lead_days: number | null
  readonly requested: string
}

const orNull = (value: string | null) => (value === null ? null : decimal(value))

// A request counts until it is ordered; a draft of an order that comes from none counts too, for it is being asked for.
const requested = `
  select x.item, sum(x.quantity) as quantity from (
    select l.item, case when h.state = 'posted' then greatest(o.whole - o.drawn, 0) else l.base_quantity end as quantity
    from purchase_request h join purchase_request_line l on l.company_id = $1 and l.owner_id = h.id
    left join flow_open o on o.company_id = $1 and o.pool = 'purchaseRequestToOrder' and o.source_line = l.id
    where h.company_id = $1 and h.state in ('draft', 'submitted', 'posted') and h.reverses is null
    union all
    select l.item, l.base_quantity from purchase_order h
    join purchase_order_line l on l.company_id = $1 and l.owner_id = h.id and l.source_type is distinct from 'purchaseRequest'
    where h.company_id = $1 and h.state in ('draft', 'submitted')) x
  where x.quantity is not null group by x.item`

interface SupplyAsked {
  readonly items?: readonly string[] | null
  readonly category?: string | null
}

const readItems = (work: Work, asked: SupplyAsked): Promise<Row[]> =>
  work.tx.rows(
    `select i.id as item, i.code, i.name, i.spec, i.unit, u.name as unit_name, i.category, i.safety_stock, i.minimum_stock,
       i.maximum_stock, i.lead_days, coalesce(r.quantity, 0) as requested
     from item i join unit u on u.company_id = $1 and u.id = i.unit
     left join (${requested}) r on r.item = i.id
     where i.company_id = $1 and not i.disabled and not coalesce(i.is_service, false)
       and ($2::uuid[] is null or i.id = any($2)) and ($3::uuid is null or i.category = $3)
     order by i.code`,
    [work.company, asked.items ?? null, asked.category ?? null],
  )

/** What there is of items that are stocked and not 停用: of those named, or of all of a category, or of all. */
export const readSupply = async (work: Work, asked: SupplyAsked): Promise<SuppliedItem[]> => {
  const [five, rows] = await Promise.all([fiveQuantities(work, { items: asked.items ?? null }), readItems(work, asked)])
  return rows.map((row) => {
    const { onHand, frozen, onWay, toDeliver } = five.get(row.item) ?? fiveOf(noStock)
    return {
      item: row.item,
      code: row.code,
      name: row.name,
      spec: row.spec,
      unit: row.unit,
      unitName: row.unit_name,
      category: row.category,
      safetyStock: decimal(row.safety_stock ?? 0),
      minimum: orNull(row.minimum_stock),
      maximum: orNull(row.maximum_stock),
      leadDays: row.lead_days,
      onHand: fromMicros(onHand - frozen),
      inTransit: fromMicros(onWay),
      requested: decimal(row.requested),
      demand: fromMicros(toDeliver),
      frozen: fromMicros(frozen),
    }
  })
}
/** A demand with the document that says so. */
export interface NamedDemand extends Demand {
  readonly item: string
  readonly document: string
  readonly type: string
  readonly number: string
  readonly partyName: string | null
}

interface DemandRow extends Omit<NamedDemand, 'quantity'> {
  readonly quantity: string
}

/** What approved sales orders still have to deliver. */
export const readOrderDemand = async (work: Work): Promise<NamedDemand[]> => {
  const rows = await work.tx.rows<DemandRow>(
    `select b.item, l.id as line, 'order' as kind, coalesce(l.promised_on, h.promised_on, h.date) as on, b.quantity,
       h.id as document, 'salesOrder' as type, h.number, c.name as "partyName"
     from plan_balance b
     join sales_order_line l on l.company_id = $1 and l.id = b.promise
     join sales_order h on h.company_id = $1 and h.id = l.owner_id and h.state = 'posted'
     join party c on c.company_id = $1 and c.id = h.customer
     where b.company_id = $1 and b.kind = 'demand' and b.quantity > 0`,
    [work.company],
  )
  return rows.map((row) => ({ ...row, quantity: decimal(row.quantity) }))
}

/** A line of an approved forecast whose period is not over. */
export interface NamedForecast {
  readonly item: string
  readonly line: string
  readonly document: string
  readonly number: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly quantity: Decimal
}

export const readForecasts = async (work: Work, today: CalendarDate): Promise<NamedForecast[]> => {
  const rows = await work.tx.rows<Omit<NamedForecast, 'quantity'> & { readonly quantity: string }>(
    `select l.item, l.id as line, h.id as document, h.number, h.starts_on as "from", h.ends_on as "to", l.base_quantity as quantity
     from sales_forecast h join sales_forecast_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.state = 'posted' and h.reverses is null and h.ends_on >= $2
       and not exists (select 1 from sales_forecast r where r.company_id = $1 and r.reverses = h.id)
     order by h.starts_on, h.number, l.line_no`,
    [work.company, today],
  )
  return rows.map((row) => ({ ...row, quantity: decimal(row.quantity) }))
}

/** What was ordered of us, and delivered without an order, by item and day from a day on. */
export const readOrdered = async (work: Work, items: readonly string[], from: CalendarDate) => {
  const rows = await work.tx.rows<{ item: string; on: CalendarDate; quantity: string }>(
    `select l.item, h.date as on, sum(l.base_quantity) as quantity
     from sales_order h join sales_order_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and h.date >= $3 and l.item = any($2::uuid[])
       and not exists (select 1 from sales_order r where r.company_id = $1 and r.reverses = h.id)
     group by 1, 2
     union all
     select l.item, h.date, sum(l.base_quantity)
     from sales_delivery h join sales_delivery_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and h.date >= $3 and l.item = any($2::uuid[])
       and l.source_type is distinct from 'salesOrder'
       and not exists (select 1 from sales_delivery r where r.company_id = $1 and r.reverses = h.id)
     group by 1, 2 order by 2`,
    [work.company, items, from],
  )
  return Map.groupBy(
    rows.map((row) => ({ ...row, quantity: decimal(row.quantity) })),
    (row) => row.item,
  )
}

/** What left for customers less what came back, by item, after a day. */
export const readSold = async (
  work: Work,
  after: CalendarDate,
  through: CalendarDate,
): Promise<Map<string, Decimal>> => {
  const rows = await work.tx.rows<{ item: string; quantity: string }>(
    `select item, -sum(quantity) as quantity from stock_entry e
     where company_id = $1 and date > $2 and date <= $3 and ${isSale} group by item`,
    [work.company, after, through],
  )
  return new Map(rows.map((row) => [row.item, decimal(row.quantity)]))
}
