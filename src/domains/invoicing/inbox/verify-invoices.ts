import { defineProcess } from '../../../kernel/definition/report.ts'

/** 来票查验: invoices that came are looked up at the tax bureau. */
export const verifyInvoices = defineProcess({
  name: 'verifyInvoices',
  label: '来票查验',
  english: 'Verify invoices',
  parameters: {},
  schedule: { daily: '07:30' },
  help: '向税务局查验未查验的来票：号码、日期、金额、双方；不符、已红冲或查无此票的不能匹配入账',
})
