import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { transferIn } from './transfer-in.ts'

/** From the road onto the shelf at cost; what is short or broken stands against the role of its reason. */
export const postTransferIn = definePosting(transferIn, function* ({ header, lines, lookup }) {
  const against = lookup(stockReason, header.lossReason)?.role ?? 'pendingPropertyGainLoss'
  for (const line of lines) {
    const goods = {
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.toWarehouse,
      place: 'inTransit' as const,
      ...trackedOf(line),
      // On the road there are no bins: the line's own is where they are put.
      bin: null,
    }
    if (line.outcome === 'short' || line.outcome === 'damaged') yield stock.issue({ ...goods, against })
    else
      yield* stock.transfer({ ...goods, to: header.toWarehouse, toPlace: 'onHand', toBin: line.bin, binField: 'bin' })
  }
})
