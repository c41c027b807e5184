import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/party/party.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { purchaseReceipt } from './purchase-receipt.ts'
import { purchaseReturn } from './purchase-return.ts'

/**
 * A receipt's posting, negated by the kernel: goods leave at what they came in at, and so much less is owed. It takes
 * from the receipt's own estimate; where the invoice has taken that already, the red invoice will meet it.
 */
export const postPurchaseReturn = definePosting(
  purchaseReturn,
  function* ({ header, lines, lookup, drawn, source }) {
    for (const line of lines) {
      if (lookup(item, line.item)?.isService) continue
      const cost = drawn(line)?.amount ?? line.cost ?? zero
      const receipt = source(purchaseReceipt, line)
      yield stock.receive({
        line,
        item: line.item,
        quantity: line.baseQuantity ?? line.quantity,
        to: header.warehouse,
        place: line.fromState ?? 'onHand',
        ...trackedOf(line),
        follows: receipt?.line.id,
        amount: cost,
        against: within,
      })
      if (cost.isZero()) continue
      const owed = { line, party: header.supplier, kind: 'estimate', against: within } as const
      yield receipt === undefined
        ? party.owe({ ...owed, amount: cost })
        : party.settleLine({ ...owed, amount: cost.neg(), ofLine: receipt.line.id })
    }
  },
  { negated: true },
)
