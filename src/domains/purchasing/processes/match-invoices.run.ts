import { Problem } from '../../../kernel/definition/problem.ts'
import { findDocument, idIn } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { incomingInvoice } from '../documents/incoming-invoice.ts'
import { enterInvoice, noteMatch, noticeKey, wordsOf } from '../matching/enter-invoice.ts'
import { compareInvoice } from '../matching/invoice-in-hand.ts'
import { matchReasons } from '../rules/match-invoice.ts'
import { matchInvoicesProcess } from './match-invoices.ts'

const waiting = (work: Work) =>
  work.tx.rows<{ id: string }>(
    `select id from incoming_invoice where company_id = $1 and state <> 'void' and reverses is null
       and (match_state is null or match_state in ('waiting', 'difference')) order by invoiced_on, id`,
    [work.company],
  )

const tell = (work: Work, record: LoadedRecord, words: string): void => {
  const number = String(record.header['invoiceNumber'])
  notify(work, {
    to: { right: 'purchaseInvoice.post' },
    key: noticeKey(idIn(record)),
    subject: { type: incomingInvoice.name, id: idIn(record) },
    text: { zh: `来票 ${number} 有差异：${words}`, en: `Invoice ${number} differs from what was received` },
  })
}

/** One invoice, in a transaction of its own: entered whole, or noted with what differs. */
export const matchOne = async (work: Work, id: string): Promise<'matched' | 'difference'> => {
  const record = await findDocument(work, incomingInvoice, id, { lock: true })
  const compared = await compareInvoice(work, record)
  if (compared.outcome.findings.length === 0) {
    await enterInvoice(work, compared)
    return 'matched'
  }
  const words = wordsOf(compared.outcome.findings)
  noteMatch(work, record, { state: 'difference', note: words, supplier: compared.supplier })
  tell(work, record, words)
  return 'difference'
}

/** What could not be posted is undone by its transaction; why is noted in another. */
const noteRefusal = async (work: Work, id: string, problem: Problem): Promise<void> => {
  const record = await findDocument(work, incomingInvoice, id, { lock: true })
  const [first] = problem.errors
  const words = `${matchReasons.refused}：${first?.message.zh ?? problem.text.zh}`
  noteMatch(work, record, { state: 'difference', note: words })
  tell(work, record, words)
}

export const runMatchInvoices = defineProcessRun(matchInvoicesProcess, async (_parameters, inWork, progress) => {
  const ids = (await inWork(waiting)).map((row) => row.id)
  let matched = 0
  for (const [index, id] of ids.entries()) {
    if (await progress.cancelled()) break
    try {
      if ((await inWork((work) => matchOne(work, id))) === 'matched') matched += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await inWork((work) => noteRefusal(work, id, error))
    }
    await progress.report(index + 1, ids.length)
  }
  return { invoices: ids.length, matched, differences: ids.length - matched }
})
