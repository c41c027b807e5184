import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { consignmentReturn } from './consignment-return.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { comeBack } from './elsewhere.posting.ts'

/** Unsold goods are on hand again; VAT that fell due of them on day 180 is taken back. */
export const postConsignmentReturn = definePosting(consignmentReturn, function* ({ header, lines, drawn, settings }) {
  const against = dueTaxRole(settingsOf(settings).taxpayer)
  for (const line of lines) {
    yield* comeBack(line, header.warehouse, 'consigned')
    const share = drawn(line)
    const due = share === undefined ? zero : share.part.minus(share.taken)
    if (!due.isZero())
      yield party.charge({ line, party: header.customer, amount: due.neg(), due: header.date, against })
  }
})
