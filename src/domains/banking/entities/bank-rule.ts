import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, choice, integer, money, ref, text } from '../../../kernel/definition/field.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { expenseItem, incomeItem } from '../../money/index.ts'

/** What a statement's line means, by a rule. */
export const ruleActions = {
  party: '往来收付款',
  expense: '费用',
  income: '其他收入',
  transfer: '账户间转账',
} as const

/** 对账规则: what a line of a bank statement means, by its other side and its words; learned from what people decide, and theirs to change. */
export const bankRule = defineEntity({
  name: 'bankRule',
  label: '对账规则',
  fields: {
    direction: choice({ label: '方向', options: { in: '收入', out: '支出' }, help: '空为收支都适用' }),
    counterparty: text({ label: '对方户名', english: 'Counterparty', searched: true, help: '包含即算；多个用 | 分开' }),
    counterpartyAccount: text({ label: '对方账号', english: 'Counterparty account', searched: true, maxLength: 60 }),
    memo: text({ label: '摘要包含', english: 'Memo has', searched: true, help: '多个用 | 分开，含其一即算' }),
    amountFrom: money({ label: '金额从', english: 'Amount from' }),
    amountTo: money({ label: '金额到', english: 'Amount to' }),
    cashAccount: ref(cashAccount, { label: '资金账户', help: '空为所有账户' }),
    action: choice({ label: '处理', english: 'Means', options: ruleActions, required: true }),
    party: ref(party, { label: '往来单位' }),
    expenseItem: ref(expenseItem, { label: '费用项目' }),
    incomeItem: ref(incomeItem, { label: '收入项目' }),
    toAccount: ref(cashAccount, { label: '对方资金账户', english: 'Other account of ours' }),
    priority: integer({ label: '优先级', help: '小的先用；空为 100' }),
    automatic: boolean({ label: '自动入账', english: 'Enters by itself', initial: false, help: '不勾选则只提出建议' }),
    learned: boolean({ label: '系统学习', english: 'Learned', initial: false }),
    confirmed: integer({ label: '确认次数', english: 'Times confirmed' }),
  },
  list: [
    'direction',
    'counterparty',
    'memo',
    'action',
    'party',
    'expenseItem',
    'incomeItem',
    'toAccount',
    'priority',
    'automatic',
    'confirmed',
  ],
})
