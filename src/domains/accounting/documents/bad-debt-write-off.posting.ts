import { definePosting } from '../../../kernel/posting/proposal.ts'
import { party } from '../../../ledgers/party/party.ts'
import { badDebtWriteOff } from './bad-debt-write-off.ts'

/** 小企业会计准则 takes the loss at once, 企业会计准则 out of the allowance (rule 21): the role's account says which. */
export const postBadDebtWriteOff = definePosting(badDebtWriteOff, function* ({ header, lines }) {
  for (const line of lines) {
    yield party.settle({
      line,
      party: header.customer,
      kind: line.kind,
      openItem: line.openItem,
      amount: line.amount.neg(),
      against: 'badDebt',
    })
  }
})
