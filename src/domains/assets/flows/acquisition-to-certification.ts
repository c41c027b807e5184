import { defineFlow } from '../../../kernel/definition/flow.ts'
import { inputVatCertification, taxMeasure } from '../../purchasing/index.ts'
import { assetAcquisition } from '../documents/asset-acquisition.ts'

/** The tax of an asset with a 专用发票 is certified as that of goods is. */
export const acquisitionToCertification = defineFlow({
  name: 'assetAcquisitionToCertification',
  label: '下推勾选确认',
  english: 'Certify input VAT',
  from: assetAcquisition,
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
