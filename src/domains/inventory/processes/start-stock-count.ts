import { boolean, choice, money, percent, ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { countScope } from '../counts/scope-fields.ts'

/** 生成盘点单: a draft of a count with what the books say is in a warehouse, to be counted. */
export const startStockCount = defineProcess({
  name: 'startStockCount',
  label: '生成盘点单',
  english: 'Start a stock count',
  parameters: {
    ...countScope,
    method: choice({
      label: '盘点方式',
      english: 'Way of counting',
      options: { full: '全盘', sample: '抽盘', cycle: '循环盘' },
      help: '空则有抽盘条数为抽盘，否则全盘',
    }),
    isBlind: boolean({ label: '盲盘', english: 'Blind', initial: false, help: '比对之前不显示账面数量' }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
    counters: text({ label: '分给', english: 'Share among', help: '员工编码，用逗号分开；按行平均分成几段' }),
    toleranceAmount: money({ label: '金额允差', english: 'Tolerance, value', help: '盈亏金额超过时须复盘' }),
    tolerancePercent: percent({ label: '数量允差%', english: 'Tolerance %' }),
    adjustOnPost: boolean({ label: '审核即调整', english: 'Adjust on posting', initial: true }),
  },
  help: '按此刻账面生成盘点单草稿；扫码或填写实盘、比对后审核，盘盈盘亏单和凭证随之生成',
})
