import { decimal, zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { wrongOpeningDay } from '../../../ledgers/opening-day.ts'
import { openingBalance } from './opening-balance.ts'
import { measureProblems, missingDimensions, oneSided, ownDimensionProblems, parentAccounts } from './voucher.checks.ts'

type Input = PostingInput<typeof openingBalance>

/** What was opened so far, stock among it, and what is opened now come to nothing: else something is missing. */
const untied = async ({ header }: Input, work: Work): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ opened: string }>(
    `select coalesce(sum(e.debit - e.credit), 0) as opened from general_entry e
     join account_mapping m on m.company_id = $1 and m.role = 'openingBalance' and m.account = e.account_id
     where e.company_id = $1`,
    [work.company],
  )
  const opened = decimal(rows[0]?.opened ?? '0')
  const debit = header.totalDebit ?? zero
  const rest = opened.plus(header.totalCredit ?? zero).minus(debit)
  if (rest.isZero()) return []
  const side = rest.isNegative() ? '贷方' : '借方'
  const stock = opened.isZero() ? '' : `（已录入的期初库存、资产等为借方 ${opened.neg().toString()}）`
  return [
    fieldProblem(
      rest.isNegative() ? 'totalCredit' : 'totalDebit',
      `期初不平，${side}还差 ${rest.abs().toString()}${stock}；请先审核期初库存和期初资产，再补齐`,
      `the opening does not tie: ${rest.abs().toString()} is missing on the ${rest.isNegative() ? 'credit' : 'debit'} side`,
    ),
  ]
}

export const checkOpeningBalance = defineCheck(openingBalance, async (input, work) => [
  ...wrongOpeningDay(input.header.date, work),
  ...oneSided(input.lines),
  ...missingDimensions(input),
  ...ownDimensionProblems(input),
  ...measureProblems(input),
  ...disabledReferences(openingBalance, input),
  ...(await parentAccounts(input, work)),
  ...(await untied(input, work)),
])
