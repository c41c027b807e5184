import { definePosting } from '../../../kernel/posting/proposal.ts'
import { setStandard } from '../../../ledgers/stock/standard/standard-proposal.ts'
import { standardCost } from './standard-cost.ts'

/** Each item's standard holds from the document's day on; what is on hand follows. */
export const postStandardCost = definePosting(standardCost, function* ({ lines }) {
  for (const line of lines) yield setStandard({ line, item: line.item, price: line.standardPrice })
})
