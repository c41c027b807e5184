import { defineFlow } from '../../../kernel/definition/flow.ts'
import { inputVatCertification, taxMeasure } from '../../purchasing/index.ts'
import { expenseClaim } from '../documents/expense-claim.ts'

/** The tax of claimed invoices and tickets is certified as that of goods is. */
export const claimToCertification = defineFlow({
  name: 'claimToCertification',
  label: '下推勾选确认',
  english: 'Certify input VAT',
  from: expenseClaim,
  to: inputVatCertification,
  measure: taxMeasure,
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (line, open) => ({ invoiceNumber: line.invoiceNumber, pendingTax: open.baseQuantity }),
})
