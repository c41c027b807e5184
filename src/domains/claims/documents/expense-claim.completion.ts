import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { readStandards } from '../policy/read-standards.ts'
import type { Standard } from '../policy/read-standards.ts'
import { overLimit, travelLimit } from '../rules/travel-limit.ts'
import { withStaffAccount } from './claimant.completion.ts'
import { expenseClaim } from './expense-claim.ts'

type Claim = WrittenDraft<typeof expenseClaim>

interface Advance {
  readonly id: Id<'partyEntry'>
  readonly document_number: string
  readonly open: string
}

/** What the employee was advanced and has not accounted for, the oldest first; what a claim that is amended took is there again. */
const advancesOf = (work: Work, party: string, through: string, claim: string | null): Promise<Advance[]> =>
  work.tx.rows<Advance>(
    `select i.id, i.document_number, i.open - coalesce(own.taken, 0) as open from party_item i
     left join lateral (select sum(e.amount) as taken from party_entry e
       where e.company_id = $1 and e.document_id = $5::uuid and e.open_item = i.id) own on true
     where i.company_id = $1 and i.party = $2 and i.kind = 'otherReceivable' and i.open - coalesce(own.taken, 0) > 0
       and i.date <= $3 and i.currency = $4
     order by i.date, i.document_number, i.id`,
    [work.company, party, through, settingsOf(work.settings).currency ?? 'CNY', claim],
  )

/** Advances are set off against what is claimed, as far as both reach. */
const offsets = async (work: Work, { header, tables }: Claim): Promise<Claim['tables']['settlements']> => {
  if (header.offsetAdvances === false || !header.party || !header.date) return []
  let left: Decimal = tables.lines.reduce((sum, line) => sum.plus(line.gross ?? zero), zero)
  const lines: Claim['tables']['settlements'][number][] = []
  const advances = await advancesOf(work, header.party, header.date, header.id ?? null)
  for (const { id, document_number: documentNumber, open } of advances) {
    const openAmount = decimal(open)
    const amount = left.lt(openAmount) ? left : openAmount
    left = left.minus(amount)
    if (amount.isZero()) break
    const place = { id: newId<'line'>(), lineNo: lines.length + 1, source: null }
    lines.push({ ...place, openItem: id, kind: 'otherReceivable', documentNumber, openAmount, amount })
  }
  return lines
}

/** How much of each line is over what the company bears of it. */
const measured = (draft: Claim, standards: ReadonlyMap<string, Standard>): Claim['tables']['lines'] =>
  draft.tables.lines.map((line) => {
    const standard = standards.get(line.expenseItem ?? '')
    const limit =
      standard === undefined
        ? undefined
        : travelLimit(standard.limits, { level: standard.levels.get(draft.header.employee ?? ''), city: line.city })
    const over =
      standard === undefined || limit === undefined || !line.gross
        ? zero
        : overLimit(line.gross, limit, standard.basis, line.days)
    return { ...line, overStandard: over }
  })

/** A claim with its employee's account, what of it is over the standard, and the advances that it sets off. */
export const completeExpenseClaim = defineCompletion(expenseClaim, async (drafts, work) => {
  const named = await withStaffAccount(drafts, work)
  const standards = await readStandards(
    work,
    named.flatMap(({ header }) => header.employee ?? []),
  )
  const completed: Claim[] = []
  for (const draft of named) {
    completed.push({
      header: draft.header,
      tables: { lines: measured(draft, standards), settlements: await offsets(work, draft) },
    })
  }
  return completed
})
