import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, choice, integer, money } from '../../../kernel/definition/field.ts'
import { creditRatings } from '../../../ledgers/dimensions/party.ts'

/** 信用政策: what limit and terms a score earns. */
export const creditPolicy = defineEntity({
  name: 'creditPolicy',
  label: '信用政策',
  fields: {
    rating: choice({ label: '信用等级', options: creditRatings, required: true }),
    minScore: integer({ label: '最低评分', english: 'From score', required: true, help: '0 到 100' }),
    creditLimit: money({ label: '信用额度', help: '空为不改变' }),
    paymentDays: integer({ label: '账期（天）', english: 'Payment days', help: '空为不改变' }),
    hold: boolean({ label: '冻结', english: 'Hold', initial: false, help: '评到此级的客户不能再下单、出库' }),
  },
  list: ['rating', 'minScore', 'creditLimit', 'paymentDays', 'hold'],
})
