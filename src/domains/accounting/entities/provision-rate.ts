import { defineEntity } from '../../../kernel/definition/define.ts'
import { integer, percent } from '../../../kernel/definition/field.ts'

/** 坏账计提比例: what part of a receivable is provided for from an age on. */
export const provisionRate = defineEntity({
  name: 'provisionRate',
  label: '坏账计提比例',
  fields: {
    fromDays: integer({ label: '账龄天数起', english: 'From days', required: true, help: '从单据日期算起' }),
    percent: percent({ label: '计提比例%', english: 'Percent', required: true }),
  },
  list: ['fromDays', 'percent'],
})
