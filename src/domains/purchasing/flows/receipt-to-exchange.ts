import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { purchaseExchange } from '../documents/purchase-exchange.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { carryHead } from './carry-head.ts'
import { receiptToReturn } from './receipt-to-return.ts'

/** What came goes back for as many of the same. Each unit goes back once, in exchange or not. */
export const receiptToExchange = defineFlow({
  name: 'purchaseReceiptToExchange',
  label: '下推换货单',
  english: 'Exchange',
  from: purchaseReceipt,
  to: purchaseExchange,
  measure: goodsMeasure,
  exceptional: true,
  sharesOpenWith: receiptToReturn,
  amount: 'cost',
  header: (receipt) => ({ ...carryHead(receipt), rate: receipt.rate, warehouse: receipt.warehouse }),
  line: (line, open) => ({ ...carryPriced(line, open), ...carryTracked(line, open) }),
})
