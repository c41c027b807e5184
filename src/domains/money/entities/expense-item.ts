import { defineEntity } from '../../../kernel/definition/define.ts'
import { ref } from '../../../kernel/definition/field.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { taxRate } from '../../../ledgers/dimensions/item.ts'

/** 费用项目: what an expense is for, and the account it stands on. */
export const expenseItem = defineEntity({
  name: 'expenseItem',
  label: '费用项目',
  tree: true,
  fields: {
    account: ref(account, { label: '会计科目', required: true }),
    taxRate: ref(taxRate, { label: '默认税率', english: 'Usual tax rate' }),
  },
  list: ['account', 'taxRate'],
})
