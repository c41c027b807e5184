import { integer } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 收付款提醒: every morning, what falls due soon and what is overdue is told to those who collect and pay. */
export const remindPaymentsProcess = defineProcess({
  name: 'remindPayments',
  label: '收付款提醒',
  parameters: { days: integer({ label: '提前天数', english: 'Days ahead', help: '空为 3 天' }) },
  schedule: { daily: '08:00' },
  help: '到期前几天和逾期当天各提醒一次：收款提醒收款人，付款提醒付款人',
})
