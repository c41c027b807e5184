import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 转账单: money from one of our accounts to another. */
export const cashTransfer = defineDocument({
  name: 'cashTransfer',
  label: '转账单',
  numbering: 'ZJD-{yyyyMM}-{seq:4}',
  header: {
    fromAccount: ref(cashAccount, { label: '转出账户', required: true }),
    toAccount: ref(cashAccount, { label: '转入账户', required: true }),
    amount: money({ label: '金额', required: true }),
    fee: money({ label: '手续费', help: '另从转出账户支付' }),
    reference: text({ label: '流水号', maxLength: 60 }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  },
  tables: {},
  derive: (header) => {
    if (header.fromAccount && header.fromAccount === header.toAccount) {
      throw new FieldRefusal('toAccount', '转入账户不能与转出账户相同', 'must be another account')
    }
    return {}
  },
  list: ['fromAccount', 'toAccount', 'amount', 'fee', 'employee'],
})
