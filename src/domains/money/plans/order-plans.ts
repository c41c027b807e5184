import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { InstalmentEvent } from '../../../ledgers/dimensions/payment-terms.ts'
import { duePlan } from '../../../ledgers/payment-plan.ts'
import type { DuePart, PlannedPart } from '../../../ledgers/payment-plan.ts'

export type PlanSide = 'receivable' | 'payable'

/** The tables of a side: orders, what is delivered and invoiced on them, and the money paid ahead. */
const sides = {
  receivable: {
    type: 'salesOrder',
    order: 'sales_order',
    party: 'customer',
    delivery: 'salesDelivery',
    invoice: 'salesInvoice',
    money: 'collection',
    kind: 'receivable',
    advance: 'advanceFromCustomer',
    sign: 1,
  },
  payable: {
    type: 'purchaseOrder',
    order: 'purchase_order',
    party: 'supplier',
    delivery: 'purchaseReceipt',
    invoice: 'purchaseInvoice',
    money: 'payment',
    kind: 'payable',
    advance: 'advanceToSupplier',
    sign: -1,
  },
} as const

interface OrderRow {
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly promised_on: CalendarDate | null
  readonly party: string
  readonly party_name: string
  readonly total: string
  readonly delivered_on: CalendarDate | null
  readonly invoiced_on: CalendarDate | null
  readonly settled: string
  readonly ahead: string
  readonly documents: readonly string[]
}

interface PartRow {
  readonly order: string
  readonly name: string
  readonly percent: string | null
  readonly amount: string | null
  readonly event: InstalmentEvent | null
  readonly days: number | null
  readonly due_on: CalendarDate | null
}

/** An order that is paid in instalments, with its plan as it stands. */
export interface OrderPlan {
  readonly type: string
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly party: string
  readonly partyName: string
  readonly parts: readonly DuePart[]
  /** The documents that grew out of it: what they leave open is in the plan already. */
  readonly documents: readonly string[]
}

// Money pays what documents that grew out of the order left open, or was paid ahead for the order and is not used yet. What
// sales and purchase documents take off each other's items is no money.
const ordersSql = (side: (typeof sides)[PlanSide]) => `
  with recursive planned as (
    select o.id, o.number, o.date, o.promised_on, o.${side.party} as party, coalesce(o.total_gross, 0) as total
    from ${side.order} o left join payment_terms t on t.company_id = $1 and t.id = o.payment_terms
    where o.company_id = $1 and o.state in ('posted', 'closed') and o.reverses is null and ($2::uuid is null or o.${side.party} = $2)
      and (t.kind = 'instalments' or exists (select 1 from ${side.order}_instalments l where l.company_id = $1 and l.owner_id = o.id))),
  grown(root, type, id) as (
    select p.id, f.target_type, f.target_document from planned p
    join flow_entry f on f.company_id = $1 and f.source_document = p.id
    union
    select g.root, f.target_type, f.target_document from grown g
    join flow_entry f on f.company_id = $1 and f.source_document = g.id)
  select p.*, y.code || ' ' || y.name as party_name,
    (select min(d.date) from grown g join posting d on d.company_id = $1 and d.document_id = g.id
       where g.root = p.id and g.type = '${side.delivery}' and d.action = 'post') as delivered_on,
    (select min(d.date) from grown g join posting d on d.company_id = $1 and d.document_id = g.id
       where g.root = p.id and g.type = '${side.invoice}' and d.action = 'post') as invoiced_on,
    coalesce((select -sum(e.book_amount) * ${side.sign} from grown g
       join party_item i on i.company_id = $1 and i.document_id = g.id and i.kind = '${side.kind}'
       join party_entry e on e.company_id = $1 and e.open_item = i.id
         and e.document_type in ('collection', 'payment', 'settlement', 'voucher')
       where g.root = p.id), 0) as settled,
    coalesce((select -sum(i.open_book) * ${side.sign} from ${side.money} m
       join party_item i on i.company_id = $1 and i.document_id = m.id and i.kind = '${side.advance}'
       where m.company_id = $1 and m.order_number = p.number and m.state = 'posted'), 0) as ahead,
    array(select distinct g.id from grown g where g.root = p.id) as documents
  from planned p join party y on y.company_id = $1 and y.id = p.party
  order by p.date, p.number`

const partsSql = (side: (typeof sides)[PlanSide]) => `
  select l.owner_id as "order", l.name, l.percent, l.amount, l.event, l.days, l.due_on, l.line_no
  from ${side.order}_instalments l where l.company_id = $1 and l.owner_id = any($2::uuid[])
  union all
  select o.id, l.name, l.percent, null, l.event, l.days, null, l.line_no
  from ${side.order} o join payment_terms_instalments l on l.company_id = $1 and l.owner_id = o.payment_terms
  where o.company_id = $1 and o.id = any($2::uuid[])
    and not exists (select 1 from ${side.order}_instalments x where x.company_id = $1 and x.owner_id = o.id)
  order by line_no`

const plannedParts = (rows: readonly PartRow[], total: string): PlannedPart[] => {
  const shares = allocate(
    total,
    rows.map((row) => row.percent ?? '0'),
  )
  return rows.map((row, index) => ({
    name: row.name,
    amount: row.amount === null ? (shares[index] ?? decimal(0)) : decimal(row.amount),
    event: row.event ?? 'order',
    days: row.days ?? 0,
    dueOn: row.due_on,
  }))
}

/** Orders in instalments of a side, with what of each is due when, and paid. */
export const orderPlans = async (work: Work, name: PlanSide, party: string | null): Promise<OrderPlan[]> => {
  const side = sides[name]
  const orders = await work.tx.rows<OrderRow>(ordersSql(side), [work.company, party])
  if (orders.length === 0) return []
  const rows = await work.tx.rows<PartRow>(partsSql(side), [work.company, orders.map((order) => order.id)])
  const byOrder = Map.groupBy(rows, (row) => row.order)
  return orders.map((order) => {
    const days = {
      order: order.date,
      delivery: order.delivered_on ?? order.promised_on,
      invoice: order.invoiced_on ?? order.delivered_on ?? order.promised_on,
      isPromised: order.delivered_on === null,
    }
    const paid = decimal(order.settled).plus(order.ahead)
    return {
      type: side.type,
      id: order.id,
      number: order.number,
      date: order.date,
      party: order.party,
      partyName: order.party_name,
      parts: duePlan(plannedParts(byOrder.get(order.id) ?? [], order.total), days, paid),
      documents: order.documents,
    }
  })
}
