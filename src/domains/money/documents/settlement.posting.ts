import { definePosting } from '../../../kernel/posting/proposal.ts'
import { party } from '../../../ledgers/party/party.ts'
import { isOwedToUs, settlement } from './settlement.ts'

/** Items against items: what they owe us falls, and so does what we owe. */
export const postSettlement = definePosting(
  settlement,
  function* ({ lines }) {
    for (const line of lines) {
      const amount = isOwedToUs(line.kind) ? line.amount.neg() : line.amount
      yield party.settle({ line, party: line.party, kind: line.kind, openItem: line.openItem, amount })
    }
  },
  { remainder: () => 'exchangeDifference' },
)
