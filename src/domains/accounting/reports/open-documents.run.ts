import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { tableOf } from '../../../kernel/documents/storage.ts'
import { openDocuments } from './open-documents.ts'

interface CountRow {
  readonly type: string
  readonly state: string
  readonly n: string
}

/** Types the asker may not read are left out. What is open comes from what flows may still draw of posted documents. */
export const openDocumentsRun = defineReportRun(openDocuments, async (_parameters, work) => {
  const { documents, flows } = work.installed.catalogue
  const seen = [...documents.values()].filter((one) => one.internal !== true && work.actor.may(`${one.name}.read`))
  if (seen.length === 0) return { rows: [] }
  const sources = new Set([...flows.values()].map((flow) => flow.from.name))
  const waiting = seen.map(
    (one) =>
      `select '${one.name}' as type, state, count(*) as n from ${tableOf(one).name}
       where company_id = $1 and state in ('draft', 'submitted') group by state`,
  )
  const carried = seen
    .filter((one) => sources.has(one.name))
    .map(
      (one) =>
        `select '${one.name}', 'open', count(*) from ${tableOf(one).name} d where d.company_id = $1 and d.state = 'posted'
         and exists (select 1 from flow_open f where f.company_id = $1 and f.source_document = d.id and f.counts and f.drawn < f.whole)`,
    )
  const rows = await work.tx.rows<CountRow>([...waiting, ...carried].join(' union all '), [work.company])
  const counts = new Map(rows.map((row) => [`${row.type}/${row.state}`, Number(row.n)]))
  const count = (type: string, state: string) => counts.get(`${type}/${state}`) ?? 0
  return {
    rows: seen.map((one): ReportRow => ({
      type: one.name,
      label: one.label,
      draft: count(one.name, 'draft'),
      submitted: count(one.name, 'submitted'),
      open: count(one.name, 'open'),
    })),
  }
})
