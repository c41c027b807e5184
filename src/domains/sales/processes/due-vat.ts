import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { poolOf } from '../../../kernel/documents/draw.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { consignmentOut } from '../documents/consignment-out.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { consignmentToPendingVatDue, consignmentToSettlement } from '../flows/consignment-flows.ts'
import { deliveryToPendingVatDue } from '../flows/delivery-to-pending-vat-due.ts'
import { consignedVatDue } from '../rules/consigned-vat-due.ts'
import { vatFallingDue } from '../rules/vat-falling-due.ts'

interface PendingRow {
  readonly line: string
  readonly delivery: string
  readonly number: string
  readonly customer: string
  readonly date: CalendarDate
  readonly due_on: CalendarDate
  readonly whole: string
  readonly drawn: string
  readonly returned: string
}

const pendingRows = (work: Work, through: CalendarDate) =>
  work.tx.rows<PendingRow>(
    `select o.source_line as line, d.id as delivery, d.number, d.customer, d.date, d.vat_due_on as due_on, o.whole, o.drawn,
       (select coalesce(sum(f.quantity), 0) from flow_entry f where f.company_id = $1 and f.pool = o.pool
          and f.source_line = o.source_line and f.target_type in ('salesReturn', 'salesExchange')) as returned
     from flow_open o join sales_delivery d on d.company_id = $1 and d.id = o.source_document
     where o.company_id = $1 and o.pool = $2 and o.source_type = $3 and o.drawn < o.whole and d.date <= $4
     order by d.date, d.number, o.source_line`,
    [work.company, poolOf(deliveryToPendingVatDue), salesDelivery.name, through],
  )

interface ReceivedRow {
  readonly delivery: string
  readonly on: CalendarDate
  readonly amount: string
  readonly gross: string
}

/** Money that settled what deliveries opened, by day; what sales documents took back of it is no money. */
const receivedRows = (work: Work, deliveries: readonly string[], through: CalendarDate) =>
  work.tx.rows<ReceivedRow>(
    `select i.document_id as delivery, e.date as on, -sum(e.amount) as amount,
       (select sum(g.amount) from party_item g where g.company_id = $1 and g.document_id = i.document_id and g.kind = 'receivable') as gross
     from party_item i join party_entry e on e.company_id = $1 and e.open_item = i.id
     where i.company_id = $1 and i.document_id = any($2::uuid[]) and i.kind = 'receivable' and e.date <= $3
       and e.document_type not in ('salesDelivery', 'salesReturn', 'salesInvoice', 'pendingVatDue')
     group by 1, 2 having sum(e.amount) <> 0 order by 2`,
    [work.company, deliveries, through],
  )

/** VAT of a source line that falls due on a day. */
export interface DueLine {
  readonly on: CalendarDate
  readonly amount: Decimal
  readonly customer: string
  readonly number: string
  readonly source: { readonly type: string; readonly document: string; readonly line: string }
}

/** VAT of deliveries that has fallen due by a day and is pending still. */
const ofDeliveries = async (work: Work, through: CalendarDate): Promise<DueLine[]> => {
  const rows = await pendingRows(work, through)
  const byDelivery = Map.groupBy(rows, (row) => row.delivery)
  const received = Map.groupBy(await receivedRows(work, [...byDelivery.keys()], through), (row) => row.delivery)
  return [...byDelivery].flatMap(([delivery, lines]) => {
    const [first] = lines
    if (first === undefined) return []
    const money = received.get(delivery) ?? []
    const byLine = new Map(lines.map((row) => [row.line, row]))
    const due = vatFallingDue(
      {
        deliveredOn: first.date,
        dueOn: first.due_on,
        gross: decimal(money[0]?.gross ?? '0'),
        received: money.map((row) => ({ on: row.on, amount: decimal(row.amount) })),
        lines: lines.map((row) => ({
          line: row.line,
          whole: decimal(row.whole),
          drawn: decimal(row.drawn),
          returned: decimal(row.returned),
        })),
      },
      through,
    )
    return due.flatMap((each) => {
      const row = byLine.get(each.line)
      const source = { type: salesDelivery.name, document: delivery, line: each.line }
      return row === undefined ? [] : [{ ...each, customer: row.customer, number: row.number, source }]
    })
  })
}

interface ConsignedRow {
  readonly line: string
  readonly document: string
  readonly number: string
  readonly customer: string
  readonly date: CalendarDate
  readonly gross: string
  readonly tax: string
  readonly left: string
}

/** Goods at consignees', by what is still there of each line, with the VAT in it. */
const consignedRows = (work: Work, through: CalendarDate) =>
  work.tx.rows<ConsignedRow>(
    `select o.source_line as line, h.id as document, h.number, h.customer, h.date, o.whole - o.drawn as left,
       l.gross * (g.whole - g.drawn) / g.whole as gross, round(l.tax * (g.whole - g.drawn) / g.whole, 2) as tax
     from flow_open o join consignment_out h on h.company_id = $1 and h.id = o.source_document
     join consignment_out_line l on l.company_id = $1 and l.id = o.source_line
     join flow_open g on g.company_id = $1 and g.pool = $4 and g.source_line = o.source_line and g.whole > g.drawn
     where o.company_id = $1 and o.pool = $2 and o.drawn < o.whole and h.state = 'posted' and h.date <= $3
     order by h.date, h.number, o.source_line`,
    [work.company, poolOf(consignmentToPendingVatDue), through, poolOf(consignmentToSettlement)],
  )

interface AheadRow {
  readonly customer: string
  readonly on: CalendarDate
  readonly amount: string
}

/** Money of these customers that settles nothing and is for no order. */
const aheadRows = (work: Work, customers: readonly string[], through: CalendarDate) =>
  work.tx.rows<AheadRow>(
    `select i.party as customer, i.date as on, -i.open_book as amount
     from party_item i
     where i.company_id = $1 and i.party = any($2::uuid[]) and i.kind = 'advanceFromCustomer' and i.open < 0 and i.date <= $3
       and not exists (select 1 from document_link k where k.company_id = $1 and k.target_id = i.document_id
         and k.source_type = '${salesOrder.name}')
     order by i.date, i.id`,
    [work.company, customers, through],
  )

/** VAT of goods at a consignee's without a list: by money that came, or by day 180. */
const ofConsigned = async (work: Work, through: CalendarDate): Promise<DueLine[]> => {
  const byCustomer = Map.groupBy(await consignedRows(work, through), (row) => row.customer)
  const ahead = Map.groupBy(await aheadRows(work, [...byCustomer.keys()], through), (row) => row.customer)
  return [...byCustomer].flatMap(([customer, rows]) => {
    const byLine = new Map(rows.map((row) => [row.line, row]))
    const due = consignedVatDue(
      rows.map((row) => ({
        line: row.line,
        deliveredOn: row.date,
        gross: decimal(row.gross),
        tax: decimal(row.tax),
        left: decimal(row.left),
      })),
      (ahead.get(customer) ?? []).map((row) => ({ on: row.on, amount: decimal(row.amount) })),
      through,
    )
    return due.flatMap((each) => {
      const row = byLine.get(each.line)
      if (row === undefined) return []
      const source = { type: consignmentOut.name, document: row.document, line: each.line }
      return [{ ...each, customer, number: row.number, source }]
    })
  })
}

/** VAT that has fallen due by a day and is pending still. */
export const dueVat = async (work: Work, through: CalendarDate): Promise<DueLine[]> =>
  (await Promise.all([ofDeliveries(work, through), ofConsigned(work, through)])).flat()
