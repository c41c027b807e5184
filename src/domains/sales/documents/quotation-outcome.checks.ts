import { audit } from '../../../kernel/audit/audit.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineConsequence } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { quotation } from './quotation.ts'
import { salesOrder } from './sales-order.ts'

/** What is lost says why. */
export const checkQuotation = defineCheck(quotation, async (input) => [
  ...(input.header.outcome === 'lost' && input.header.lostReason === null
    ? [fieldProblem('lostReason', '丢单请填写原因', 'say why it was lost')]
    : []),
  ...disabledReferences(quotation, input),
])

/** Says what became of an offer, in its trail too. */
export const settleQuotation = async (
  work: Work,
  id: string,
  outcome: 'won' | 'lost',
  reason: string | null,
): Promise<void> => {
  const rows = await work.tx.rows<{ number: string }>(
    `update quotation set outcome = $3, lost_reason = $4, version = version + 1, updated_at = $5, updated_by = $6
     where company_id = $1 and id = $2 and outcome is distinct from $3 returning number`,
    [work.company, id, outcome, reason, work.clock.now(), work.actor.name],
  )
  const [changed] = rows
  if (changed === undefined) return
  audit(work, { action: outcome, type: quotation.name, record: id, label: changed.number, after: { outcome, reason } })
}

/** An order won the offer that it grew out of. */
export const quotationIsWon = defineConsequence(salesOrder, async ({ lines }, work) => {
  const offers = new Set(lines.flatMap(({ source }) => (source?.type === quotation.name ? [source.document] : [])))
  for (const offer of offers) await settleQuotation(work, offer, 'won', null)
})
