import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { badDebtRecovery } from './bad-debt-recovery.ts'

/** Income under 小企业会计准则; under 企业会计准则 the allowance is restored (rule 21). */
export const postBadDebtRecovery = definePosting(badDebtRecovery, function* ({ header }) {
  const { cashAccount: account, amount } = header
  yield cash.receive({ line: null, account, amount, against: 'badDebtRecovered', field: 'cashAccount' })
})
