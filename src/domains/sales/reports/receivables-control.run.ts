import { decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { creditRatings } from '../../../ledgers/dimensions/party.ts'
import { receivablesControl } from './receivables-control.ts'

interface Row {
  readonly id: string
  readonly customer: string
  readonly rating: keyof typeof creditRatings | null
  readonly credit_limit: string | null
  readonly hold: boolean | null
  readonly owed: string
  readonly orders: string
  readonly current: string
  readonly d30: string
  readonly d60: string
  readonly d90: string
  readonly older: string
  readonly oldest: number
}

const aged = (name: string, condition: string) =>
  `coalesce(sum(i.open_book) filter (where i.kind <> 'advanceFromCustomer' and ${condition}), 0) as ${name}`

const sql = `
  with i as (
    select i.*, $2::date - coalesce(i.due_on, i.date) as late from party_item i
    where i.company_id = $1 and i.open <> 0 and i.kind in ('receivable', 'advanceFromCustomer', 'otherReceivable')),
  o as (
    select h.customer, sum(round(l.gross * f.open / nullif(f.whole, 0), 2)) as orders from sales_order h
    join sales_order_line l on l.company_id = $1 and l.owner_id = h.id
    join lateral (select b.quantity as open, l.base_quantity as whole from plan_balance b
      where b.company_id = $1 and b.promise = l.id and b.kind = 'demand' and b.quantity > 0) f on true
    where h.company_id = $1 and h.state = 'posted' group by h.customer)
  select c.id, c.code || ' ' || c.name as customer, c.credit_rating as rating, c.credit_limit, c.credit_hold as hold,
    coalesce(sum(i.open_book), 0) as owed, coalesce(o.orders, 0) as orders, ${aged('current', 'i.late <= 0')},
    ${aged('d30', 'i.late between 1 and 30')}, ${aged('d60', 'i.late between 31 and 60')},
    ${aged('d90', 'i.late between 61 and 90')}, ${aged('older', 'i.late > 90')},
    coalesce(max(i.late) filter (where i.late > 0 and i.open > 0), 0)::int as oldest
  from party c left join i on i.party = c.id left join o on o.customer = c.id
  where c.company_id = $1 and c.is_customer and ($3::uuid is null or c.id = $3) and ($4::uuid is null or c.salesperson = $4)
  group by c.id, c.code, c.name, c.credit_rating, c.credit_limit, c.credit_hold, o.orders
  having count(i.id) > 0 or coalesce(o.orders, 0) <> 0 or c.credit_hold or c.credit_limit is not null
  order by sum(i.open_book) desc nulls last, c.code`

export const runReceivablesControl = defineReportRun(receivablesControl, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const rows = await work.tx.rows<Row>(sql, [
    work.company,
    today,
    parameters.customer ?? null,
    parameters.salesperson ?? null,
  ])
  const judged = rows.map((row) => {
    const left = row.credit_limit === null ? null : decimal(row.credit_limit).minus(row.owed).minus(row.orders)
    const states = {
      hold: row.hold === true,
      over: left?.isNegative() === true,
      overdue: row.oldest > 0,
    }
    const words = { hold: '已冻结', over: '超额度', overdue: '有逾期' }
    const said = Object.entries(words).flatMap(([name, word]) => (states[name as keyof typeof states] ? [word] : []))
    return { row, left, states, state: said.length === 0 ? '正常' : said.join('、') }
  })
  const wanted = parameters.state
  return {
    rows: judged
      .filter(({ states }) => !wanted || states[wanted])
      .map(({ row, left, state }) => ({
        customerId: row.id,
        customer: row.customer,
        rating: row.rating === null ? null : creditRatings[row.rating],
        limit: row.credit_limit,
        owed: row.owed,
        left: left?.toString() ?? null,
        orders: row.orders,
        current: row.current,
        d30: row.d30,
        d60: row.d60,
        d90: row.d90,
        older: row.older,
        oldest: row.oldest,
        state,
      })),
    notes: [`截至 ${today}`],
  }
})
