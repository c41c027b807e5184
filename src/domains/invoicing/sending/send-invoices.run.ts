import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { findDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import { defineCallRun, defineProcessRun } from '../../../kernel/documents/installed.ts'
import { openSettings } from '../../../kernel/notices/channels/channel-secrets.ts'
import { mailServerOf } from '../../../kernel/notices/channels/channels.ts'
import type { ChannelSettings } from '../../../kernel/notices/channels/channels.ts'
import { sendMail } from '../../../kernel/notices/channels/smtp-client.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'
import { issuedFiles } from './issued-files.ts'
import type { IssuedFile } from './issued-files.ts'
import { sendInvoice } from './send-invoice.ts'
import { sendDigitalInvoice, sendInvoicesProcess } from './send-invoices.ts'

/** How often a server is tried before a person is told. */
const mostTries = 5

interface Waiting {
  readonly id: string
  readonly invoice: string
  readonly address: string
  readonly attempts: number
  readonly number: string
  readonly document: string
  readonly buyer: string
  readonly seller: string
  readonly gross: string
}

const waiting = (work: Work): Promise<Waiting[]> =>
  work.tx.rows<Waiting>(
    `update invoice_sending s set attempts = s.attempts + 1 from digital_invoice d, company c
     where s.company_id = $1 and s.state = 'waiting' and d.company_id = $1 and d.id = s.invoice and c.company_id = $1
     returning s.id, s.invoice, s.address, s.attempts, d.invoice_number as number, d.number as document, d.buyer_name as buyer,
       c.name as seller, d.total_gross as gross`,
    [work.company],
  )

const mailSettings = async (work: Work): Promise<ChannelSettings | undefined> => {
  const [row] = await work.tx.rows<{ settings: ChannelSettings }>(
    `select settings from message_channel where company_id = $1 and name = 'mail' and enabled`,
    [work.company],
  )
  return row === undefined ? undefined : openSettings(work.secrets, row.settings)
}

const textOf = ({ number, buyer, seller, gross }: Waiting): string =>
  [
    `${buyer}：`,
    '',
    `${seller}为贵公司开具了数电票，发票号码 ${number}，价税合计 ¥${gross}。`,
    '附件是发票的 XML、OFD 和 PDF；入账和归档请用 XML。',
    '可在国家税务总局全国增值税发票查验平台查验真伪。',
  ].join('\n')

const note = async (work: Work, row: Waiting, error: string | null, answer: string | null): Promise<void> => {
  const state = error === null ? 'sent' : row.attempts >= mostTries ? 'failed' : 'waiting'
  await work.tx.query(
    `update invoice_sending set state = $3, error = $4, answer = $5, sent_at = $6 where company_id = $1 and id = $2`,
    [
      work.company,
      row.id,
      state,
      error?.slice(0, 500),
      answer?.slice(0, 500),
      error === null ? work.clock.now() : null,
    ],
  )
  await work.tx.query(
    `update digital_invoice set sending = $3, version = version + 1 where company_id = $1 and id = $2 and sending is distinct from 'opened'`,
    [work.company, row.invoice, state],
  )
  if (state !== 'failed') return
  notify(work, {
    to: { right: 'digitalInvoice.post' },
    key: `invoiceSending/${row.id}`,
    subject: { type: digitalInvoice.name, id: row.invoice },
    text: {
      zh: `数电票 ${row.number} 发不到 ${row.address}：${error ?? ''}`.slice(0, 300),
      en: `Invoice ${row.number} cannot be sent to ${row.address}`,
    },
  })
}

const sent = async (settings: ChannelSettings, row: Waiting, files: readonly IssuedFile[]): Promise<string> =>
  sendMail(mailServerOf(settings), {
    id: row.id,
    from: settings['from'] ?? '',
    to: row.address,
    subject: `发票 ${row.number}：${row.seller}`,
    text: textOf(row),
    attachments: files,
  })

export const runSendInvoices = defineProcessRun(sendInvoicesProcess, async (_parameters, inWork, progress) => {
  const settings = await inWork(mailSettings)
  if (settings === undefined) return { sent: 0, note: '还没有启用邮件通道，请在设置—消息通道里填写 SMTP 服务器' }
  const rows = await inWork(waiting)
  let count = 0
  for (const [index, row] of rows.entries()) {
    try {
      const answer = await sent(settings, row, await inWork((work) => issuedFiles(work, row.invoice)))
      await inWork((work) => note(work, row, null, answer))
      count += 1
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      await inWork((work) => note(work, row, words, null))
    }
    await progress.report(index + 1, rows.length)
  }
  return { sent: count, note: rows.length === count ? null : `${rows.length - count} 张没有发出` }
})

export const runSendDigitalInvoice = defineCallRun(sendDigitalInvoice, async ({ invoice, address }, work) => {
  const record = await findDocument(work, digitalInvoice, invoice ?? '')
  const state = record.header['issueState']
  if (state !== 'issued' && state !== 'reversed') {
    throw invalid('还没有开出，不能发送', 'It is not issued yet', [
      fieldProblem('invoice', `${numberIn(record)} 还没有开出`, 'is not issued yet'),
    ])
  }
  const to = address?.trim() || undefined
  if (to !== undefined && !/^[^\s@<>]+@[^\s@<>]+$/.test(to)) {
    throw invalid('邮箱不正确', 'The address is not valid', [
      fieldProblem('address', '邮箱不正确', 'is not a mail address'),
    ])
  }
  if (!(await sendInvoice(work, idIn(record), to))) {
    throw invalid('没有收票邮箱', 'There is no address', [fieldProblem('address', '请填收票邮箱', 'is required')])
  }
  return { sending: 'waiting' }
})
