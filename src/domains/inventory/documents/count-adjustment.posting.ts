import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { countAdjustment } from './count-adjustment.ts'

/** A gain comes in at the unit cost that was said, a loss goes at what the method finds; both wait for a decision. */
export const postCountAdjustment = definePosting(countAdjustment, function* ({ header, lines }) {
  for (const line of lines) {
    // A bin that is not said is none: what was counted beside the bins is put right there.
    const goods = { line, item: line.item, quantity: line.adjustedQuantity, ...trackedOf(line), exactBins: true }
    const against = 'pendingPropertyGainLoss'
    yield line.direction === 'gain'
      ? stock.receive({ ...goods, to: header.warehouse, amount: line.amount ?? zero, against })
      : stock.issue({ ...goods, from: header.warehouse, against, evenUnfit: true })
  }
})
