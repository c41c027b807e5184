import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { productionReceipt } from './production-receipt.ts'

/** Products in at their planned cost, out of work in progress. */
export const postProductionReceipt = definePosting(productionReceipt, function* ({ header, lines }) {
  for (const line of lines) {
    const quantity = line.baseQuantity ?? line.quantity
    if (quantity.isZero()) continue
    yield stock.receive({
      line,
      item: line.item,
      quantity,
      to: header.warehouse,
      ...trackedOf(line),
      amount: line.amount ?? zero,
      against: 'workInProgress',
      remainder: 'costOfSales',
    })
  }
})
