import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { scrap } from './scrap.ts'
import { goodsUsed } from './used-goods.posting.ts'

/** Goods out at the cost that the method finds, with the input VAT they lose, against the role of the reason. */
export const postScrap = definePosting(scrap, function* ({ header, lines, lookup }) {
  const against = lookup(stockReason, header.reason)?.role ?? 'pendingPropertyGainLoss'
  for (const line of lines) yield* goodsUsed(line, header.warehouse, against, true)
})
