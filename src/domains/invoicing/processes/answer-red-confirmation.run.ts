import { systemActor } from '../../../kernel/access/system-actor.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { findDocument, idIn } from '../../../kernel/documents/documents.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { enqueue } from '../../../kernel/jobs/job-runner.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'
import { ownParty } from '../own-party.ts'
import { BureauRefused, BureauSilent, redStates } from '../platform/invoice-platform.ts'
import { platformOf } from '../platform/platform-settings.ts'
import { answerRedConfirmation } from './answer-red-confirmation.ts'
import { issueDigitalInvoices } from './issue-digital-invoices.ts'
import { noteIssue } from './note-issue.ts'

/** What the bureau would not hear or take, told where it was asked. */
const told = (error: unknown): never => {
  if (error instanceof BureauRefused) {
    throw invalid('税务局没有接受', 'The bureau refused', [fieldProblem('answer', error.message, 'was refused')])
  }
  if (error instanceof BureauSilent) throw conflict('税务局没有应答，请稍后再试', 'The bureau does not answer')
  throw error
}

export const runAnswerRedConfirmation = defineCallRun(answerRedConfirmation, async ({ invoice, answer }, work) => {
  const record = await findDocument(work, digitalInvoice, invoice ?? '', { lock: true })
  const { confirmationId, confirmation, issueState } = record.header
  if (issueState !== 'confirming' || typeof confirmationId !== 'string') {
    throw invalid('没有待确认的红字确认单', 'Nothing waits to be confirmed', [
      fieldProblem('invoice', '只有待对方确认的红字数电票可以答复', 'waits for no confirmation'),
    ])
  }
  const [platform, own] = await Promise.all([platformOf(work), ownParty(work)])
  const asked = { uuid: confirmationId, number: typeof confirmation === 'string' ? confirmation : '' }
  const red = await platform.answerRed(own.taxNumber ?? '', asked, answer ?? 'agree').catch(told)
  await noteIssue(work, idIn(record), { confirmationState: redStates[red.state] })
  await enqueue(work.tx, { company: work.company, actor: systemActor }, issueDigitalInvoices.name, {})
  return { state: red.state, words: redStates[red.state] }
})
