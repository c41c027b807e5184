import { decimal, round } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { targetProgress } from './target-progress.ts'

interface Row {
  readonly month: string
  readonly of: string
  readonly plan_quantity: string | null
  readonly plan_amount: string | null
  readonly quantity: string
  readonly amount: string
}

const sold = (table: string, sign: number) => `
  select to_char(h.date, 'YYYY-MM') as month, h.salesperson, h.department, l.item, i.category,
    ${sign} * case when h.reverses is null then 1 else -1 end * l.base_quantity as quantity,
    ${sign} * case when h.reverses is null then 1 else -1 end * coalesce(l.net, 0) as net
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id join item i on i.company_id = $1 and i.id = l.item
  where h.company_id = $1 and h.state in ('posted', 'closed') and to_char(h.date, 'YYYY-MM') between $2 and $3`

const sql = `
  with f as (${sold('sales_delivery', 1)} union all ${sold('sales_return', -1)})
  select t.month, coalesce(nullif(concat_ws(' · ', e.name, d.name, c.name, i.name), ''), '全公司') as of,
    l.quantity as plan_quantity, l.amount as plan_amount,
    coalesce(sum(f.quantity), 0) as quantity, coalesce(sum(f.net), 0) as amount
  from sales_target t join sales_target_line l on l.company_id = $1 and l.owner_id = t.id
  left join employee e on e.company_id = $1 and e.id = l.salesperson
  left join department d on d.company_id = $1 and d.id = l.department
  left join item_category c on c.company_id = $1 and c.id = l.category
  left join item i on i.company_id = $1 and i.id = l.item
  left join f on f.month = t.month and (l.salesperson is null or f.salesperson = l.salesperson)
    and (l.department is null or f.department = l.department) and (l.item is null or f.item = l.item)
    and (l.category is null or f.category = l.category)
  where t.company_id = $1 and not t.disabled and t.month between $2 and $3
  group by t.month, l.id, l.line_no, t.code, e.name, d.name, c.name, i.name, l.quantity, l.amount
  order by t.month, t.code, l.line_no`

export const runTargetProgress = defineReportRun(targetProgress, async (parameters, work) => {
  const month = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')).slice(0, 7)
  const from = parameters.from || month
  const to = parameters.to || (from > month ? from : month)
  const rows = await work.tx.rows<Row>(sql, [work.company, from, to])
  return {
    rows: rows.map((row) => {
      const [plan, done] = row.plan_amount === null ? [row.plan_quantity, row.quantity] : [row.plan_amount, row.amount]
      const reached = plan === null || decimal(plan).isZero() ? null : round(decimal(done).times(100).div(plan), 2)
      return {
        month: row.month,
        of: row.of,
        planQuantity: row.plan_quantity,
        quantity: row.quantity,
        planAmount: row.plan_amount,
        amount: row.amount,
        difference: row.plan_amount === null ? null : decimal(row.amount).minus(row.plan_amount).toString(),
        reached: reached === null ? null : reached.toString(),
      }
    }),
    notes: [`${from} — ${to}`],
  }
})
