import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { party } from '../../../ledgers/party/party.ts'
import { advanceReturn } from './advance-return.ts'

/** Money in, and the advances that it gives back. */
export const postAdvanceReturn = definePosting(advanceReturn, function* ({ header, lines }) {
  if (header.party === null) return
  for (const line of lines) {
    const { openItem, amount } = line
    yield cash.receive({ line, account: header.cashAccount, amount, field: 'cashAccount' })
    yield party.settle({ line, party: header.party, kind: 'otherReceivable', openItem, amount: amount.neg() })
  }
})
