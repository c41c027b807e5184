import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { badDebtProvision } from './bad-debt-provision.ts'

/** A loss against the allowance; what is no longer needed is taken back. */
export const postBadDebtProvision = definePosting(badDebtProvision, function* ({ header }) {
  const role = header.side === 'receivable' ? 'badDebtProvision' : 'otherBadDebtProvision'
  yield general.debit({ line: null, role: 'creditLoss', amount: header.difference, against: role })
})
