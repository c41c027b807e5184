import { money, ref, text } from '../../../kernel/definition/field.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** Money into or out of one account; several may share one document. */
export const cashLine = {
  cashAccount: ref(cashAccount, { label: '资金账户', required: true }),
  amount: money({ label: '金额', required: true, inCurrencyOf: 'currency' }),
  fee: money({ label: '手续费' }),
  reference: text({ label: '票据号/流水号', english: 'Reference', maxLength: 60 }),
  remark: text({ label: '备注' }),
} as const
