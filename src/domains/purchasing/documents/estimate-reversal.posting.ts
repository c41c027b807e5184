import { definePosting } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { general } from '../../../ledgers/general/general.ts'
import { estimateReversal } from './estimate-reversal.ts'

/** A red voucher of the estimates and a blue one of the same, outside the cost chain: nothing changes but the books' letters (rule 6). */
export const postEstimateReversal = definePosting(estimateReversal, function* ({ lines, lookup }) {
  for (const line of lines) {
    if (line.amount.isZero()) continue
    yield* general.redAndBlue({
      line,
      role: 'inventory',
      against: 'goodsReceivedNotInvoiced',
      amount: line.amount,
      itemCategory: lookup(item, line.item)?.category,
      dimensions: { party: line.supplier, item: line.item },
      summaries: { red: '冲回上月暂估', blue: '未到票，重新暂估' },
    })
  }
})
