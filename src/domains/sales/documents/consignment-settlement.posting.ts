import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { goodsOut } from './goods-out.posting.ts'
import { consignmentSettlement } from './consignment-settlement.ts'

/**
 * A delivery out of the consignee's place: the list makes the VAT due (rule 1), whatever was agreed about payment. What
 * fell due before the list, on day 180, is owed since.
 */
export const postConsignmentSettlement = definePosting(consignmentSettlement, function* (input) {
  const { header, lines } = input
  for (const line of lines) {
    const share = input.drawn(line)
    const before = share === undefined ? zero : share.part.minus(share.taken)
    yield* goodsOut({
      line,
      net: line.net ?? zero,
      tax: (line.tax ?? zero).minus(before),
      customer: header.customer,
      sold: header,
      warehouse: header.warehouse,
      place: 'consigned',
      due: header.dueOn,
      basis: 'delivery',
      pending: zero,
      giftsOnly: false,
      isReturn: false,
      settings: input.settings,
      lookup: input.lookup,
    })
  }
})
