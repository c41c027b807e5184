import { isPeriod } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { inputVatTicks } from './input-vat-ticks.ts'

interface TickRow {
  readonly state: string
  readonly month: string | null
  readonly id: string
  readonly number: string
  readonly invoice: string | null
  readonly day: string | null
  readonly supplier: string
  readonly net: string
  readonly tax: string
}

export const runInputVatTicks = defineReportRun(inputVatTicks, async (parameters, work) => {
  const period = parameters.period || work.clock.today(settingsOf(work.settings).zone).slice(0, 7)
  if (!isPeriod(period)) {
    throw invalid('税款所属期应写作 2026-01', 'The period is written 2026-01', [
      fieldProblem('period', '应写作 2026-01', 'must be a month like 2026-01'),
    ])
  }
  const rows = await work.tx.rows<TickRow>(
    `with ticked as (
       select l.source_line as line, c.tax_month as month, sum(l.pending_tax) as tax from input_vat_certification c
       join input_vat_certification_line l on l.company_id = $1 and l.owner_id = c.id and l.source_type = 'purchaseInvoice'
       where c.company_id = $1 and c.state in ('posted', 'closed') and c.reverses is null group by 1, 2),
     lines as (
       select p.id, p.number, p.invoice_number as invoice, p.invoiced_on::text as day, p.supplier, p.is_red, l.id as line, l.net, l.pending_tax as tax
       from purchase_invoice p join purchase_invoice_line l on l.company_id = $1 and l.owner_id = p.id
       where p.company_id = $1 and p.state in ('posted', 'closed') and p.reverses is null and coalesce(l.pending_tax, 0) <> 0)
     select case when t.month is null then '待勾选' else '已勾选' end as state, t.month, x.id, x.number, x.invoice, x.day, s.name as supplier,
       sum(case when x.is_red then -x.net else x.net end) as net,
       sum(case when x.is_red then -1 else 1 end * coalesce(t.tax, x.tax)) as tax
     from lines x left join ticked t on t.line = x.line join party s on s.company_id = $1 and s.id = x.supplier
     where t.month is null or t.month = $2
     group by 1, 2, 3, 4, 5, 6, 7 order by 1 desc, 6, 4`,
    [work.company, period],
  )
  const ticked = rows.filter((row) => row.month !== null)
  return {
    rows: rows.map((row) => ({
      state: row.state,
      taxMonth: row.month,
      number: row.number,
      documentType: 'purchaseInvoice',
      documentId: row.id,
      invoiceNumber: row.invoice,
      invoicedOn: row.day,
      supplier: row.supplier,
      net: row.net,
      tax: row.tax,
    })),
    notes: [`${period} 已勾选 ${ticked.length} 张，待勾选 ${rows.length - ticked.length} 张`],
  }
})
