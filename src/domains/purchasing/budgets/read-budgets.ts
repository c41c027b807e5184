import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { OfCategory } from '../rules/budget-use.ts'

/** Which budgets are looked at: of one department or all, between two days. */
export interface BudgetQuestion {
  readonly department: string | null
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** A request that is being written; what it asks for is not used yet. */
  readonly except?: string | null
}

/** An amount that uses a budget: asked for, on order, or received. */
export interface BudgetCharge extends OfCategory {
  readonly department: string | null
  /** `2026-03`. */
  readonly month: string
  readonly kind: 'requested' | 'ordered' | 'received'
}

// What is ordered of a request is no longer asked for, so a request counts by what is still open of it.
const requested = `
  select h.department, h.date, l.item, 'requested' as kind,
    case when h.state = 'posted' then l.amount * greatest(o.whole - o.drawn, 0) / nullif(o.whole, 0) else l.amount end as amount
  from purchase_request h join purchase_request_line l on l.company_id = $1 and l.owner_id = h.id
  left join flow_open o on o.company_id = $1 and o.pool = 'purchaseRequestToOrder' and o.source_line = l.id
  where h.company_id = $1 and h.state in ('submitted', 'posted') and h.reverses is null and h.id is distinct from $5::uuid`

// An order counts for the department that asked, in the month it was placed; what was never delivered of a closed one does not.
const ordered = `
  select coalesce(r.department, h.department), h.date, l.item, s.kind,
    l.gross * (case when s.kind = 'received' then least(coalesce(o.drawn, 0), coalesce(o.whole, 0))
      when h.state = 'closed' then 0 else coalesce(o.whole, 1) - least(coalesce(o.drawn, 0), coalesce(o.whole, 1)) end)
      / nullif(coalesce(o.whole, 1), 0)
  from purchase_order h join purchase_order_line l on l.company_id = $1 and l.owner_id = h.id
  left join purchase_request r on r.company_id = $1 and r.id = l.source_document and l.source_type = 'purchaseRequest'
  left join flow_open o on o.company_id = $1 and o.pool = 'purchaseOrderToReceipt' and o.source_line = l.id
  cross join (values ('ordered'), ('received')) as s(kind)
  where h.company_id = $1 and h.reverses is null
    and (h.state = 'submitted' and r.id is null or h.state in ('posted', 'closed') and o.source_line is not null)`

const sign = `case when h.reverses is null then 1 else -1 end`

const receivedUnordered = `
  select h.department, h.date, l.item, 'received', l.gross * ${sign}
  from purchase_receipt h join purchase_receipt_line l on l.company_id = $1 and l.owner_id = h.id
  where h.company_id = $1 and h.state in ('posted', 'closed') and l.source_document is null`

// What goes back was bought for whoever asked for it.
const returned = `
  select coalesce(q.department, h.department), h.date, l.item, 'received', -l.gross * ${sign}
  from purchase_return h join purchase_return_line l on l.company_id = $1 and l.owner_id = h.id
  left join purchase_receipt_line r on r.company_id = $1 and r.id = l.source_line
  left join purchase_order_line o on o.company_id = $1 and o.id = r.source_line
  left join purchase_request q on q.company_id = $1 and q.id = o.source_document and o.source_type = 'purchaseRequest'
  where h.company_id = $1 and h.state in ('posted', 'closed')`

interface ChargeRow {
  readonly department: string | null
  readonly month: string
  readonly category: string | null
  readonly kind: BudgetCharge['kind']
  readonly amount: string
}

/** What uses budgets: open requests, orders, and receipts, by department, month and item category. */
export const readCharges = async (work: Work, asked: BudgetQuestion): Promise<BudgetCharge[]> => {
  const rows = await work.tx.rows<ChargeRow>(
    `select c.department, to_char(c.date, 'YYYY-MM') as month, i.category, c.kind, round(sum(c.amount), 2) as amount
     from (${requested} union all ${ordered} union all ${receivedUnordered} union all ${returned}) c
     join item i on i.company_id = $1 and i.id = c.item
     where ($2::uuid is null or c.department = $2) and c.date between $3 and $4
     group by 1, 2, 3, 4 having sum(c.amount) <> 0`,
    [work.company, asked.department, asked.from, asked.to, asked.except ?? null],
  )
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }))
}

interface BudgetRow {
  readonly department: string
  readonly month: string
  readonly category: string | null
  readonly amount: string
}

/** Approved budgets by department, month and item category. */
export const readBudgets = async (work: Work, asked: BudgetQuestion) => {
  const rows = await work.tx.rows<BudgetRow>(
    `select h.department, h.year || '-' || lpad(l.month::text, 2, '0') as month, l.category,
       sum(l.amount * case when h.reverses is null then 1 else -1 end) as amount
     from purchase_budget h join purchase_budget_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.state in ('posted', 'closed') and ($2::uuid is null or h.department = $2)
       and h.year || '-' || lpad(l.month::text, 2, '0') between to_char($3::date, 'YYYY-MM') and to_char($4::date, 'YYYY-MM')
     group by 1, 2, 3`,
    [work.company, asked.department, asked.from, asked.to],
  )
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }))
}

/** The category above each item category. */
export const readCategoryParents = async (work: Work): Promise<Map<string, string | null>> => {
  const rows = await work.tx.rows<{ id: string; parent: string | null }>(
    `select id, parent from item_category where company_id = $1`,
    [work.company],
  )
  return new Map(rows.map((row) => [row.id, row.parent]))
}
