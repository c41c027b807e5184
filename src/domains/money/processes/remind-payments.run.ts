import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { formatMoney } from '../../../base/money.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { dueRows } from '../plans/due-rows.ts'
import type { DueRow } from '../plans/due-rows.ts'
import { remindPaymentsProcess } from './remind-payments.ts'
import { todayOf } from '../../../ledgers/today.ts'

const words = {
  receivable: { zh: '应收', en: 'to come in from', right: 'collection.post' },
  payable: { zh: '应付', en: 'to be paid to', right: 'payment.post' },
} as const

/** Told once before and once when it is overdue: the key says which. */
const tell = (work: Work, row: DueRow, today: CalendarDate): void => {
  const { zh, en, right } = words[row.side]
  const isOverdue = row.dueOn !== null && row.dueOn < today
  const amount = formatMoney(row.open)
  notify(work, {
    to: { right },
    key: `paymentDue/${row.documentId}/${row.what}/${row.dueOn ?? ''}/${isOverdue ? 'overdue' : 'soon'}`,
    subject: { type: row.documentType, id: row.documentId },
    text: {
      zh: `${isOverdue ? '已逾期' : '即将到期'}：${zh} ${row.partyName} ${amount}（${row.what} ${row.number}，${row.dueOn ?? ''} 到期）`,
      en: `${isOverdue ? 'Overdue' : 'Due soon'}: ${amount} ${en} ${row.partyName}, ${row.number}, ${row.dueOn ?? ''}`,
    },
  })
}

export const runRemindPayments = defineProcessRun(remindPaymentsProcess, async ({ days }, inWork, progress) => {
  await progress.report(0, 1)
  const told = await inWork(async (work) => {
    const today = todayOf(work)
    const through = addDays(today, days ?? 3)
    const sides = await Promise.all([dueRows(work, 'receivable', null), dueRows(work, 'payable', null)])
    const due = sides
      .flat()
      .filter(
        (row) =>
          !row.isExpected && row.open.isPositive() && !row.open.isZero() && row.dueOn !== null && row.dueOn <= through,
      )
    for (const row of due) tell(work, row, today)
    return due.length
  })
  await progress.report(1, 1)
  return { reminders: told }
})
