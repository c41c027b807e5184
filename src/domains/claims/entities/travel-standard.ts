import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { expenseItem } from '../../money/index.ts'

/** 差旅标准: what the company bears of an expense, by grade and city. */
export const travelStandard = defineEntity({
  name: 'travelStandard',
  label: '差旅标准',
  english: 'Travel policy',
  fields: {
    expenseItem: ref(expenseItem, { label: '费用项目', required: true }),
    basis: choice({
      label: '标准按',
      english: 'By',
      options: { day: '每天', receipt: '每张票' },
      initial: 'day',
      required: true,
    }),
    control: choice({
      label: '超标准',
      english: 'Over it',
      options: { warn: '提醒', forbid: '禁止' },
      initial: 'warn',
      required: true,
    }),
  },
  tables: {
    limits: lineTable({
      label: '标准',
      atLeast: 1,
      fields: {
        level: text({ label: '职级', english: 'Grade', maxLength: 40, help: '空为所有职级' }),
        cities: text({ label: '城市', english: 'Cities', help: '用顿号或逗号隔开；空为其他城市' }),
        allowed: money({ label: '标准金额', english: 'Allowed', required: true }),
      },
    }),
  },
  list: ['expenseItem', 'basis', 'control'],
})
