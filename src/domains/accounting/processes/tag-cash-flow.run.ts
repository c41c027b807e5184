import { isUuid } from '../../../base/id.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { Problem, conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { closedThrough } from '../../../ledgers/general/closed.ts'
import { formsOf } from '../statements/forms.ts'
import { tagCashFlowProcess } from './tag-cash-flow.ts'

/** Entries that were given and are of the company; those of closed months stay as they were stated. */
const openEntries = async (work: Work, given: readonly string[]): Promise<string[]> => {
  const closed = await closedThrough(work)
  const rows = await work.tx.rows<{ id: string; date: string }>(
    `select id, date from general_entry where company_id = $1 and id = any($2::uuid[])`,
    [work.company, given],
  )
  const late = rows.find((row) => closed !== null && row.date <= closed)
  if (late !== undefined) throw conflict(`${late.date} 已结账，不能再改现金流量`, `${late.date} is in a closed period`)
  return rows.map((row) => row.id)
}

export const tagCashFlowRun = defineProcessRun(tagCashFlowProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const given = Array.isArray(parameters.entries) ? parameters.entries : []
    const entries = await openEntries(work, given.filter((id) => typeof id === 'string' && isUuid(id)).map(String))
    const line = parameters.line ?? null
    const fits = formsOf(work.settings).cashFlowLines.some((each) => each.line === line && each.flow !== undefined)
    if (line !== null && !fits) {
      throw new Problem('invalid', { zh: '不是可指定的现金流量项目', en: 'Not an item of the cash flow statement' }, [
        fieldProblem('line', `第 ${line} 行不是可指定的项目`, `line ${line} is not filled from flows`),
      ])
    }
    await work.tx.query(`delete from cash_flow_tag where company_id = $1 and entry = any($2::uuid[])`, [
      work.company,
      entries,
    ])
    if (line !== null) {
      await work.tx.query(
        `insert into cash_flow_tag (company_id, entry, line, actor, at)
         select $1, r.entry, $3, $4, $5 from unnest($2::uuid[]) as r(entry)`,
        [work.company, entries, String(line), work.actor.name, work.clock.now()],
      )
    }
    audit(work, {
      action: 'tag',
      type: 'generalVoucher',
      record: entries[0] ?? '',
      label: '现金流量指定',
      after: { entries, line },
    })
    return { tagged: entries.length }
  }),
)
