import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { explainCost } from '../../../ledgers/stock/explain/explain-cost.ts'
import { costWorking } from './cost-working.ts'
import { correctionsOf, numbersOf } from './cost-working.sources.ts'
import { rowsOfWorking } from './cost-working.rows.ts'

interface Asked {
  readonly id: string
  readonly item: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const mostEntries = 40

/** The movements that are asked about: one, or those of a document, line by line. */
const entriesAsked = (work: Work, document: string | null, entry: string | null): Promise<Asked[]> =>
  work.tx.rows<Asked>(
    `select e.id, i.code || ' ' || i.name as item from stock_entry e join item i on i.company_id = $1 and i.id = e.item
     join posting p on p.company_id = $1 and p.id = e.posting_id
     where e.company_id = $1 and e.pool <> '' and e.negates is null and e.corrects is null
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
       and ${
         entry === null
           ? 'e.posting_id in (select q.id from posting q where q.company_id = $1 and q.document_number = $2)'
           : 'e.id = coalesce((select c.corrects from stock_entry c where c.company_id = $1 and c.id = $2::uuid), $2::uuid)'
       }
     order by e.line_no, e.id limit ${mostEntries}`,
    [work.company, entry ?? document],
  )

const explained = async (work: Work, { id, item }: Asked): Promise<ReportRow[]> => {
  const working = await explainCost(work, id)
  if (working === undefined) return []
  const [corrections, numbers] = await Promise.all([correctionsOf(work, id), numbersOf(work, working)])
  return rowsOfWorking(item, working, corrections, numbers)
}

export const runCostWorking = defineReportRun(costWorking, async (parameters, work) => {
  const document = parameters.document?.trim() || null
  const entry = parameters.entry?.trim() || null
  if (document === null && (entry === null || !uuid.test(entry))) {
    throw invalid('请填写单据编号', 'Give a document number', [
      fieldProblem(
        'document',
        '请填写单据编号，或从库存明细账点开一笔',
        'is needed, or open a row of the stock ledger',
      ),
    ])
  }
  const rows: ReportRow[] = []
  const asked = await entriesAsked(work, document, entry)
  for (const one of asked) rows.push(...(await explained(work, one)))
  return {
    rows,
    notes: asked.length === 0 ? ['没有出入库成本：单据未审核，或只在同一成本池内移动'] : [],
  }
})
