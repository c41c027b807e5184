import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { inputVatCertification } from './input-vat-certification.ts'
import { purchaseAllowance } from './purchase-allowance.ts'
import { purchaseInvoice } from './purchase-invoice.ts'

/**
 * What waited for its certification may be deducted. A red invoice does the opposite of what its blue one did
 * (财会〔2016〕22号 二（一）7).
 */
export const postInputVatCertification = definePosting(inputVatCertification, function* ({ lines, source }) {
  for (const line of lines) {
    const isRed = source(purchaseInvoice, line)?.header.isRed === true || line.source?.type === purchaseAllowance.name
    const amount = isRed ? line.pendingTax.neg() : line.pendingTax
    if (!amount.isZero()) yield general.debit({ line, role: 'inputVat', amount, against: 'inputVatPending' })
  }
})
