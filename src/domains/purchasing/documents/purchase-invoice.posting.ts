import { zero } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { exchangeRemainder, owedOf } from '../../../ledgers/document-currency.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { inputTaxRole } from '../rules/deductible-tax.ts'
import { dropshipOrder } from './dropship-order.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseOrder } from './purchase-order.ts'
import { purchaseReceipt } from './purchase-receipt.ts'
import { purchaseReturn } from './purchase-return.ts'

type Input = PostingInput<typeof purchaseInvoice>
type Line = Input['lines'][number]
type Goods = NonNullable<ReturnType<typeof goodsOf>>

/** The goods that a line invoices; a late price of a receipt is dated as the receipt was, that of a return is not. */
const goodsOf = (line: Line, { source }: Input) => {
  const found = source(purchaseReceipt, line) ?? source(purchaseReturn, line)
  if (found === undefined) return undefined
  // The estimate is kept by receipt line; a return took from it, so its red invoice meets it there.
  const estimateLine: Id<'line'> =
    found.line.source?.type === purchaseReceipt.name ? found.line.source.line : found.line.id
  return { warehouse: found.header.warehouse, line: found.line.id, estimateLine, date: found.header.date }
}

/** What a supplier shipped to our customer never was in stock: what the invoice says otherwise is cost of sales at once. */
function* directPrice({ header, source }: Input, line: Line, cost: Decimal, share: Decimal) {
  const shipped = source(dropshipOrder, line)
  if (shipped === undefined) return
  const ofLine = shipped.line.id
  const estimate = { line, party: header.supplier, kind: 'estimate', against: within, ofLine } as const
  const difference = cost.minus(share)
  if (!difference.isZero()) {
    yield general.debit({ line, role: 'costOfSales', amount: difference, dimensions: { item: line.item } })
    yield party.adjustLine({ ...estimate, amount: difference.neg(), on: header.date })
  }
  if (!cost.isZero()) yield party.settleLine({ ...estimate, amount: cost })
}

/** Takes the estimate of the goods back, after what the invoice says otherwise has changed it and their cost on the goods' own day. */
function* priceOf({ header, lookup, settings }: Input, line: Line, goods: Goods, cost: Decimal, share: Decimal) {
  const estimate = {
    line,
    party: header.supplier,
    kind: 'estimate',
    against: within,
    ofLine: goods.estimateLine,
  } as const
  const difference = cost.minus(share)
  if (!difference.isZero()) {
    const about = { line, item: line.item, warehouse: goods.warehouse, follows: goods.line }
    yield stock.revalue({ ...about, amount: difference, against: within })
    yield party.adjustLine({ ...estimate, amount: difference.neg(), on: goods.date })
  }
  if (cost.isZero()) return
  yield party.settleLine({ ...estimate, amount: cost })
  // 单到回冲: the estimate is taken back in red, and the invoice enters the goods anew.
  if (settingsOf(settings).estimateMethod !== 'onInvoice' || header.isRed === true) return
  yield* general.redAndBlue({
    line,
    role: 'inventory',
    against: 'goodsReceivedNotInvoiced',
    amount: cost,
    itemCategory: lookup(item, line.item)?.category,
    dimensions: { party: header.supplier, item: line.item },
    summaries: { red: '冲回暂估', blue: '采购发票' },
  })
}

/** A service comes with its invoice: what was promised of it is kept. */
function* servedAsOrdered({ source }: Input, line: Line) {
  const ordered = source(purchaseOrder, line)
  if (ordered === undefined) return
  yield plan.fulfil({
    kind: 'supply',
    line,
    item: line.item,
    warehouse: ordered.header.warehouse,
    quantity: line.baseQuantity ?? line.quantity,
    ofLine: ordered.line.id,
  })
}

/**
 * The supplier is owed the gross; the tax waits for its certification; the estimate of the goods is taken back, after
 * what the invoice says otherwise has changed it and their cost. Goods not here yet are on the way; services are an expense.
 * A red invoice is the same, negated.
 */
export const postPurchaseInvoice = definePosting(
  purchaseInvoice,
  function* (input) {
    const { header, lines, lookup, drawn } = input
    for (const line of lines) {
      const gross = line.gross ?? zero
      const cost = line.cost ?? gross
      const deductible = gross.minus(cost)
      const about = { line, party: header.supplier, against: within } as const
      const dimensions = { party: header.supplier, department: header.department, item: line.item }
      if (!gross.isZero()) yield party.owe({ ...about, ...owedOf(header, lookup, line, gross), due: header.dueOn })
      if (!deductible.isZero()) yield general.debit({ line, role: inputTaxRole(line.pendingTax), amount: deductible })
      const goods = goodsOf(line, input)
      if (lookup(item, line.item)?.isService) {
        const itemCategory = lookup(item, line.item)?.category
        if (!cost.isZero()) yield general.debit({ line, role: 'adminExpense', amount: cost, dimensions, itemCategory })
        yield* servedAsOrdered(input, line)
      } else if (input.source(dropshipOrder, line) !== undefined) {
        yield* directPrice(input, line, cost, drawn(line)?.amount ?? zero)
      } else if (goods === undefined) {
        if (!cost.isZero()) yield general.debit({ line, role: 'goodsInTransit', amount: cost, dimensions })
      } else {
        yield* priceOf(input, line, goods, cost, drawn(line)?.amount ?? zero)
      }
    }
  },
  { negated: ({ header }) => header.isRed === true, remainder: exchangeRemainder },
)
