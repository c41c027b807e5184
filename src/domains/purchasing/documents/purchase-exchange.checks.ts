import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { purchaseExchange } from './purchase-exchange.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/** Goods are exchanged for goods: they came by a receipt of that supplier, and a service is not one of them. */
export const unexchangeable = ({
  header,
  lines,
  lookup,
  source,
}: PostingInput<typeof purchaseExchange>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const receipt = source(purchaseReceipt, line)
    if (receipt === undefined)
      return [fieldProblem(`lines.${index}.source`, '请从采购入库单下推换货', 'is exchanged from its receipt')]
    if (lookup(item, line.item)?.isService)
      return [fieldProblem(`lines.${index}.item`, '服务不能换货', 'a service cannot be exchanged')]
    return receipt.header.supplier === header.supplier
      ? []
      : [fieldProblem('supplier', '与入库单的供应商不同', 'is not who supplied the goods')]
  })

export const checkPurchaseExchange = defineCheck(purchaseExchange, async (input) => unexchangeable(input))
