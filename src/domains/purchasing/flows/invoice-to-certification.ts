import { defineFlow } from '../../../kernel/definition/flow.ts'
import { inputVatCertification } from '../documents/input-vat-certification.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'

/** Tax is drawn by its amount: one line an invoice line, never more than is pending of it. */
export const taxMeasure = { quantity: 'pendingTax', base: 'pendingTax' } as const

/** The tax of an invoice is certified. */
export const invoiceToCertification = defineFlow({
  name: 'purchaseInvoiceToCertification',
  label: '下推勾选确认',
  english: 'Certify input VAT',
  from: purchaseInvoice,
  to: inputVatCertification,
  measure: taxMeasure,
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (_line, open, { header }) => ({
    supplier: header['supplier'] as typeof inputVatCertification.tables.lines.fields.supplier.value,
    invoiceNumber: header['invoiceNumber'] as string | null,
    pendingTax: open.baseQuantity,
  }),
})
