import { definePosting } from '../../../kernel/posting/proposal.ts'
import { owedIn } from '../../../ledgers/document-currency.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { consignmentOut } from './consignment-out.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { pendingVatDue } from './pending-vat-due.ts'
import { salesDelivery } from './sales-delivery.ts'

/**
 * What was pending is due; of goods at a consignee's nothing was pending in the books, and the consignee owes the VAT. Where the receivable waits for the invoice nothing was pending in the books: the customer
 * owes the VAT from this day (应收销项税额).
 */
export const postPendingVatDue = definePosting(pendingVatDue, function* ({ lines, source, settings, lookup }) {
  for (const line of lines) {
    const amount = line.pendingTax
    const consigned = source(consignmentOut, line)?.header
    if (consigned !== undefined && !amount.isZero()) {
      const against = dueTaxRole(settingsOf(settings).taxpayer)
      const owed = owedIn(consigned, lookup, amount)
      yield party.charge({ line, party: consigned.customer, ...owed, due: consigned.dueOn, against })
    }
    const delivered = source(salesDelivery, line)?.header
    if (amount.isZero() || delivered === undefined) continue
    yield delivered.receivableBasis === 'invoice'
      ? party.charge({
          line,
          party: delivered.customer,
          ...owedIn(delivered, lookup, amount),
          due: delivered.dueOn,
          against: 'outputVat',
        })
      : general.debit({ line, role: 'outputVatPending', amount, against: 'outputVat' })
  }
})
