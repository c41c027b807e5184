import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/party/party.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { spreadOverGifts } from '../rules/spread-over-gifts.ts'
import { purchaseExchange } from './purchase-exchange.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/**
 * Goods in at their cost, owed as an estimate until the invoice comes. Goods whose invoice came first were on the way;
 * they arrive at what the invoice said. What comes for
 * exchanged goods settles what was owed for them. Gifts share the cost of what was paid for with them (rule 10). Services move no stock and wait for their invoice.
 */
export const postPurchaseReceipt = definePosting(purchaseReceipt, function* (input) {
  const { header, lines, lookup, drawn, source } = input
  const due = settingsOf(input.settings).payableBasis === 'receipt' ? header.dueOn : null
  const costs = spreadOverGifts(
    lines.map((line) => ({
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      // What comes of an exchange or after its invoice brings the amount of its source.
      cost: (source(purchaseExchange, line) ?? source(purchaseInvoice, line)) ? zero : (line.cost ?? zero),
      isGift: line.isGift === true,
    })),
  )
  for (const [index, line] of lines.entries()) {
    if (lookup(item, line.item)?.isService) continue
    const quantity = line.baseQuantity ?? line.quantity
    const place = line.needsInspection ? ('inspection' as const) : ('onHand' as const)
    const goods = { line, item: line.item, quantity, to: header.warehouse, place, ...trackedOf(line, header.supplier) }
    const owed = source(purchaseExchange, line)
    if (owed !== undefined) {
      const amount = drawn(line)?.amount ?? zero
      yield stock.receive({ ...goods, amount, against: within })
      const settled = { line, party: header.supplier, kind: 'estimate', against: within, ofLine: owed.line.id } as const
      if (!amount.isZero()) yield party.settleLine({ ...settled, amount: amount.neg() })
      continue
    }
    const invoice = source(purchaseInvoice, line)
    if (invoice !== undefined) {
      yield stock.receive({ ...goods, amount: drawn(line)?.amount ?? zero, against: 'goodsInTransit' })
      const order = invoice.line.source
      if (order !== null) {
        yield plan.fulfil({
          kind: 'supply',
          line,
          item: line.item,
          warehouse: header.warehouse,
          quantity,
          ofLine: order.line,
        })
      }
      continue
    }
    const cost = line.cost ?? zero
    yield stock.receive({ ...goods, amount: costs[index] ?? cost, against: within })
    if (!cost.isZero())
      yield party.owe({ line, party: header.supplier, kind: 'estimate', amount: cost, due, against: within })
  }
})
