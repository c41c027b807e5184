import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { formatMoney } from '../../../base/money.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type { salesDelivery } from './sales-delivery.ts'

interface Credit {
  /** Null: no limit. */
  readonly limit: Decimal | null | undefined
  readonly owed: Decimal
  readonly more: Decimal
  readonly control: 'forbid' | 'warn'
}

/** Whether this sale takes the customer over the limit; a warning where the company only wants to be told. */
export const overLimit = ({ limit, owed, more, control }: Credit): FieldProblem[] => {
  if (limit === null || limit === undefined || owed.plus(more).lte(limit)) return []
  const over = formatMoney(owed.plus(more).minus(limit))
  const problem = fieldProblem(
    'customer',
    `超信用额度 ${over}：额度 ${formatMoney(limit)}，已欠 ${formatMoney(owed)}，本单 ${formatMoney(more)}`,
    `exceeds the credit limit of ${formatMoney(limit)} by ${over}`,
  )
  return [control === 'warn' ? { ...problem, warning: true } : problem]
}

/** What the customer owes us now, advances taken off. */
const owedBy = async (work: Work, customer: Id<'party'>): Promise<Decimal> => {
  const rows = await work.tx.rows<{ owed: string | null }>(
    `select sum(book_amount) as owed from party_entry
     where company_id = $1 and party = $2 and kind in ('receivable', 'advanceFromCustomer', 'otherReceivable')`,
    [work.company, customer],
  )
  return decimal(rows[0]?.owed ?? '0')
}

type Input = Pick<PostingInput<typeof salesDelivery>, 'header' | 'lookup' | 'settings'>

/** Asks the party ledger what the customer owes, and refuses or warns by the company's setting. */
export const creditProblems = async ({ header, lookup, settings }: Input, work: Work): Promise<FieldProblem[]> => {
  const limit = lookup(party, header.customer)?.creditLimit
  if (limit === null || limit === undefined) return []
  const control = settingsOf(settings).creditControl ?? 'warn'
  return overLimit({ limit, owed: await owedBy(work, header.customer), more: header.totalGross ?? zero, control })
}
