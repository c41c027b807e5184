import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { purchaseReturn } from '../documents/purchase-return.ts'
import { carryHead } from './carry-head.ts'

/** What came goes back. */
export const receiptToReturn = defineFlow({
  name: 'purchaseReceiptToReturn',
  label: '下推退货单',
  english: 'Return',
  from: purchaseReceipt,
  to: purchaseReturn,
  measure: goodsMeasure,
  exceptional: true,
  amount: 'cost',
  header: (receipt) => ({ ...carryHead(receipt), rate: receipt.rate, warehouse: receipt.warehouse }),
  line: (line, open) => ({ ...carryPriced(line, open), ...carryTracked(line, open) }),
})
