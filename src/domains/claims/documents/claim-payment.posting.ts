import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { party } from '../../../ledgers/party/party.ts'
import { employeeAdvance } from './employee-advance.ts'
import { claimPayment } from './claim-payment.ts'

/** Money out: an advance is owed to us until it is claimed against or returned, and what a claim left owing is settled. */
export const postClaimPayment = definePosting(claimPayment, function* ({ header, lines, settlements, source }) {
  const from = { account: header.cashAccount, field: 'cashAccount' }
  for (const line of lines) {
    yield cash.pay({ line, ...from, amount: line.amount })
    if (line.party === null) continue
    const due = source(employeeAdvance, line)?.header.returnOn ?? null
    yield party.charge({
      line,
      party: line.party,
      kind: 'otherReceivable',
      amount: line.amount,
      due: due !== null && due > header.date ? due : null,
      against: within,
    })
  }
  for (const line of settlements) {
    const { kind, openItem, amount } = line
    yield cash.pay({ line, ...from, amount })
    yield party.settle({ line, party: line.party, kind, openItem, amount })
  }
})
