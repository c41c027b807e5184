import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 计提坏账准备 of a month end, by the ages of what is owed. */
export const provideBadDebtsProcess = defineProcess({
  name: 'provideBadDebts',
  label: '计提坏账准备',
  english: 'Provide for bad debts',
  parameters: { period: text({ label: '期间', english: 'Period', required: true, maxLength: 7, help: '如 2026-12' }) },
  help: '按坏账计提比例和单据日期账龄计算，补提或转回；小企业会计准则不计提坏账准备，发生时直接核销',
})
