import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { binTransfer } from './bin-transfer.ts'

/** From bin to bin in one warehouse: inside one pool, so that nothing of value moves. */
export const postBinTransfer = definePosting(binTransfer, function* ({ header, lines }) {
  for (const line of lines) {
    yield* stock.transfer({
      ...trackedOf(line),
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.warehouse,
      to: header.warehouse,
      place: line.state ?? 'onHand',
      bin: line.bin,
      toBin: line.toBin,
      exactBins: true,
      // What may not be sold may be carried elsewhere.
      evenUnfit: true,
    })
  }
})
