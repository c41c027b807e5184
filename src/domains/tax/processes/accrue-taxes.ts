import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 计提税金: enters what the taxes of a month lack, VAT moved to 未交增值税 first. May be run again: it enters the difference. */
export const accrueTaxesProcess = defineProcess({
  name: 'accrueTaxes',
  label: '计提税金',
  english: 'Accrue taxes',
  parameters: { period: text({ label: '税款所属期', english: 'Tax period', required: true, help: '如 2026-01' }) },
  help: '结转未交增值税，计提附加税；季末并计提印花税和企业所得税。可重复运行，只补记差额。',
})
