import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { formatMoney } from '../../../base/money.ts'
import { asksAbout } from '../../../kernel/approvals/rules.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { AnyDocument, LineBase } from '../../../kernel/definition/record.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { creditExposure } from './credit-exposure.ts'
import { orderOfLine } from './order-of-line.ts'
import type { salesOrder } from './sales-order.ts'

interface Credit {
  /** Null: no limit. */
  readonly limit: Decimal | null | undefined
  readonly owed: Decimal
  readonly more: Decimal
}

/** By how much a sale takes the customer over the limit; zero within it. */
const overBy = ({ limit, owed, more }: Credit): Decimal => {
  const over = limit === null || limit === undefined ? zero : owed.plus(more).minus(limit)
  return over.isNegative() ? zero : over
}

/** Whether this sale takes the customer over the limit; a warning where the company only wants to be told. */
export const overLimit = (credit: Credit & { readonly control: 'forbid' | 'warn' }): FieldProblem[] => {
  const { limit, owed, more, control } = credit
  if (limit === null || limit === undefined || overBy(credit).isZero()) return []
  const over = formatMoney(overBy(credit))
  const problem = fieldProblem(
    'customer',
    `超信用额度 ${over}：额度 ${formatMoney(limit)}，已占用 ${formatMoney(owed)}（应收与未发订单），本单 ${formatMoney(more)}`,
    `exceeds the credit limit of ${formatMoney(limit)} by ${over}; ${formatMoney(owed)} are owed or ordered already`,
  )
  return [control === 'warn' ? { ...problem, warning: true } : problem]
}

interface Sold extends Pick<PostingInput<typeof salesOrder>, 'lookup' | 'settings' | 'source'> {
  readonly header: Pick<PostingInput<typeof salesOrder>['header'], 'id' | 'customer'>
  readonly lines: readonly (LineBase & { readonly gross: Decimal | null })[]
}

/** What this sale adds: of a delivery only what no order announced, for open orders are counted. */
const added = (input: Sold): Decimal => {
  const fresh = input.lines.filter((line) => orderOfLine(input, line) === null)
  return fresh.reduce((sum, line) => sum.plus(line.gross ?? zero), zero)
}

const creditOf = async (input: Sold, work: Work): Promise<Credit> => {
  const { header, lookup } = input
  const limit = lookup(party, header.customer)?.creditLimit
  const owed = limit === null || limit === undefined ? zero : await creditExposure(work, header.customer, header.id)
  return { limit, owed, more: added(input) }
}

/** By how much this sale takes the customer over the limit; zero where there is none. */
export const creditOver = async (input: Sold, work: Work): Promise<Decimal> => overBy(await creditOf(input, work))

const onHold = fieldProblem('customer', '客户信用已冻结，不能下单、出库', 'is on credit hold')

/**
 * What the customer's credit says of a sale: refused, told as a warning, or left to approval, by the company's setting. On
 * hold is refused unless it can be approved. Where nothing could approve it, approval is refusal.
 */
export const creditProblems = async (definition: AnyDocument, input: Sold, work: Work): Promise<FieldProblem[]> => {
  const control = settingsOf(input.settings).creditControl ?? 'warn'
  const credit = await creditOf(input, work)
  const held = input.lookup(party, input.header.customer)?.creditHold === true
  const problems = [
    ...(held ? [onHold] : []),
    ...overLimit({ ...credit, control: control === 'warn' ? 'warn' : 'forbid' }),
  ]
  if (control !== 'approve' || problems.length === 0) return problems
  const asked = held ? ['creditHold'] : ['creditExceeded', 'overCredit']
  return (await asksAbout(work, definition, asked)) ? [] : problems
}
