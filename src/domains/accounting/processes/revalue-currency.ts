import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 期末调汇: makes and posts the revaluation of a month, from the rates of the table. */
export const revalueCurrencyProcess = defineProcess({
  name: 'revalueCurrency',
  label: '期末调汇',
  english: 'Revalue foreign currency',
  parameters: { period: text({ label: '期间', english: 'Period', required: true, maxLength: 7, help: '如 2026-01' }) },
  help: '按币种资料里当月的汇率调整外币资金和往来的本位币余额；结账时自动执行，可重复执行',
})
