import { definePosting } from '../../../kernel/posting/proposal.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { goodsBack } from './goods-back.posting.ts'
import { salesExchange } from './sales-exchange.ts'

/**
 * What comes back is a return, at the cost of its delivery; what goes out instead is a promise, which its delivery
 * fulfils. The kernel turns the sign of the whole, so a promise is written turned round.
 */
export const postSalesExchange = definePosting(
  salesExchange,
  function* (input) {
    const { header, lines } = input
    for (const { direction, ...line } of lines) {
      if (direction === 'back') {
        yield* goodsBack(input, line)
        continue
      }
      const quantity = (line.baseQuantity ?? line.quantity).neg()
      const promised = { line, item: line.item, quantity, on: header.promisedOn }
      yield plan.demand({ ...promised, warehouse: line.warehouse ?? header.warehouse })
    }
  },
  { negated: true },
)
