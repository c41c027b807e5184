import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { goodsOut } from './goods-out.posting.ts'
import { salesDelivery } from './sales-delivery.ts'
import { salesReturn } from './sales-return.ts'

/**
 * A delivery's posting, negated by the kernel, under the bases of the delivery: goods come back at what they left at, and
 * their VAT out of what is still pending of it, the rest out of what is due.
 */
export const postSalesReturn = definePosting(
  salesReturn,
  function* (input) {
    const { header, lines } = input
    const giftsOnly = lines.every((line) => line.isGift === true)
    for (const line of lines) {
      const delivered = input.source(salesDelivery, line)?.header ?? header
      yield* goodsOut({
        line,
        net: line.net ?? zero,
        tax: line.tax ?? zero,
        customer: header.customer,
        warehouse: line.warehouse ?? header.warehouse,
        due: header.dueOn,
        basis: delivered.receivableBasis ?? 'delivery',
        pending: input.drawn(line)?.taken ?? zero,
        giftsOnly,
        isReturn: true,
        settings: input.settings,
        lookup: input.lookup,
      })
    }
  },
  { negated: true },
)
