import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { cashCount } from './cash-count.ts'

/** 长款 is in the till and belongs to no one yet; 短款 is missing: both wait among what is to be settled. */
export const postCashCount = definePosting(cashCount, function* ({ header }) {
  const difference = header.difference ?? zero
  if (difference.isZero()) return
  const moved = {
    line: null,
    account: header.cashAccount,
    amount: difference.abs(),
    against: 'pendingPropertyGainLoss',
  } as const
  yield difference.isPositive() ? cash.receive(moved) : cash.pay(moved)
})
