import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { shiftSummary } from './shift-summary.ts'

interface Totals {
  readonly sales: number
  readonly gross: string
  readonly rounded: string
  readonly refunds: number
  readonly returned: string
}

interface Taken {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly count: number
  readonly amount: string
}

const standing = `h.company_id = $1 and h.state in ('posted', 'closed') and h.date = $2
  and ($3::uuid is null or h.warehouse = $3) and ($4::text is null or h.created_by = $4)`
const turned = 'case when h.reverses is null then 1 else -1 end'

/** What a shift sold and took in; the till's accounts come from the cash ledger, so that change is off. */
export const runShiftSummary = defineReportRun(shiftSummary, async (parameters, work) => {
  const day = parameters.day ?? work.clock.today()
  const values = [work.company, day, parameters.warehouse ?? null, parameters.cashier ?? null]
  const [[totals], taken] = await Promise.all([
    work.tx.rows<Totals>(
      `select (select count(*)::int from retail_sale h where ${standing} and h.reverses is null) as sales,
         (select coalesce(sum(${turned} * h.total_gross), 0)::text from retail_sale h where ${standing}) as gross,
         (select coalesce(sum(${turned} * h.rounded_off), 0)::text from retail_sale h where ${standing}) as rounded,
         (select count(*)::int from retail_refund h where ${standing} and h.reverses is null) as refunds,
         (select coalesce(sum(${turned} * h.total_gross), 0)::text from retail_refund h where ${standing}) as returned`,
      values,
    ),
    work.tx.rows<Taken>(
      `select c.id, c.code, c.name, c.kind, count(distinct e.document_id)::int as count, sum(e.amount)::text as amount
       from cash_entry e join cash_account c on c.company_id = $1 and c.id = e.cash_account
       join (select h.id from retail_sale h where ${standing} union all select h.id from retail_refund h where ${standing}) d on d.id = e.document_id
       where e.company_id = $1 and e.document_type in ('retailSale', 'retailRefund')
       group by 1, 2, 3, 4 having sum(e.amount) <> 0 order by c.kind, c.code`,
      values,
    ),
  ])
  return {
    rows: [
      { key: 'sales', label: '销售', count: totals?.sales ?? 0, amount: totals?.gross ?? '0' },
      { key: 'roundedOff', label: '抹零', count: null, amount: totals?.rounded ?? '0' },
      { key: 'refunds', label: '退货', count: totals?.refunds ?? 0, amount: totals?.returned ?? '0' },
      ...taken.map((row) => ({
        key: 'account',
        account: row.id,
        accountCode: row.code,
        label: `收款：${row.name}`,
        count: row.count,
        amount: row.amount,
      })),
    ],
    notes: [day],
  }
})
