import { decimal, zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { lotChange } from './lot-change.ts'

/**
 * Goods of one lot become goods of another where they are, at what they cost, also where each lot has a cost of its own. A wrong
 * number is put right whether or not the goods may be sold.
 */
export const postLotChange = definePosting(lotChange, function* ({ header, lines }) {
  for (const line of lines) {
    const tracked = trackedOf(line)
    const quantity = line.baseQuantity ?? line.quantity
    const goods = { ...tracked, line, item: line.item, quantity, warehouse: header.warehouse }
    const changed = { ...goods, lot: line.toLot, weight: decimal('1'), fee: zero }
    for (const proposal of stock.convert([goods], [changed])) {
      yield { ...proposal, newLot: proposal.lot === line.toLot ? tracked.newLot : undefined, evenUnfit: true }
    }
  }
})
