import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { salesOrderProgress } from './sales-order-progress.ts'

interface LineRow {
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly state: string
  readonly customer: string
  readonly item: string
  readonly ordered: string
  readonly shipped: string
  readonly signed: string
  readonly invoiced: string
  readonly promised_on: CalendarDate | null
}

// What became of an order line goes by its delivery lines, drawn straight, through a notice or through an invoice ahead.
const deliveries = `select d.id from sales_delivery_line d join sales_delivery h on h.company_id = $1 and h.id = d.owner_id
  left join delivery_notice_line n on n.company_id = $1 and n.id = d.source_line
  left join sales_invoice_line i on i.company_id = $1 and i.id = d.source_line
  where d.company_id = $1 and h.state in ('posted', 'closed') and (d.source_line = l.id or n.source_line = l.id or i.source_line = l.id)`

// What was invoiced before it left is drawn from the order itself.
const ahead = `coalesce((select f.drawn from flow_open f where f.company_id = $1 and f.pool = 'salesOrderToInvoiceAhead' and f.source_line = l.id), 0)`

const drawnOf = (pool: string) =>
  `coalesce((select sum(f.drawn) from flow_open f where f.company_id = $1 and f.pool = '${pool}' and f.source_line in (${deliveries})), 0)`

export const runSalesOrderProgress = defineReportRun(salesOrderProgress, async (parameters, work) => {
  const today = work.clock.today()
  const show = parameters.show ?? 'open'
  const rows = await work.tx.rows<LineRow>(
    `select h.id, h.number, h.date, h.state, p.code || ' ' || p.name as customer, i.code || ' ' || i.name as item,
       o.whole::text as ordered, o.drawn::text as shipped, ${drawnOf('salesDeliveryToSignOff')}::text as signed,
       (${drawnOf('salesDeliveryToInvoice')} + ${ahead})::text as invoiced, coalesce(l.promised_on, h.promised_on) as promised_on
     from sales_order h join sales_order_line l on l.company_id = $1 and l.owner_id = h.id
     join flow_open o on o.company_id = $1 and o.source_line = l.id and o.pool = 'salesOrderToDelivery'
     join party p on p.company_id = $1 and p.id = h.customer join item i on i.company_id = $1 and i.id = l.item
     where h.company_id = $1 and h.state in ('posted', 'closed')
       and ($2::uuid is null or h.customer = $2) and ($3::uuid is null or l.item = $3) and ($4::uuid is null or h.salesperson = $4)
       and ($5::date is null or h.date >= $5) and ($6::date is null or h.date <= $6)
       and ($7 = 'all' or (o.drawn < o.whole and h.state = 'posted'))
       and ($7 <> 'late' or coalesce(l.promised_on, h.promised_on) < $8)
     order by h.date, h.number, l.line_no`,
    [
      work.company,
      parameters.customer ?? null,
      parameters.item ?? null,
      parameters.salesperson ?? null,
      parameters.from ?? null,
      parameters.to ?? null,
      show,
      today,
    ],
  )
  return {
    rows: rows.map((row) => {
      const open = row.state === 'closed' ? decimal(0) : decimal(row.ordered).minus(row.shipped)
      const isLate = !open.isZero() && row.promised_on !== null && row.promised_on < today
      return {
        documentType: 'salesOrder',
        documentId: row.id,
        documentNumber: row.number,
        date: row.date,
        customerName: row.customer,
        itemName: row.item,
        ordered: row.ordered,
        shipped: row.shipped,
        signed: row.signed,
        invoiced: row.invoiced,
        open: open.toString(),
        promisedOn: row.promised_on,
        late: isLate && row.promised_on !== null ? daysBetween(row.promised_on, today) : null,
      }
    }),
  }
})
