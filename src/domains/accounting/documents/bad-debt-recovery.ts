import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 坏账收回: money for what was written off already. */
export const badDebtRecovery = defineDocument({
  name: 'badDebtRecovery',
  label: '坏账收回',
  numbering: 'HZSH-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '往来单位', english: 'Party', required: true, indexed: true }),
    cashAccount: ref(cashAccount, { label: '收款账户', english: 'Paid into', required: true }),
    amount: money({ label: '收回金额', english: 'Amount', required: true }),
    reason: text({ label: '说明', english: 'Remark on it' }),
  },
  tables: {},
  list: ['customer', 'cashAccount', 'amount'],
})
