import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { proposeHandLine } from './hand-line.ts'
import { voucher } from './voucher.ts'

/** Lines against one another; one on a controlled account makes the entry of the ledger that controls it. */
export const postVoucher = definePosting(voucher, function* ({ lines, lookup, settings }) {
  for (const line of lines) {
    yield proposeHandLine(line, { lookup, settings, against: within, summary: line.summary })
  }
})
