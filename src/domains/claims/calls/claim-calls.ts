import { defineCall } from '../../../kernel/definition/call.ts'
import { date, longText, ref } from '../../../kernel/definition/field.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 我的报销: what whoever is signed in has claimed and borrowed, and what they may claim. */
export const myClaims = defineCall({
  name: 'myClaims',
  label: '我的报销',
  english: 'My claims',
  right: 'expenseClaim.create',
  asks: true,
  parameters: {},
})

/** 批量付款: the cashier pays what was chosen of the queue, by one document. */
export const payClaims = defineCall({
  name: 'payClaims',
  label: '批量付款',
  english: 'Pay claims and advances',
  right: 'claimPayment.post',
  parameters: {
    keys: longText({ label: '待付项', english: 'What is paid', required: true, help: '待付款列表的 key，用逗号隔开' }),
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from', required: true }),
    date: date({ label: '付款日期', english: 'Paid on', help: '空为今天' }),
  },
})
