import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { claimInvoices } from '../../../ledgers/invoices/used-invoices.ts'
import { landedCost } from './landed-cost.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

type Input = PostingInput<typeof landedCost>

/** Charges are shared over goods that came: not over services, not before they were here. */
export const unreceivedGoods = ({ header, lines, lookup, source }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const receipt = source(purchaseReceipt, line)
    if (receipt === undefined)
      return [fieldProblem(`lines.${index}.source`, '请从采购入库单下推费用分摊', 'goods come from their receipt')]
    if (lookup(item, line.item)?.isService)
      return [fieldProblem(`lines.${index}.item`, '服务不进库存，不能分摊', 'a service has no stock to carry a cost')]
    return receipt.header.date > header.date
      ? [fieldProblem('date', `不能早于入库日期 ${receipt.header.date}`, `must not be before ${receipt.header.date}`)]
      : []
  })

/** By hand or not, all of the cost is shared out, and no more. */
export const unsharedCost = ({ lines, charges }: Input): FieldProblem[] => {
  const [shared, cost] = [totalOf(lines, 'share'), totalOf(charges, 'cost')]
  return shared.eq(cost)
    ? []
    : [
        fieldProblem(
          'totalShared',
          `分摊合计 ${shared.toString()} 与应分摊费用 ${cost.toString()} 不等`,
          `${shared.toString()} is shared out of ${cost.toString()}`,
        ),
      ]
}

/** The goods are here, and the whole cost is shared out over them. */
export const checkLandedCost = defineCheck(landedCost, async (input, work) => [
  ...unreceivedGoods(input),
  ...unsharedCost(input),
  ...(await claimInvoices(
    work,
    { type: landedCost.name, id: input.header.id, number: input.header.number },
    input.header.invoiceNumber === null
      ? []
      : [{ path: 'invoiceNumber', number: input.header.invoiceNumber, party: input.header.supplier }],
  )),
])
