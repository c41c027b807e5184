import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { within } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'

/** What putting together or taking apart costs: owed to who does it, or to our own people. It is within the goods' cost. */
export function* feeOwed(header: { readonly fee: Decimal | null; readonly feeParty: Id<'party'> | null }) {
  if (header.fee === null || header.fee.isZero()) return
  const owed = { line: null, amount: header.fee }
  yield header.feeParty === null
    ? general.credit({ ...owed, role: 'wagesPayable' })
    : party.owe({ ...owed, party: header.feeParty, kind: 'otherPayable', against: within })
}
