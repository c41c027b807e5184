import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { poolOf } from '../../../kernel/documents/draw.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { orderToInvoice } from '../flows/order-to-invoice.ts'
import type { KnownService, OrderedService } from '../rules/match-services.ts'

/** The services that we buy, by name. */
export const knownServices = (work: Work): Promise<KnownService[]> =>
  work.tx.rows<KnownService>(
    `select id as item, name from item where company_id = $1 and is_service and not disabled order by code`,
    [work.company],
  )

interface OpenRow {
  readonly order: string
  readonly line: string
  readonly item: string
  readonly unit: string
  readonly quantity: string
  readonly net: string
  readonly tax_rate: string | null
}

/** Services that were ordered of a supplier up to a day and are not invoiced, the oldest first. */
export const orderedServices = async (
  work: Work,
  supplier: string,
  through: CalendarDate,
): Promise<OrderedService[]> => {
  const rows = await work.tx.rows<OpenRow>(
    `select h.id as "order", l.id as line, l.item, l.unit, l.quantity * (o.whole - o.drawn) / o.whole as quantity,
       round(coalesce(l.net, 0) * (o.whole - o.drawn) / o.whole, 2) as net, l.tax_rate
     from flow_open o join purchase_order h on h.company_id = $1 and h.id = o.source_document
     join purchase_order_line l on l.company_id = $1 and l.id = o.source_line
     join item i on i.company_id = $1 and i.id = l.item and i.is_service
     where o.company_id = $1 and o.pool = $2 and o.drawn < o.whole and h.supplier = $3 and h.state = 'posted' and h.date <= $4
     order by h.date, h.number, l.line_no`,
    [work.company, poolOf(orderToInvoice), supplier, through],
  )
  return rows.map((row) => ({
    order: row.order,
    line: row.line,
    item: row.item,
    unit: row.unit,
    quantity: decimal(row.quantity),
    net: decimal(row.net),
    taxRate: decimal(row.tax_rate ?? 0),
  }))
}
