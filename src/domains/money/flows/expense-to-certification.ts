import { defineFlow } from '../../../kernel/definition/flow.ts'
import { inputVatCertification, taxMeasure } from '../../purchasing/index.ts'
import { expense } from '../documents/expense.ts'

/** The tax of an expense with a 专用发票 is certified as that of goods is. */
export const expenseToCertification = defineFlow({
  name: 'expenseToCertification',
  label: '下推勾选确认',
  english: 'Certify input VAT',
  from: expense,
  to: inputVatCertification,
  measure: taxMeasure,
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (_line, open, { header }) => ({
    supplier: header['payee'] as typeof inputVatCertification.tables.lines.fields.supplier.value,
    pendingTax: open.baseQuantity,
  }),
})
