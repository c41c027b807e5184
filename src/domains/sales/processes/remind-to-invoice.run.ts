import { formatMoney } from '../../../base/money.ts'
import { defineConsequence, defineProcessRun } from '../../../kernel/documents/installed.ts'
import { notify, withdrawNotices } from '../../../kernel/notices/notify.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { notInvoiced } from '../reports/not-invoiced.ts'
import { remindToInvoice } from './remind-to-invoice.ts'

const keyOf = (document: string): string => `toInvoice/${document}`

/** A notice for each document that is due, once: to whoever may post invoices. */
export const runRemindToInvoice = defineProcessRun(remindToInvoice, async ({ asOf }, inWork, progress) => {
  const reminded = await inWork(async (work) => {
    const day = asOf ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
    const due = (await notInvoiced(work, day)).filter((row) => row.invoice_on <= day && row.invoice_kind !== 'none')
    for (const row of due) {
      const open = formatMoney(row.open)
      notify(work, {
        to: { right: 'salesInvoice.post' },
        key: keyOf(row.id),
        subject: { type: row.type, id: row.id },
        text: {
          zh: `应开票：${row.customer}，${row.number} 未开票 ${open}（${row.invoice_on} 到期）`,
          en: `To invoice: ${row.customer}, ${open} of ${row.number}, due on ${row.invoice_on}`,
        },
      })
    }
    return due.map((row) => row.number)
  })
  await progress.report(1, 1)
  return { reminded }
})

/** What was invoiced need not be thought of any more. */
export const forgetInvoiced = defineConsequence(salesInvoice, async ({ lines }, work) => {
  const sources = new Set(lines.flatMap((line) => (line.source === null ? [] : [line.source.document])))
  for (const source of sources) withdrawNotices(work, keyOf(source))
})
