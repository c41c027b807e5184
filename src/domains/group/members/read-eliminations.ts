import { toCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import type { EliminationLine } from '../rules/elimination.ts'
import type { EliminationKind } from '../documents/elimination-entry.ts'

/** A line of a posted entry of consolidation, with the document that it stands in. */
export interface PostedElimination extends EliminationLine {
  readonly document: string
  readonly number: string
  readonly kind: EliminationKind
  readonly made: boolean
  readonly note: string
}

interface Row {
  readonly document: string
  readonly number: string
  readonly kind: EliminationKind
  readonly made: boolean | null
  readonly note: string | null
  readonly statement: GroupStatement
  readonly line: number
  readonly debit: string | null
  readonly credit: string | null
}

/** The posted entries of a group and period, line by line. */
export const readEliminations = async (work: Work, group: string, period: string): Promise<PostedElimination[]> => {
  const rows = await work.tx.rows<Row>(
    `select h.id as document, h.number, h.kind, h.made, h.note, l.statement, l.line, l.debit, l.credit
     from elimination_entry h join elimination_entry_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.scope = $2 and h.period = $3 and h.state in ('posted', 'closed')
     order by h.number, l.line_no`,
    [work.company, group, period],
  )
  return rows.map((row) => ({
    ...row,
    made: row.made === true,
    note: row.note ?? '',
    debit: toCents(row.debit ?? '0'),
    credit: toCents(row.credit ?? '0'),
  }))
}
