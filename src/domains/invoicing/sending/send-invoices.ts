import { defineCall } from '../../../kernel/definition/call.ts'
import { text } from '../../../kernel/definition/field.ts'
import { definePublicLink } from '../../../kernel/definition/public-link.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'

/** 发送数电票: invoices that wait are mailed to their customers. */
export const sendInvoicesProcess = defineProcess({
  name: 'sendInvoices',
  label: '发送数电票',
  english: 'Send digital invoices',
  parameters: {},
  schedule: { daily: '09:00' },
  help: '开具后自动发到收票邮箱，附 XML、OFD、PDF；发不出的每次再试，五次后列为发送失败',
})

/** Sends an issued invoice again, or to another address. */
export const sendDigitalInvoice = defineCall({
  name: 'sendDigitalInvoice',
  label: '发送数电票',
  english: 'Send the invoice',
  right: 'digitalInvoice.update',
  parameters: {
    invoice: text({ label: '数电票', english: 'Invoice', required: true, maxLength: 40 }),
    address: text({ label: '收票邮箱', english: 'Mail', maxLength: 120, help: '空则用单据上的' }),
  },
})

/** 下载发票: the customer sees the invoice and takes its files. */
export const invoiceDownload = definePublicLink({
  name: 'invoiceDownload',
  label: '发票下载',
  english: 'Invoice download',
  subject: digitalInvoice,
  parameters: {},
  days: 180,
  help: '客户打开链接可看发票，下载 XML、OFD、PDF；打开后交付状态变为“客户已查看”',
})
