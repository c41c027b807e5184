import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** 应收控制: what each customer owes by age, against the credit they have, and who is over it. */
export const receivablesControl = defineReport({
  name: 'receivablesControl',
  label: '应收与信用控制表',
  english: 'Receivables and credit',
  parameters: {
    customer: ref(party, { label: '客户', facet: 'customer' }),
    salesperson: ref(employee, { label: '业务员' }),
    state: choice({
      label: '状态',
      english: 'State',
      options: { over: '超额度', overdue: '有逾期', hold: '已冻结' },
      help: '空为全部',
    }),
  },
  columns: [
    {
      name: 'customer',
      label: '客户',
      english: 'Customer',
      kind: 'text',
      width: 220,
      drill: { to: 'report', report: 'openItems', parameters: { party: 'customerId' } },
    },
    { name: 'rating', label: '信用等级', english: 'Rating', kind: 'text', width: 80 },
    { name: 'limit', label: '信用额度', english: 'Limit', kind: 'money' },
    { name: 'owed', label: '应收余额', english: 'Owed', kind: 'money', total: true },
    { name: 'left', label: '剩余额度', english: 'Left', kind: 'money' },
    { name: 'orders', label: '未发货订单', english: 'On order', kind: 'money', total: true },
    { name: 'current', label: '未到期', english: 'Not due', kind: 'money', total: true },
    { name: 'd30', label: '逾期 1–30', english: '1–30 days', kind: 'money', total: true, group: '账龄' },
    { name: 'd60', label: '31–60', english: '31–60', kind: 'money', total: true, group: '账龄' },
    { name: 'd90', label: '61–90', english: '61–90', kind: 'money', total: true, group: '账龄' },
    { name: 'older', label: '90 以上', english: 'Over 90', kind: 'money', total: true, group: '账龄' },
    { name: 'oldest', label: '最长逾期天数', english: 'Oldest, days', kind: 'integer' },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 100 },
  ],
  help: '应收余额已扣预收；超额度或冻结的客户按“超信用额度”设置禁止、审批或提醒下单与出库。',
})
