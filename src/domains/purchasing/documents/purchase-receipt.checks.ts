import { decimal, round, zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { purchaseExchange } from './purchase-exchange.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseOrder } from './purchase-order.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/**
 * Goods come in at a price: the order's, the last purchase's or the item's reference price stands in for one that nobody
 * typed; with none of them the receipt stays a draft.
 */
export const unpricedLines = ({ lines, lookup, source }: PostingInput<typeof purchaseReceipt>): FieldProblem[] =>
  lines.flatMap((line, index) =>
    (line.cost !== null && (line.isGift === true || !line.cost.isZero())) ||
    lookup(item, line.item)?.isService ||
    source(purchaseInvoice, line) !== undefined ||
    source(purchaseExchange, line) !== undefined
      ? []
      : [
          fieldProblem(
            `lines.${index}.price`,
            '没有单价：请填写单价，或维护商品的参考进价；赠品请勾选“赠品”',
            'has no price: type one, keep a reference price for the item, or mark the line as a gift',
          ),
        ],
  )

/** A gift of an item of which nothing was paid for comes in at no cost, and is told. */
export const giftsAtNoCost = ({ lines }: PostingInput<typeof purchaseReceipt>): FieldProblem[] =>
  lines.flatMap((line, index) =>
    line.isGift !== true || lines.some((other) => other.item === line.item && other.isGift !== true)
      ? []
      : [
          {
            ...fieldProblem(`lines.${index}.isGift`, '赠品按零成本入库', 'the gift comes in at no cost'),
            warning: true,
          },
        ],
  )

/** More may come than was ordered as far as the item, else the company, tolerates; beyond that it is refused. */
export const overReceived = ({
  lines,
  lookup,
  drawn,
  source,
  settings,
}: PostingInput<typeof purchaseReceipt>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const over = drawn(line)?.over ?? zero
    const ordered = source(purchaseOrder, line)?.line.baseQuantity
    if (over.isZero()) return []
    const percent = lookup(item, line.item)?.overReceiptPercent ?? decimal(settingsOf(settings).overReceiptPercent ?? 0)
    const most = round((ordered ?? zero).times(percent).div(100), 6)
    return over.lte(most)
      ? []
      : [
          fieldProblem(
            `lines.${index}.quantity`,
            `比订单多收 ${over.toString()}，允差 ${percent.toString()}%（最多多收 ${most.toString()}，基本单位）`,
            `${over.toString()} more than was ordered; ${percent.toString()} % tolerates ${most.toString()} in the base unit`,
          ),
        ]
  })

/** Prices are there, no more than tolerated has come, and nothing is 停用. */
export const checkPurchaseReceipt = defineCheck(purchaseReceipt, async (input) => [
  ...unpricedLines(input),
  ...giftsAtNoCost(input),
  ...overReceived(input),
  ...disabledReferences(purchaseReceipt, input),
])
