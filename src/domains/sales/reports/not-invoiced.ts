import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** A document of which something is not invoiced. */
export interface OpenRow {
  readonly type: string
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly customer: string
  readonly customer_id: string
  readonly invoice_kind: string | null
  readonly gross: string
  readonly invoiced: string
  readonly open: string
  readonly invoice_on: CalendarDate
  readonly salesperson: string | null
  readonly salesperson_id: string | null
}

const part = (type: string, table: string, pool: string, invoiceOn: string) => `
  select '${type}' as type, h.id, h.number, h.date, h.customer as customer_id, h.salesperson as salesperson_id, ${invoiceOn} as invoice_on,
    sum(f.whole_amount) as gross, sum(f.drawn_amount) as invoiced
  from flow_open f join ${table} h on h.company_id = $1 and h.id = f.source_document
  where f.company_id = $1 and f.pool = '${pool}' and h.state = 'posted' group by h.company_id, h.id`

const signed = `(select max(s.date) from delivery_sign_off s join document_link k on k.company_id = $1 and k.target_id = s.id and k.source_id = h.id
  where s.company_id = $1 and s.state = 'posted')`

const parts = [
  part(
    'salesDelivery',
    'sales_delivery',
    'salesDeliveryToInvoice',
    `coalesce(h.contract_payment_on, ${signed}, h.date)`,
  ),
  part('consignmentSettlement', 'consignment_settlement', 'consignmentSettlementToInvoice', 'h.date'),
  part('dropshipOrder', 'dropship_order', 'dropshipToSalesInvoice', 'h.date'),
].join(' union all ')

// What came back before its invoice is not invoiced any more.
const returned = `coalesce((select sum(l.gross) from sales_return_line l join sales_return r on r.company_id = $1 and r.id = l.owner_id
  where l.company_id = $1 and l.source_document = e.id and r.state = 'posted' and r.reverses is null), 0)`

/** What was shipped and not invoiced up to a day. */
export const notInvoiced = (work: Work, asOf: CalendarDate): Promise<OpenRow[]> =>
  work.tx.rows<OpenRow>(
    `select * from (
       select e.type, e.id, e.number, e.date, p.code || ' ' || p.name as customer, p.id as customer_id, p.invoice_kind, e.gross::text, e.invoiced::text,
         (e.gross - e.invoiced - ${returned})::text as open, e.invoice_on, s.name as salesperson, s.id as salesperson_id
       from (${parts}) e join party p on p.company_id = $1 and p.id = e.customer_id
       left join employee s on s.company_id = $1 and s.id = e.salesperson_id
       where e.date <= $2) r
     where r.open::numeric > 0 order by r.invoice_on, r.number`,
    [work.company, asOf],
  )
