import { defineEntity } from '../../kernel/definition/define.ts'
import { choice, integer, percent, text } from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'
import type { EntityRecord } from '../../kernel/definition/record.ts'

/** What an instalment falls due by. */
export const instalmentEvents = { order: '下单', delivery: '到货或发货', invoice: '开票' } as const
export type InstalmentEvent = keyof typeof instalmentEvents

/** 收付款条件: when money is due, after so many days, on a day of a later month, or in parts. */
export const paymentTerms = defineEntity({
  name: 'paymentTerms',
  label: '收付款条件',
  fields: {
    kind: choice({
      label: '方式',
      options: { days: '单据日后 N 天', monthly: '月结', instalments: '分期' },
      initial: 'days',
      required: true,
    }),
    days: integer({ label: '天数', help: '单据日后几天；月结时为月末后几天' }),
    months: integer({
      label: '几个月后',
      english: 'Months later',
      help: '月结：0 为当月，1 为次月；空为 1（填了每月几日时）',
    }),
    dayOfMonth: integer({
      label: '每月几日',
      english: 'Day of the month',
      help: '月结：付款日，31 为月末；空则按月末后天数',
    }),
  },
  tables: {
    instalments: lineTable({
      label: '分期',
      fields: {
        name: text({ label: '名称', english: 'Name', required: true, maxLength: 40, help: '订金、到货款、质保金' }),
        percent: percent({ label: '比例%', english: 'Percent', required: true }),
        event: choice({ label: '起算', english: 'From', options: instalmentEvents, required: true }),
        days: integer({ label: '之后天数', english: 'Days after' }),
      },
    }),
  },
  list: ['kind', 'days', 'months', 'dayOfMonth'],
})

export type PaymentTerms = EntityRecord<typeof paymentTerms>
