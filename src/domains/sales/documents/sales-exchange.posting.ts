import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { goodsOut } from './goods-out.posting.ts'
import { salesDelivery } from './sales-delivery.ts'
import { salesExchange } from './sales-exchange.ts'

/**
 * What comes back is a return, at the cost of its delivery; what goes out instead is a promise, which its delivery
 * fulfils. The kernel turns the sign of the whole, so a promise is written turned round.
 */
export const postSalesExchange = definePosting(
  salesExchange,
  function* (input) {
    const { header, lines } = input
    const giftsOnly = lines.every((line) => line.isGift === true)
    for (const { direction, ...line } of lines) {
      if (direction === 'out') {
        const quantity = (line.baseQuantity ?? line.quantity).neg()
        const promised = { line, item: line.item, quantity, on: header.promisedOn }
        yield plan.demand({ ...promised, warehouse: line.warehouse ?? header.warehouse })
        continue
      }
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
