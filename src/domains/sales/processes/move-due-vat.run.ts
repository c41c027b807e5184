import type { CalendarDate } from '../../../base/calendar-date.ts'
import { moveDocument, postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument, findDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import { closedThrough, correctedDay } from '../../../ledgers/general/closed.ts'
import { pendingVatDue } from '../documents/pending-vat-due.ts'
import { dueVat } from './due-vat.ts'
import type { DueLine } from './due-vat.ts'
import { moveDueVatProcess } from './move-due-vat.ts'

/** Lines of one document at most. */
const mostLines = 1000

/** What was moved and then taken back stands as a draft; it is void, and the run writes anew. */
const voidDrafts = async (work: Work): Promise<void> => {
  const drafts = await work.tx.rows<{ id: string }>(
    `select id from pending_vat_due where company_id = $1 and state = 'draft' order by id`,
    [work.company],
  )
  for (const { id } of drafts) {
    await moveDocument(work, pendingVatDue, await findDocument(work, pendingVatDue, id, { lock: true }), 'void')
  }
}

const write = async (work: Work, day: CalendarDate, on: CalendarDate, lines: readonly DueLine[]): Promise<string> => {
  const draft = await createDocument(work, pendingVatDue, {
    date: day,
    vatDueOn: on,
    lines: lines.map(({ customer, number, amount, source }) => ({
      customer,
      deliveryNumber: number,
      pendingTax: amount.toString(),
      source,
    })),
  })
  const posted = await postDocument(work, pendingVatDue, draft)
  return String(posted.header['number'])
}

/**
 * Moves pending VAT that has fallen due by a day to what is due, dated the day it fell due or, where that is closed, the
 * first open day. May be run again: what was moved is not moved twice. Answers the numbers of the documents written.
 */
export const moveDueVat = async (work: Work, through: CalendarDate): Promise<string[]> => {
  await voidDrafts(work)
  const due = await dueVat(work, through)
  const closed = await closedThrough(work)
  const numbers: string[] = []
  const byDay = [...Map.groupBy(due, (each) => each.on)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  for (const [on, lines] of byDay) {
    for (let at = 0; at < lines.length; at += mostLines) {
      numbers.push(await write(work, correctedDay(closed, on), on, lines.slice(at, at + mostLines)))
    }
  }
  return numbers
}

/** What a close does with it: VAT that is due in the month belongs to the month. */
export const pendingVatClose: ClosePart = {
  name: 'pendingVatMoved',
  label: '到期待转销项已转出',
  blocking: true,
  report: 'dueToInvoice',
  settle: async (work, _period, through) => {
    await moveDueVat(work, through)
  },
  remains: async (work, _period, through) => {
    const due = await dueVat(work, through)
    return due.length === 0
      ? null
      : {
          byClose: `${new Set(due.map((each) => each.source.document)).size} 张出库单、代销发货单的销项税额已到期未转出，结账时将自动转出`,
        }
  },
}

export const runMoveDueVat = defineProcessRun(moveDueVatProcess, async ({ through }, inWork, progress) => {
  await progress.report(0, 1)
  const documents = await inWork((work) =>
    moveDueVat(work, through ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))),
  )
  await progress.report(1, 1)
  return { documents }
})
