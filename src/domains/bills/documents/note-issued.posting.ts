import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { noteIssued } from './note-issued.ts'

/** Each bill is owed until it is paid; it settles what we owed, the rest is an advance. Margin moves, the fee is an expense. */
export const postNoteIssued = definePosting(noteIssued, function* ({ header, lines, settlements }) {
  const { supplier, cashAccount, marginAccount } = header
  for (const line of lines) {
    yield party.owe({
      line,
      party: supplier,
      kind: 'notePayable',
      amount: line.amount,
      due: line.maturesOn,
      against: header.isOpening === true ? 'openingBalance' : within,
    })
  }
  for (const line of settlements) {
    const { kind, openItem, amount } = line
    yield party.settle({ line, party: supplier, kind, openItem, amount })
  }
  const advance = header.advance ?? zero
  if (!advance.isZero()) {
    yield party.charge({ line: null, party: supplier, kind: 'advanceToSupplier', amount: advance, against: within })
  }
  const margin = header.margin ?? zero
  if (!margin.isZero() && cashAccount !== null && marginAccount !== null) {
    yield cash.pay({ line: null, account: cashAccount, amount: margin, field: 'cashAccount' })
    yield cash.receive({ line: null, account: marginAccount, amount: margin, field: 'marginAccount' })
  }
  const fee = header.fee ?? zero
  if (!fee.isZero() && cashAccount !== null) {
    yield cash.pay({ line: null, account: cashAccount, amount: fee, field: 'cashAccount' })
    yield general.debit({ line: null, role: 'bankFee', amount: fee })
  }
})
