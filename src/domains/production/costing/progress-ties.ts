import type { BookCheck } from '../../../kernel/documents/installed.ts'
import { orderedEntries, progressAccounts, unassignedEntries } from './work-in-progress.ts'

interface Untied {
  readonly month: string
  readonly orders: string
  readonly general: string
}

const generalSql = `select e.date, e.debit - e.credit as amount from general_entry e where e.company_id = $1 and e.account_id in ${progressAccounts}`

/** Month by month: what orders hold and what no order has, against the balance of 生产成本. */
const untiedSql = `
  with months as (
    select date_trunc('month', date)::date as month, amount as own, 0::numeric as general from ${orderedEntries} o
    union all select date_trunc('month', date)::date, amount, 0 from ${unassignedEntries} u
    union all select date_trunc('month', date)::date, 0, amount from (${generalSql}) g),
  sums as (select month, sum(sum(own)) over (order by month) as own, sum(sum(general)) over (order by month) as general from months group by 1)
  select to_char(month, 'YYYY-MM') as month, own as orders, general from sums where own <> general order by 1 limit 5`

/** Σ 在产品 = 生产成本: every figure on the account is some order's, or waits to be shared out. */
export const progressTies: BookCheck = {
  name: 'productionTiesToGeneral',
  label: '在产品成本 = 总账生产成本',
  violations: async (work) => {
    const untied = await work.tx.rows<Untied>(untiedSql, [work.company])
    return untied.map((row) => `${row.month} 末：任务单合计 ${row.orders}，总账 ${row.general}`)
  },
}
