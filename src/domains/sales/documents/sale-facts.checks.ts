import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineApprovalFacts } from '../../../kernel/approvals/approval-facts.ts'
import { boolean, money, percent, text } from '../../../kernel/definition/field.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { customerLevels, party } from '../../../ledgers/dimensions/party.ts'
import { creditOver } from './credit-limit.checks.ts'
import { salesDelivery } from './sales-delivery.ts'
import { salesOrder } from './sales-order.ts'
import { belowMinimum } from './sellable.checks.ts'
import { worsenedFacts } from './worsened-facts.checks.ts'

const facts = {
  amount: money({ label: '价税合计', english: 'Gross' }),
  creditExceeded: boolean({ label: '超信用额度', english: 'Over the credit limit' }),
  overCredit: money({ label: '超额度金额', english: 'Over the limit by' }),
  creditHold: boolean({ label: '客户信用冻结', english: 'On credit hold' }),
  marginPercent: percent({ label: '毛利率%', english: 'Margin %', sensitive: 'margin' }),
  belowFloor: boolean({ label: '低于最低售价', english: 'Below the lowest price' }),
  discountPercent: percent({ label: '最大折扣%', english: 'Largest discount %' }),
  customerLevel: text({ label: '客户等级' }),
} as const

type Sold = Pick<PostingInput<typeof salesOrder>, 'lookup' | 'settings' | 'source'> & {
  readonly header: Pick<PostingInput<typeof salesOrder>['header'], 'id' | 'customer' | 'totalGross'>
  readonly lines: readonly Omit<PostingInput<typeof salesOrder>['lines'][number], 'promisedOn' | 'promiseNote'>[]
}

/** What the goods cost now, by their average in stock, all warehouses together; undefined where one has never been in stock. */
const costNow = async (work: Work, lines: Sold['lines']): Promise<Decimal | undefined> => {
  const rows = await work.tx.rows<{ item: string; quantity: string; amount: string }>(
    `select item, sum(quantity) as quantity, sum(amount) as amount from stock_entry
     where company_id = $1 and item = any($2::uuid[]) group by item`,
    [work.company, lines.map((line) => line.item)],
  )
  const costs = new Map(rows.map((row) => [row.item, row]))
  return lines.reduce<Decimal | undefined>((sum, line) => {
    const stock = costs.get(line.item)
    if (sum === undefined || stock === undefined || decimal(stock.quantity).lte(0)) return undefined
    return sum.plus(
      decimal(stock.amount)
        .times(line.baseQuantity ?? line.quantity)
        .div(stock.quantity),
    )
  }, zero)
}

const discountOf = (line: Sold['lines'][number]): Decimal => {
  const whole = (line.price ?? zero).times(line.quantity)
  if (whole.isZero() || line.isGift) return zero
  return (line.discount ?? zero).plus((line.allowance ?? zero).times(100).div(whole))
}

const find = async (input: Sold, work: Work) => {
  const customer = input.lookup(party, input.header.customer)
  const [over, cost] = await Promise.all([creditOver(input, work), costNow(work, input.lines)])
  const net = input.lines.reduce((sum, line) => sum.plus(line.net ?? zero), zero)
  const discounts = input.lines.map(discountOf)
  return {
    amount: input.header.totalGross ?? zero,
    creditExceeded: over.gt(0),
    overCredit: over,
    creditHold: customer?.creditHold === true,
    marginPercent: cost === undefined || net.isZero() ? null : round(net.minus(cost).times(100).div(net), 2),
    belowFloor: belowMinimum(input).length > 0,
    discountPercent: round(
      discounts.reduce((most, one) => (one.gt(most) ? one : most), zero),
      2,
    ),
    customerLevel: customer?.level ? customerLevels[customer.level] : null,
  }
}

/** What approval rules may ask of an order: amount, credit, margin, floor (SAL-07). */
export const salesOrderFacts = defineApprovalFacts(salesOrder, facts, find)

/** The same of a delivery that no order announced; what was approved as an order is asked again where it has become worse. */
export const salesDeliveryFacts = defineApprovalFacts(
  salesDelivery,
  facts,
  async (input, work) => (await worsenedFacts(input, work)) ?? find(input, work),
)
