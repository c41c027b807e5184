import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { otherIssue } from './other-issue.ts'

/** Goods out at the cost that the method finds, against the role of the reason. */
export const postOtherIssue = definePosting(otherIssue, function* ({ header, lines, lookup }) {
  const against = lookup(stockReason, header.reason)?.role ?? 'adminExpense'
  for (const line of lines) {
    yield stock.issue({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.warehouse,
      ...trackedOf(line),
      against,
    })
  }
})
