import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { party } from '../../../ledgers/party/party.ts'
import { noteReceived } from './note-received.ts'

/** Each bill is an open item until it is collected or passed on; it settles what the customer owed, the rest is an advance. */
export const postNoteReceived = definePosting(noteReceived, function* ({ header, lines, settlements }) {
  const { customer } = header
  for (const line of lines) {
    yield party.charge({
      line,
      party: customer,
      kind: 'noteReceivable',
      amount: line.amount,
      due: line.maturesOn,
      against: header.isOpening === true ? 'openingBalance' : within,
    })
  }
  for (const line of settlements) {
    const { kind, openItem, amount } = line
    yield party.settle({ line, party: customer, kind, openItem, amount: amount.neg() })
  }
  const advance = header.advance ?? zero
  if (!advance.isZero()) {
    yield party.owe({ line: null, party: customer, kind: 'advanceFromCustomer', amount: advance, against: within })
  }
})
