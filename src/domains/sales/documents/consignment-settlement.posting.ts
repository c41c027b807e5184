import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { goodsOut } from './goods-out.posting.ts'
import { consignmentSettlement } from './consignment-settlement.ts'

/** A delivery out of the consignee's place: the list makes the VAT due (rule 1), whatever was agreed about payment. */
export const postConsignmentSettlement = definePosting(consignmentSettlement, function* (input) {
  const { header, lines } = input
  for (const line of lines) {
    yield* goodsOut({
      line,
      net: line.net ?? zero,
      tax: line.tax ?? zero,
      customer: header.customer,
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
