import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { landedCost } from '../documents/landed-cost.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'

/** What it took to get the goods here is shared out over them, as often as another charge comes. */
export const receiptToLandedCost = defineFlow({
  name: 'purchaseReceiptToLandedCost',
  label: '下推费用分摊',
  english: 'Share out charges',
  from: purchaseReceipt,
  to: landedCost,
  measure: goodsMeasure,
  exceptional: true,
  keepsOpen: true,
  header: () => ({}),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, goodsAmount: line.cost }),
})
