import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { custodyIssue } from './custody-issue.ts'

/** Goods of another leave our hands, as worthless to our books as they came. */
export const postCustodyIssue = definePosting(custodyIssue, function* ({ header, lines }) {
  for (const line of lines) {
    yield stock.issue({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.warehouse,
      place: 'held',
      owner: header.owner,
      ...trackedOf(line),
      against: 'costOfSales',
    })
  }
})
