import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { party } from '../../../ledgers/party/party.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { purchaseExchange } from './purchase-exchange.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/**
 * Goods leave at what they came in at, and the supplier owes goods of the same cost: an item by line that what comes in their
 * place settles. What we owe for the purchase stays as it is, invoiced or not.
 */
export const postPurchaseExchange = definePosting(purchaseExchange, function* ({ header, lines, drawn, source }) {
  for (const line of lines) {
    const cost = drawn(line)?.amount ?? line.cost ?? zero
    const quantity = line.baseQuantity ?? line.quantity
    yield stock.receive({
      line,
      item: line.item,
      quantity: quantity.neg(),
      to: header.warehouse,
      place: line.fromState ?? 'onHand',
      ...trackedOf(line),
      follows: source(purchaseReceipt, line)?.line.id,
      amount: cost.neg(),
      against: within,
    })
    if (!cost.isZero()) {
      // Under its own line: the estimate of the receipt it comes from stays for the invoice.
      const owed = { line, party: header.supplier, kind: 'estimate', ofLine: line.id } as const
      yield party.settleLine({ ...owed, amount: cost, against: within })
    }
    yield plan.supply({ line, item: line.item, warehouse: header.warehouse, quantity, on: header.promisedOn })
  }
})
