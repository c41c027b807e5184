import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { lossDisposition } from './loss-disposition.ts'

const pending = 'pendingPropertyGainLoss'

const roleOfLoss = {
  normal: 'lossNormal',
  mismanagement: 'lossNormal',
  disaster: 'lossAbnormal',
} as const satisfies Record<string, AccountRoleName>

/**
 * What waits is decided (rule 19). Lost by mismanagement, cost 600, tax 78: 1901 takes the tax, and of 678 the one who is
 * liable owes 200 and 478 are a loss. What was found too much is a gain.
 */
export const postLossDisposition = definePosting(lossDisposition, function* ({ header, lines }) {
  const lossRole = roleOfLoss[header.cause ?? 'normal']
  for (const line of lines) {
    const amount = line.amount ?? zero
    if (line.direction === 'gain') {
      yield general.credit({ line, role: 'countGain', amount, against: pending })
      continue
    }
    const tax = line.transferredTax ?? zero
    const compensation = line.compensation ?? zero
    const dimensions = { department: header.department, item: line.item }
    if (!tax.isZero()) yield general.credit({ line, role: 'inputVatTransferredOut', amount: tax, against: pending })
    if (!compensation.isZero() && line.liable !== null) {
      yield party.charge({ line, party: line.liable, kind: 'otherReceivable', amount: compensation, against: pending })
    }
    const loss = amount.plus(tax).minus(compensation)
    if (!loss.isZero()) yield general.debit({ line, role: lossRole, amount: loss, against: pending, dimensions })
  }
})
