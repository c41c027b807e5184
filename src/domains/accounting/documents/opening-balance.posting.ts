import { definePosting } from '../../../kernel/posting/proposal.ts'
import { proposeHandLine } from './hand-line.ts'
import { openingBalance } from './opening-balance.ts'

/** Each line against the opening, in the ledger that keeps its account; the opening has no voucher number. */
export const postOpeningBalance = definePosting(openingBalance, function* ({ lines, lookup, settings }) {
  for (const line of lines) {
    yield proposeHandLine(line, { lookup, settings, against: 'openingBalance', due: line.dueOn })
  }
})
