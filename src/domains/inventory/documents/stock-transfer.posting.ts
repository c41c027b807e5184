import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { placesOf, stockTransfer } from './stock-transfer.ts'

/** Stock against stock, at the cost that the method finds where the goods come from; a price beside it is internal mark-up. */
export const postStockTransfer = definePosting(stockTransfer, function* ({ header, lines }) {
  for (const line of lines) {
    const places = placesOf(header, line)
    if (places === undefined) continue
    yield* stock.transfer({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      ...places,
      ...trackedOf(line),
      toBin: line.toBin,
      worth: header.priceBy === null ? null : line.inAmount,
    })
  }
})
