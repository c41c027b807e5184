import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { salesReturn } from '../documents/sales-return.ts'
import { carryHead } from './carry-head.ts'

/** What came back is credited by a red invoice. */
export const returnToInvoice = defineFlow({
  name: 'salesReturnToInvoice',
  label: '下推红字发票',
  english: 'Red invoice',
  from: salesReturn,
  to: salesInvoice,
  measure: goodsMeasure,
  amount: 'gross',
  part: 'tax',
  header: (returned) => ({ ...carryHead(returned), rate: returned.rate, isRed: true }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
