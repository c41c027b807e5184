import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { cents } from '../../../base/money.ts'
import { defineApprovalFacts } from '../../../kernel/approvals/approval-facts.ts'
import { money, text } from '../../../kernel/definition/field.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { currentUnitCosts } from '../../../ledgers/stock/unit-costs.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { costAdjustment } from './cost-adjustment.ts'
import { otherIssue } from './other-issue.ts'
import { otherReceipt } from './other-receipt.ts'
import { scrap } from './scrap.ts'

/** What approvals of a change of stock are decided by: 库存调整. */
const facts = {
  amount: money({ label: '调整金额', english: 'Amount', help: '增减都按正数比较' }),
  reason: text({ label: '原因编码', english: 'Code of the reason' }),
  warehouse: text({ label: '仓库编码', english: 'Code of the warehouse' }),
}

interface Adjusting extends Pick<PostingInput<typeof otherIssue>, 'lookup'> {
  readonly header: { readonly reason: Id<'stockReason'>; readonly warehouse: Id<'warehouse'> }
}

const factsOf = ({ header, lookup }: Adjusting, amount: Decimal) => ({
  amount: amount.abs(),
  reason: lookup(stockReason, header.reason)?.code,
  warehouse: lookup(warehouse, header.warehouse)?.code,
})

interface Leaving extends Adjusting {
  readonly lines: readonly {
    readonly item: Id<'item'>
    readonly quantity: Decimal
    readonly baseQuantity: Decimal | null
  }[]
}

/** What goods that leave cost at present. */
const costOf = async ({ header, lines }: Leaving, work: Work): Promise<Decimal> => {
  const goods = lines.map((line) => ({ item: line.item, warehouse: header.warehouse }))
  const costs = await currentUnitCosts(work, goods)
  const costOfLine = (line: Leaving['lines'][number]) =>
    (line.baseQuantity ?? line.quantity).times(costs.get(`${line.item}/${header.warehouse}`) ?? zero)
  return cents(lines.reduce((sum, line) => sum.plus(costOfLine(line)), zero))
}

/** Rules may ask for an approval of what changes stock without trade: in quantity, in value, by how much and why. */
export const adjustmentFacts = [
  defineApprovalFacts(costAdjustment, facts, async (input) => factsOf(input, input.header.totalAmount ?? zero)),
  defineApprovalFacts(otherReceipt, facts, async (input) => factsOf(input, input.header.totalAmount ?? zero)),
  defineApprovalFacts(otherIssue, facts, async (input, work) => factsOf(input, await costOf(input, work))),
  defineApprovalFacts(scrap, facts, async (input, work) => factsOf(input, await costOf(input, work))),
]
