import { date } from '../kernel/definition/field.ts'

/** From when to when a report looks; the report says which days it takes where none are told. */
export const reportDays = {
  from: date({ label: '开始日期', english: 'From' }),
  to: date({ label: '结束日期', english: 'To' }),
} as const
