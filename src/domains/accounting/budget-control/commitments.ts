import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import { lastDay, period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { accountsOf } from '../../../ledgers/general/accounts.ts'

/** What a document will cost that is not in the books yet, in cents: it holds the budget until it is, or is given up. */
export interface Commitment {
  readonly account: string
  readonly department: string | null
  readonly project: string | null
  readonly date: CalendarDate
  readonly type: string
  readonly id: string
  readonly number: string
  readonly amount: bigint
}

interface Row {
  readonly account: string | null
  readonly category: string | null
  readonly department: string | null
  readonly project: string | null
  readonly date: CalendarDate
  readonly type: string
  readonly id: string
  readonly number: string
  readonly amount: string
}

const claims = (table: 'expense_claim' | 'expense', type: string, cost: string) => `
  select x.account, null::uuid as category, coalesce(l.department, h.department) as department, l.project, h.date, '${type}' as type, h.id, h.number,
    (${cost})::text as amount
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id
  join expense_item x on x.company_id = $1 and x.id = l.expense_item
  where h.company_id = $1 and h.state = 'submitted' and h.date between $2 and $3`

// Services alone: goods go to stock and hold no budget of expenses. What was ordered holds as the order, no longer as the request.
const requested = `
  select null::uuid, i.category, h.department, h.project, h.date, 'purchaseRequest', h.id, h.number,
    round(l.amount * (1 - coalesce(f.drawn / nullif(f.whole, 0), 0)), 2)::text
  from purchase_request h join purchase_request_line l on l.company_id = $1 and l.owner_id = h.id
  join item i on i.company_id = $1 and i.id = l.item and i.is_service
  left join flow_open f on f.company_id = $1 and f.source_line = l.id and f.pool = 'purchaseRequestToOrder'
  where h.company_id = $1 and h.state in ('submitted', 'posted') and h.date between $2 and $3 and l.amount is not null`

const ordered = `
  select null::uuid, i.category, coalesce(h.department, q.department), q.project, h.date, 'purchaseOrder', h.id, h.number,
    round(l.net * (1 - coalesce(greatest(f.drawn, g.drawn) / nullif(f.whole, 0), 0)), 2)::text
  from purchase_order h join purchase_order_line l on l.company_id = $1 and l.owner_id = h.id
  join item i on i.company_id = $1 and i.id = l.item and i.is_service
  left join purchase_request q on q.company_id = $1 and l.source_type = 'purchaseRequest' and q.id = l.source_document
  left join flow_open f on f.company_id = $1 and f.source_line = l.id and f.pool = 'purchaseOrderToInvoice'
  left join flow_open g on g.company_id = $1 and g.source_line = l.id and g.pool = 'purchaseOrderToReceipt'
  where h.company_id = $1 and h.state in ('submitted', 'posted') and h.date between $2 and $3 and l.net is not null`

const sql = [
  claims('expense_claim', 'expenseClaim', 'l.gross - coalesce(l.deductible, 0)'),
  claims('expense', 'expense', 'coalesce(l.net, l.gross)'),
  requested,
  ordered,
].join(' union all ')

/** What is under way up to a month of a year, but one document's own. */
export const readCommitments = async (
  work: Work,
  year: number,
  month: number,
  without: string | null,
): Promise<Commitment[]> => {
  const to = lastDay(period(`${year}-${String(month).padStart(2, '0')}`))
  const [rows, accounts] = await Promise.all([
    work.tx.rows<Row>(sql, [work.company, `${year}-01-01`, to]),
    accountsOf(work),
  ])
  return rows.flatMap(({ account, category, amount, ...row }) => {
    const cents = toCents(amount)
    if (cents <= 0n || row.id === without) return []
    return [{ ...row, account: account ?? accounts.of('adminExpense', category), amount: cents }]
  })
}
