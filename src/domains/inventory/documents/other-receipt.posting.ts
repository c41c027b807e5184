import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { otherReceipt } from './other-receipt.ts'

/** Goods in at the cost that was said, against the role of the reason. */
export const postOtherReceipt = definePosting(otherReceipt, function* ({ header, lines, lookup }) {
  const against = lookup(stockReason, header.reason)?.role ?? 'nonOperatingIncome'
  for (const line of lines) {
    yield stock.receive({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      to: header.warehouse,
      ...trackedOf(line),
      amount: line.amount ?? zero,
      against,
    })
  }
})
