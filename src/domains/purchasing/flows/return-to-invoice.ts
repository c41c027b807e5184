import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'
import { purchaseReturn } from '../documents/purchase-return.ts'
import { carryHead } from './carry-head.ts'

/** What went back is credited by a red invoice. */
export const returnToInvoice = defineFlow({
  name: 'purchaseReturnToInvoice',
  label: '下推红字发票',
  english: 'Red invoice',
  from: purchaseReturn,
  to: purchaseInvoice,
  measure: goodsMeasure,
  amount: 'cost',
  opens: (line) => line.isGift !== true,
  header: (returned) => ({ ...carryHead(returned), rate: returned.rate, isRed: true }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
