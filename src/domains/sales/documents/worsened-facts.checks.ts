import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { creditOver } from './credit-limit.checks.ts'
import { orderOfLine } from './order-of-line.ts'
import type { salesDelivery } from './sales-delivery.ts'
import { belowMinimum } from './sellable.checks.ts'

type Input = PostingInput<typeof salesDelivery>

/** What has become worse since the order was agreed; what is as it was is not told. */
export interface Worsened {
  readonly creditHold: boolean
  readonly creditExceeded: boolean
  readonly overCredit: Decimal
  readonly belowFloor: boolean
}

interface Approved {
  readonly hold: boolean
  /** Approved as such, however much it was. */
  readonly exceeded: boolean
  readonly over: string
}

/** What was approved with the orders: of several, what was approved with all of them. */
const approvedWith = async (work: Work, orders: readonly string[]): Promise<Approved> => {
  const rows = await work.tx.rows<Approved>(
    `select coalesce(bool_and(a.hold), false) as hold, coalesce(bool_and(a.exceeded), false) as exceeded, min(coalesce(a.over, 0)) as over from (
       select o.id,
         coalesce(bool_or((s.facts ->> 'creditHold')::boolean), false) as hold,
         coalesce(bool_or((s.facts ->> 'creditExceeded')::boolean), false) as exceeded,
         max((s.facts ->> 'overCredit')::numeric) as over
       from unnest($2::uuid[]) as o(id)
       left join approval_step s on s.company_id = $1 and s.document_id = o.id and s.is_current and s.state = 'approved'
       group by o.id) a`,
    [work.company, orders],
  )
  return rows[0] ?? { hold: false, exceeded: false, over: '0' }
}

interface OrderedRow {
  readonly id: string
  readonly net: string | null
  readonly quantity: string
}

/** Lines below the lowest price that are cheaper than they were ordered; an ordered price was agreed, whatever the floor is now. */
const isCheaper = async (input: Input, work: Work): Promise<boolean> => {
  const below = new Set(belowMinimum(input).map(({ path }) => path))
  const lines = input.lines.filter((_line, index) => below.has(`lines.${index}.price`))
  if (lines.length === 0) return false
  const rows = await work.tx.rows<OrderedRow>(
    `select id, net, base_quantity as quantity from sales_order_line where company_id = $1 and id = any($2::uuid[])`,
    [work.company, lines.map((line) => orderOfLine(input, line)?.line ?? null)],
  )
  const ordered = new Map(rows.map((row) => [row.id, row]))
  return lines.some((line) => {
    const was = ordered.get(orderOfLine(input, line)?.line ?? '')
    const quantity = line.baseQuantity ?? line.quantity
    // A cent is the rounding of a part.
    return (
      was === undefined ||
      (line.net ?? zero).plus('0.01').lt(
        decimal(was.net ?? '0')
          .times(quantity)
          .div(was.quantity),
      )
    )
  })
}

/**
 * Of a delivery that keeps orders alone: what of credit and lowest price has become worse since they were agreed. Undefined
 * for a delivery that no order announced; that is judged in full.
 */
export const worsenedFacts = async (input: Input, work: Work): Promise<Worsened | undefined> => {
  const orders = input.lines.map((line) => orderOfLine(input, line)?.document)
  const known = [...new Set(orders.flatMap((order) => order ?? []))]
  if (orders.includes(undefined)) return undefined
  const [over, approved, belowFloor] = await Promise.all([
    creditOver(input, work),
    approvedWith(work, known),
    isCheaper(input, work),
  ])
  // Where the rule asked only whether the limit is exceeded, any amount was approved.
  const isCovered = decimal(approved.over).isZero() ? approved.exceeded : over.lte(approved.over)
  const overCredit = isCovered ? zero : over
  const held = input.lookup(party, input.header.customer)?.creditHold === true
  return { creditHold: held && !approved.hold, creditExceeded: overCredit.gt(0), overCredit, belowFloor }
}
