import { defineFlow } from '../../../kernel/definition/flow.ts'
import { inputVatCertification } from '../documents/input-vat-certification.ts'
import { landedCost } from '../documents/landed-cost.ts'
import { purchaseAllowance } from '../documents/purchase-allowance.ts'
import { taxMeasure } from './invoice-to-certification.ts'

const carried = (
  pendingTax: typeof inputVatCertification.tables.lines.fields.pendingTax.value,
  header: Readonly<Record<string, unknown>>,
) => ({
  supplier: header['supplier'] as typeof inputVatCertification.tables.lines.fields.supplier.value,
  invoiceNumber: header['invoiceNumber'] as string | null,
  pendingTax,
})

/** The tax of freight and other charges is certified. */
export const landedCostToCertification = defineFlow({
  name: 'landedCostToCertification',
  label: '下推勾选确认',
  english: 'Certify input VAT',
  from: landedCost,
  table: 'charges',
  to: inputVatCertification,
  measure: taxMeasure,
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (_line, open, { header }) => carried(open.baseQuantity, header),
})

/** The tax of an allowance is taken back of what was certified. */
export const allowanceToCertification = defineFlow({
  name: 'purchaseAllowanceToCertification',
  label: '下推勾选确认',
  english: 'Certify input VAT',
  from: purchaseAllowance,
  to: inputVatCertification,
  measure: taxMeasure,
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (_line, open, { header }) => carried(open.baseQuantity, header),
})
