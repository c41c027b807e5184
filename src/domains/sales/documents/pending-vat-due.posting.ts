import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { pendingVatDue } from './pending-vat-due.ts'
import { salesDelivery } from './sales-delivery.ts'

/**
 * What was pending is due. Where the receivable waits for the invoice nothing was pending in the books: the customer
 * owes the VAT from this day (应收销项税额).
 */
export const postPendingVatDue = definePosting(pendingVatDue, function* ({ lines, source }) {
  for (const line of lines) {
    const amount = line.pendingTax
    const delivered = source(salesDelivery, line)?.header
    if (amount.isZero() || delivered === undefined) continue
    yield delivered.receivableBasis === 'invoice'
      ? party.charge({ line, party: delivered.customer, amount, due: delivered.dueOn, against: 'outputVat' })
      : general.debit({ line, role: 'outputVatPending', amount, against: 'outputVat' })
  }
})
