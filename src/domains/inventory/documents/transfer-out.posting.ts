import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { transferOut } from './transfer-out.ts'

/** From the shelf onto the road: the goods are in transit to the warehouse that awaits them, at cost. */
export const postTransferOut = definePosting(transferOut, function* ({ header, lines }) {
  for (const line of lines) {
    yield* stock.transfer({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.fromWarehouse,
      to: header.toWarehouse,
      toPlace: 'inTransit',
      ...trackedOf(line),
    })
  }
})
