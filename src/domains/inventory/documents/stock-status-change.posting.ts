import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { stockStatusChange } from './stock-status-change.ts'

/** Goods move between states at what they cost; all three are one account and one pool. */
export const postStockStatusChange = definePosting(stockStatusChange, function* ({ header, lines }) {
  for (const line of lines) {
    yield* stock.transfer({
      ...trackedOf(line),
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.warehouse,
      to: header.warehouse,
      place: line.fromState,
      toPlace: line.toState,
      // What may not be sold may be set apart, and looked at again.
      evenUnfit: true,
    })
  }
})
