import { definePosting } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { purchaseOrder } from './purchase-order.ts'

/** Goods are promised to us; services are not stocked, so no one waits for them in the plan. */
export const postPurchaseOrder = definePosting(purchaseOrder, function* ({ header, lines, lookup }) {
  for (const line of lines) {
    if (lookup(item, line.item)?.isService) continue
    yield plan.supply({
      line,
      item: line.item,
      warehouse: header.warehouse,
      quantity: line.baseQuantity ?? line.quantity,
      on: line.promisedOn ?? header.promisedOn,
    })
  }
})
