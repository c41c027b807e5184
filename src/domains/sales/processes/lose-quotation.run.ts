import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { findDocument, stateOf } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { settleQuotation } from '../documents/quotation-outcome.checks.ts'
import { quotation } from '../documents/quotation.ts'
import { loseQuotation } from './lose-quotation.ts'

/** Writes down why, and closes the offer. */
export const runLoseQuotation = defineProcessRun(loseQuotation, async ({ quotation: number, reason }, inWork) => {
  if (!reason) throw invalid('请填写丢单原因', 'Say why', [fieldProblem('reason', '请填写原因', 'is required')])
  await inWork(async (work) => {
    const found = await findDocument(work, quotation, number ?? '', { lock: true })
    await settleQuotation(work, String(found.header['id']), 'lost', reason)
    if (stateOf(found) === 'posted') {
      await actOn(work, quotation, await findDocument(work, quotation, number ?? ''), 'close', {})
    }
  })
  return { type: quotation.name, number: number ?? '' }
})
