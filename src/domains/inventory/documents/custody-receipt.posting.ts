import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { custodyReceipt } from './custody-receipt.ts'

/** Goods of another: their owner is written on the entry, and they are worth nothing in our books. */
export const postCustodyReceipt = definePosting(custodyReceipt, function* ({ header, lines }) {
  for (const line of lines) {
    yield stock.receive({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      to: header.warehouse,
      place: 'held',
      owner: header.owner,
      ...trackedOf(line),
      amount: zero,
      against: 'costOfSales',
    })
  }
})
