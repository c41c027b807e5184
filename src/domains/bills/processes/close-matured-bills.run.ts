import { addDays } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { formatMoney } from '../../../base/money.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { noteEvent } from '../documents/note-event.ts'
import { eventToEvent } from '../flows/bill-flows.ts'
import { readBills } from '../reports/read-bills.ts'
import { closeMaturedBillsProcess, remindBillsProcess } from './close-matured-bills.ts'
import { todayOf } from '../../../ledgers/today.ts'

/** Events with bills that matured before a day, and are still answered for. */
const waiting = (work: Work, before: string) =>
  work.tx.rows<{ id: string }>(
    `select distinct h.id from note_event h join note_event_line l on l.company_id = $1 and l.owner_id = h.id
     join flow_open f on f.company_id = $1 and f.source_line = l.id and f.drawn < f.whole
     where h.company_id = $1 and h.state = 'posted' and h.kind in ('endorse', 'discountRecourse') and l.matures_on < $2 order by 1`,
    [work.company, before],
  )

const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

/** One event's matured bills end by a document that can be taken back. */
const discharge = async (work: Work, event: string, before: string): Promise<number> => {
  const { draft } = await convertDocument(work, noteEvent, event, noteEvent.name, eventToEvent.name)
  const matured = draft.lines.filter((line) => {
    const day = line['maturesOn']
    return typeof day === 'string' && day < before
  })
  if (matured.length === 0) return 0
  const input = { ...asJson({ ...draft, lines: matured }), date: todayOf(work), kind: 'discharge' }
  await actOn(work, noteEvent, await createDocument(work, noteEvent, input), 'post', {})
  return matured.length
}

export const runCloseMaturedBills = defineProcessRun(closeMaturedBillsProcess, async ({ days }, inWork, progress) => {
  const before = await inWork(async (work) => addDays(todayOf(work), -(days ?? 10)))
  const events = await inWork((work) => waiting(work, before))
  let bills = 0
  for (const [index, { id }] of events.entries()) {
    bills += await inWork((work) => discharge(work, id, before))
    await progress.report(index + 1, events.length)
  }
  return { bills }
})

export const runRemindBills = defineProcessRun(remindBillsProcess, async ({ days }, inWork) =>
  inWork(async (work) => {
    const through = addDays(todayOf(work), days ?? 7)
    const soon = (await readBills(work)).filter((bill) => bill.open > 0n && bill.maturesOn <= through)
    for (const bill of soon) {
      const isOurs = bill.side === 'received'
      const amount = formatMoney(centsText(bill.open))
      notify(work, {
        to: { right: isOurs ? 'collection.post' : 'payment.post' },
        key: `billDue/${bill.documentId}/${bill.number}/${bill.maturesOn}`,
        subject: { type: isOurs ? 'noteReceived' : 'noteIssued', id: bill.documentId },
        text: {
          zh: `票据到期：${isOurs ? '请托收' : '请备款'} ${bill.partyName} ${amount}（${bill.number}，${bill.maturesOn} 到期）`,
          en: `Bill matures: ${isOurs ? 'collect' : 'pay'} ${amount}, ${bill.partyName}, ${bill.number}, ${bill.maturesOn}`,
        },
      })
    }
    return { reminders: soon.length }
  }),
)
