import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { digitalInvoice } from './digital-invoice.ts'

type Written = WrittenDraft<typeof digitalInvoice>

const sourcesOf = ({ tables }: Written): string[] => [
  ...new Set(tables.lines.flatMap((line) => line.source?.document ?? [])),
]

/**
 * The blue invoice that a red one takes back: of those issued along the same chain of documents (the delivery that was returned,
 * the invoice that is allowed on), the newest with enough left.
 */
const blueOf = async (work: Work, draft: Written): Promise<string | undefined> => {
  const sources = sourcesOf(draft)
  if (sources.length === 0) return undefined
  const rows = await work.tx.rows<{ invoice_number: string }>(
    `with recursive family(id, depth) as (
       select unnest($2::uuid[]), 0
       union
       select case when l.source_id = f.id then l.target_id else l.source_id end, f.depth + 1
       from family f join document_link l on l.company_id = $1 and l.relation = 'flow' and (l.source_id = f.id or l.target_id = f.id)
       where f.depth < 4)
     select d.invoice_number from digital_invoice d
     where d.company_id = $1 and d.id in (select id from family) and d.issue_state = 'issued' and not coalesce(d.is_red, false)
       and d.total_gross - coalesce(d.taken_back, 0) >= $3
     order by d.issued_at desc, d.number desc limit 1`,
    [work.company, sources, draft.header.totalGross?.toString() ?? '0'],
  )
  return rows[0]?.invoice_number
}

const completed = async (work: Work, draft: Written): Promise<Written> => {
  const { isRed, blueNumber } = draft.header
  if (isRed !== true || (blueNumber !== null && blueNumber !== undefined && blueNumber !== '')) return draft
  const found = await blueOf(work, draft)
  return found === undefined ? draft : { ...draft, header: { ...draft.header, blueNumber: found } }
}

/** A red invoice is told which blue one it takes back. */
export const completeDigitalInvoice = defineCompletion(digitalInvoice, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
