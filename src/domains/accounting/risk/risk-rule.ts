import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice, decimal, integer, money } from '../../../kernel/definition/field.ts'
import { riskLabels } from './risk-kinds.ts'

/** 风控规则: what is looked for in the books, with its parameters; switched off by disabling it. */
export const riskRule = defineEntity({
  name: 'riskRule',
  label: '风控规则',
  fields: {
    kind: choice({ label: '检查', english: 'Checks for', options: riskLabels, required: true, unique: true }),
    days: integer({ label: '天数', english: 'Days' }),
    amount: money({ label: '金额不低于', english: 'From an amount of' }),
    threshold: decimal({ label: '阈值', english: 'Threshold', scale: 2 }),
  },
  list: ['kind', 'days', 'amount', 'threshold'],
})
