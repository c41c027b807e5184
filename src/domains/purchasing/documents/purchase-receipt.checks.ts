import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/**
 * Goods come in at a price: the order's, the last purchase's or the item's reference price stands in for one that nobody
 * typed; with none of them the receipt stays a draft.
 */
export const unpricedLines = ({ lines, lookup, source }: PostingInput<typeof purchaseReceipt>): FieldProblem[] =>
  lines.flatMap((line, index) =>
    (line.cost !== null && (line.isGift === true || !line.cost.isZero())) ||
    lookup(item, line.item)?.isService ||
    source(purchaseInvoice, line) !== undefined
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

/** Prices are there, and nothing is 停用. */
export const checkPurchaseReceipt = defineCheck(purchaseReceipt, async (input) => [
  ...unpricedLines(input),
  ...giftsAtNoCost(input),
  ...disabledReferences(purchaseReceipt, input),
])
