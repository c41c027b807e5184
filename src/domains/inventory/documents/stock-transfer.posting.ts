import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { stockTransfer } from './stock-transfer.ts'

/** Stock against stock, at the cost that the method finds where the goods come from. */
export const postStockTransfer = definePosting(stockTransfer, function* ({ header, lines }) {
  for (const line of lines) {
    yield* stock.transfer({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.fromWarehouse,
      to: header.toWarehouse,
      ...trackedOf(line),
    })
  }
})
