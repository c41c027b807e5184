import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { general } from '../../../ledgers/general/general.ts'
import { eveOfYear, firstOfOpeningYear } from '../../../ledgers/opening-day.ts'
import { yearTurnover } from '../rules/year-turnover.ts'
import { proposeHandLine } from './hand-line.ts'
import { openingBalance } from './opening-balance.ts'

type Input = PostingInput<typeof openingBalance>
type Line = Input['lines'][number]

/** What the account came to from January to the first month: at the year's beginning it stood at so much less. */
function* turnoverOf(line: Line, { header, lookup }: Input) {
  const { account: on, department, employee, project, item, cashAccount, auxiliary1, auxiliary2 } = line
  const record = lookup(account, on)
  const turnover = yearTurnover(line, record?.category === 'profitLoss' ? record.side : null)
  const common = {
    line,
    account: on,
    dimensions: { party: line.party, department, employee, project, item, cashAccount, auxiliary1, auxiliary2 },
  }
  const since = turnover.reduce((sum, { debit, credit }) => sum.plus(debit).minus(credit), zero)
  if (!since.isZero()) yield general.credit({ ...common, amount: since, on: eveOfYear(header.date) })
  for (const { debit, credit, closing } of turnover) {
    const when = { on: firstOfOpeningYear(header.date), ...(closing ? { closing: true as const } : {}) }
    if (!debit.isZero()) yield general.debit({ ...common, ...when, amount: debit })
    if (!credit.isZero()) yield general.credit({ ...common, ...when, amount: credit })
  }
}

/**
 * Each line against the opening, in the ledger that keeps its account; the opening has no voucher number. Where the books begin in the
 * middle of a year, what the year came to before is entered beside it and changes no balance.
 */
export const postOpeningBalance = definePosting(openingBalance, function* (input) {
  const { lookup, settings } = input
  for (const line of input.lines) {
    if (line.debit !== null || line.credit !== null)
      yield proposeHandLine(line, { lookup, settings, against: 'openingBalance', due: line.dueOn })
    yield* turnoverOf(line, input)
  }
})
