import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { CostWorking } from '../../../ledgers/stock/explain/explain-cost.ts'

/** A document by its number. */
export interface NamedDocument {
  readonly type: string
  readonly id: string
  readonly number: string
}

/** What changed a cost later, and the posting that brought it. */
export interface CostCorrection {
  readonly date: CalendarDate
  readonly kind: string
  readonly amount: string
  readonly covered: boolean
  readonly type: string
  readonly document: string
  readonly number: string
}

/** All that was appended to correct a movement, in the order in which it became known; what was taken back is left out. */
export const correctionsOf = (work: Work, entry: string): Promise<CostCorrection[]> =>
  work.tx.rows<CostCorrection>(
    `select e.date, e.kind, e.amount, e.source_entry is not null as covered, p.document_type as type, p.document_id as document,
       p.document_number as number
     from stock_entry e join posting p on p.company_id = $1 and p.id = e.posting_id
     where e.company_id = $1 and e.corrects = $2 and e.negates is null and e.amount <> 0
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
     order by e.id`,
    [work.company, entry],
  )

/** The numbers of all documents that a working names, by id. */
export const numbersOf = async (work: Work, working: CostWorking): Promise<ReadonlyMap<string, NamedDocument>> => {
  const ids = [working.movement, ...working.previous.map((one) => one.movement), ...working.sources.values()].map(
    (m) => m.document.id,
  )
  const rows = await work.tx.rows<NamedDocument>(
    `select distinct on (document_id) document_type as type, document_id as id, document_number as number from posting
     where company_id = $1 and document_id = any($2::uuid[])`,
    [work.company, [...new Set(ids)]],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
