import { decimal } from '../../../base/decimal.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import { snake } from '../../../kernel/definition/define.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { orderedEntries, orderedTypes } from '../costing/work-in-progress.ts'
import { costElements } from '../rules/elements.ts'
import { monthIn } from './product-cost-sheet.run.ts'
import { productCostLines } from './product-cost-sheet.ts'

interface Line {
  readonly date: string
  readonly sort: keyof typeof costElements | 'out'
  readonly document_type: string
  readonly document_id: string
  readonly number: string
  readonly item: string | null
  readonly amount: string
}

const numbers = orderedTypes
  .map((type) => `select '${type}' as type, id, number from ${snake(type)} where company_id = $1`)
  .join(' union all ')

const linesSql = `
  select e.date, e.sort, e.document_type, e.document_id, n.number, i.code || ' ' || i.name as item, sum(e.amount) as amount
  from ${orderedEntries} e join work_order o on o.company_id = $1 and o.id = e.order_id
  join (${numbers}) n on n.type = e.document_type and n.id = e.document_id
  left join item i on i.company_id = $1 and i.id = e.item
  where o.number = $2 and ($3::date is null or e.date >= $3) and ($4::date is null or e.date <= $4)
  group by 1, 2, 3, 4, 5, 6 having sum(e.amount) <> 0 order by 1, 5, 6`

export const runProductCostLines = defineReportRun(productCostLines, async ({ workOrder, period }, work) => {
  const month = period ? monthIn(work, period) : null
  const [from, to] = month === null ? [null, null] : [firstDay(month), lastDay(month)]
  const lines = await work.tx.rows<Line>(linesSql, [work.company, workOrder, from, to])
  const rows = lines.map((line): ReportRow => {
    const amount = decimal(line.amount)
    const isOut = line.sort === 'out'
    return {
      date: line.date,
      sort: line.sort === 'out' ? '完工转出' : costElements[line.sort],
      document: work.installed.catalogue.documents.get(line.document_type)?.label ?? line.document_type,
      documentType: line.document_type,
      documentId: line.document_id,
      number: line.number,
      item: line.item,
      debit: isOut ? null : amount.toString(),
      credit: isOut ? amount.neg().toString() : null,
    }
  })
  return { rows, notes: [`${workOrder ?? ''}${month === null ? '' : `　${month}`}`] }
})
