import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseOrderTracking } from './purchase-order-tracking.ts'

interface TrackedRow {
  readonly line: string
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly state: string
  readonly supplier_name: string
  readonly buyer: string | null
  readonly item: string
  readonly item_name: string
  readonly unit: string
  readonly ordered: string
  readonly gross: string | null
  readonly received: string
  readonly returned: string
  readonly accepted: string
  readonly invoiced: string
  readonly invoiced_gross: string
  readonly paid: string
  readonly promised_on: CalendarDate | null
  readonly received_on: CalendarDate | null
}

// What a line became is read from what was drawn: an undone receipt has given back what it drew.
const tracked = `
  with o as (
    select l.id as line, h.id, h.number, h.date, h.state, h.supplier, h.buyer, l.item, l.base_quantity as ordered, l.gross, l.line_no,
      coalesce(l.confirmed_on, l.promised_on, h.promised_on) as promised_on
    from purchase_order h join purchase_order_line l on l.company_id = $1 and l.owner_id = h.id
    where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null
      and not exists (select 1 from purchase_order x where x.company_id = $1 and x.reverses = h.id)
      and ($2::date is null or h.date >= $2) and ($3::date is null or h.date <= $3) and ($4::uuid is null or h.supplier = $4)
      and ($5::uuid is null or l.item = $5) and ($6::uuid is null or h.buyer = $6) and ($7::text is null or h.number = $7)),
  before as (
    select o.line, f.target_line as invoice_line, sum(f.quantity) as quantity from o
    join flow_entry f on f.company_id = $1 and f.source_line = o.line and f.target_type = 'purchaseInvoice'
    group by 1, 2 having sum(f.quantity) <> 0),
  receipts as (
    select s.line, f.target_line as receipt_line, f.target_document as receipt, sum(f.quantity) as quantity
    from (select line, line as source from o union all select line, invoice_line from before) s
    join flow_entry f on f.company_id = $1 and f.source_line = s.source and f.target_type = 'purchaseReceipt'
    group by 1, 2, 3 having sum(f.quantity) <> 0),
  received as (
    select r.line, sum(r.quantity) as quantity, max(h.date) as on from receipts r
    join purchase_receipt h on h.company_id = $1 and h.id = r.receipt group by 1),
  rejected as (
    select r.line, sum(i.rejected_base) as quantity from receipts r
    join flow_entry f on f.company_id = $1 and f.source_line = r.receipt_line and f.target_type = 'incomingInspection'
    join incoming_inspection_line i on i.company_id = $1 and i.id = f.target_line
    where f.quantity > 0 and not exists (
      select 1 from flow_entry x where x.company_id = $1 and x.target_line = f.target_line and x.quantity < 0)
    group by 1),
  waiting as (
    select r.line, sum(w.whole - w.drawn) as quantity from receipts r
    join flow_open w on w.company_id = $1 and w.source_line = r.receipt_line and w.pool = 'purchaseReceiptToInspection' group by 1),
  returned as (
    select r.line, sum(f.quantity) as quantity from receipts r
    join flow_entry f on f.company_id = $1 and f.source_line = r.receipt_line and f.target_type = 'purchaseReturn' group by 1),
  invoices as (
    select line, invoice_line, quantity from before
    union all
    select r.line, f.target_line, sum(f.quantity) from receipts r
    join flow_entry f on f.company_id = $1 and f.source_line = r.receipt_line and f.target_type = 'purchaseInvoice'
    group by 1, 2 having sum(f.quantity) <> 0),
  invoiced as (
    select i.line, sum(i.quantity) as quantity, sum(l.gross * i.quantity / nullif(l.base_quantity, 0)) as gross,
      sum(l.gross * i.quantity / nullif(l.base_quantity, 0) * coalesce(p.paid, 0)) as paid
    from invoices i join purchase_invoice_line l on l.company_id = $1 and l.id = i.invoice_line
    left join lateral (
      select (sum(n.amount) - sum(n.open)) / nullif(sum(n.amount), 0) as paid from party_item n
      where n.company_id = $1 and n.document_id = l.owner_id and n.kind = 'payable') p on true
    group by 1)
  select o.line, o.id, o.number, o.date, o.state, s.name as supplier_name, b.name as buyer, o.item, i.code || ' ' || i.name as item_name,
    u.name as unit, o.ordered, o.gross, coalesce(c.quantity, 0) as received, coalesce(t.quantity, 0) as returned,
    coalesce(c.quantity, 0) - coalesce(j.quantity, 0) - coalesce(w.quantity, 0) as accepted,
    coalesce(v.quantity, 0) as invoiced, round(coalesce(v.gross, 0), 2) as invoiced_gross, round(coalesce(v.paid, 0), 2) as paid,
    o.promised_on, c.on as received_on
  from o join party s on s.company_id = $1 and s.id = o.supplier
  join item i on i.company_id = $1 and i.id = o.item
  join unit u on u.company_id = $1 and u.id = i.unit
  left join employee b on b.company_id = $1 and b.id = o.buyer
  left join received c on c.line = o.line
  left join rejected j on j.line = o.line
  left join waiting w on w.line = o.line
  left join returned t on t.line = o.line
  left join invoiced v on v.line = o.line
  order by o.date desc, o.number desc, o.line_no`

const lateBy = (row: TrackedRow, isHere: boolean, today: CalendarDate): number | null => {
  if (row.promised_on === null || (row.state === 'closed' && !isHere)) return null
  const on = isHere ? row.received_on : today
  return on === null ? null : daysBetween(row.promised_on, on)
}

const statusOf = (row: TrackedRow, isHere: boolean, days: number | null): string => {
  if (isHere) return days !== null && days > 0 ? '到齐（迟到）' : '到齐'
  if (row.state === 'closed') return '已关闭'
  if (days !== null && days > 0) return '逾期'
  return decimal(row.received).isZero() ? '未到' : '部分到货'
}

export const runPurchaseOrderTracking = defineReportRun(purchaseOrderTracking, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const rows = await work.tx.rows<TrackedRow>(tracked, [
    work.company,
    parameters.orderedFrom ?? null,
    parameters.orderedTo ?? null,
    parameters.supplier ?? null,
    parameters.item ?? null,
    parameters.buyer ?? null,
    parameters.order ?? null,
  ])
  const show = parameters.show ?? 'open'
  return {
    rows: rows.flatMap((row) => {
      const ordered = decimal(row.ordered)
      const received = decimal(row.received)
      const isHere = received.gte(ordered)
      const days = lateBy(row, isHere, today)
      const isOpen = !isHere && row.state === 'posted'
      const isLate = days !== null && days > 0
      if ((show === 'open' && !isOpen) || (show === 'late' && !(isOpen && isLate))) return []
      return [
        {
          line: row.line,
          number: row.number,
          documentType: purchaseOrder.name,
          documentId: row.id,
          date: row.date,
          supplierName: row.supplier_name,
          buyer: row.buyer,
          itemId: row.item,
          itemName: row.item_name,
          unit: row.unit,
          ordered: row.ordered,
          received: row.received,
          accepted: row.accepted,
          returned: row.returned,
          open: isOpen ? ordered.minus(received).toString() : '0',
          invoiced: row.invoiced,
          gross: row.gross,
          invoicedGross: row.invoiced_gross,
          paid: row.paid,
          promisedOn: row.promised_on,
          receivedOn: row.received_on,
          daysLate: isLate ? days : null,
          status: statusOf(row, isHere, days),
        },
      ]
    }),
    notes: [`截至 ${today}`],
  }
})
