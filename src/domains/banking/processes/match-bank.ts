import { ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 自动对账: lines of banks that are certain are matched with the books, or entered and settled; the rest waits for a person. */
export const matchBankProcess = defineProcess({
  name: 'matchBank',
  label: '自动对账',
  english: 'Reconcile by itself',
  parameters: { cashAccount: ref(cashAccount, { label: '资金账户', help: '空为全部账户' }) },
  help: '与账上收付核对；确定的回款、付款、手续费、利息、转账自动入账并核销，其余留待人工处理',
})
