import { date } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 开票提醒: tells who issues invoices what was shipped and is due to be invoiced. */
export const remindToInvoice = defineProcess({
  name: 'remindToInvoice',
  label: '开票提醒',
  english: 'Remind to invoice',
  parameters: { asOf: date({ label: '截至日期', english: 'As of', help: '空为今天' }) },
  schedule: { daily: '08:00' },
  help: '已到应开票日、未开票的发货，逐张提醒有销售发票审核权限的人；开票后提醒自动消失',
})
