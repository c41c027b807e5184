import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { eveOfYear, wrongOpeningDay } from '../../../ledgers/opening-day.ts'
import { formsOf } from '../statements/forms.ts'
import { openingBalance } from './opening-balance.ts'
import { measureProblems, missingDimensions, ownDimensionProblems, parentAccounts } from './voucher.checks.ts'

type Input = PostingInput<typeof openingBalance>

const isEmpty = (amount: Decimal | null): boolean => amount === null || amount.isZero()

/** A line says a balance on one side, or what the year came to, or both. */
const saysNothing = ({ lines }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const both = !isEmpty(line.debit) && !isEmpty(line.credit)
    if (both)
      return [fieldProblem(`lines.${index}.debit`, '借方、贷方须且只能填一个', 'needs either a debit or a credit')]
    return [line.debit, line.credit, line.yearDebit, line.yearCredit].every(isEmpty)
      ? [fieldProblem(`lines.${index}.debit`, '请填写余额或本年累计', 'needs a balance or the amounts of the year')]
      : []
  })

/** Accounts that documents open by themselves (stock, assets) may still say what the year came to. */
const told = (input: Input) => ({
  ...input,
  lines: input.lines.map((line) => ({ ...line, hasBalance: !isEmpty(line.debit) || !isEmpty(line.credit) })),
})

const inJanuary = (input: Input, work: Work): FieldProblem[] => {
  const { startMonth } = settingsOf(work.settings)
  if (startMonth !== null && startMonth !== '' && !startMonth.endsWith('-01')) return []
  const way = startMonth === null || startMonth === '' ? '请先在建账时填写启用月份' : '一月启用没有本年累计'
  return input.lines.flatMap((line, index) =>
    isEmpty(line.yearDebit) && isEmpty(line.yearCredit)
      ? []
      : [fieldProblem(`lines.${index}.yearDebit`, way, 'only books that begin within a year have amounts of the year')],
  )
}

/** Accounts of profit and loss begin a year with nothing, and what they came to is what 本年利润 was given. */
const untiedYear = ({ header, lines, lookup }: Input): FieldProblem[] => {
  const over = (header.totalYearDebit ?? zero).minus(header.totalYearCredit ?? zero)
  const problems = over.isZero()
    ? []
    : [
        fieldProblem(
          over.isNegative() ? 'totalYearDebit' : 'totalYearCredit',
          `本年累计不平，${over.isNegative() ? '借方' : '贷方'}还差 ${over.abs().toString()}`,
          `the year's debits and credits differ by ${over.abs().toString()}`,
        ),
      ]
  const groups = Map.groupBy(lines.entries(), ([, line]) => line.account)
  for (const [on, group] of groups) {
    const record = lookup(account, on)
    const [first] = group
    if (record?.category !== 'profitLoss' || first === undefined) continue
    const begun = group.reduce(
      (sum, [, line]) =>
        sum
          .plus(line.debit ?? zero)
          .minus(line.credit ?? zero)
          .minus(line.yearDebit ?? zero)
          .plus(line.yearCredit ?? zero),
      zero,
    )
    if (!begun.isZero())
      problems.push(
        fieldProblem(
          `lines.${first[0]}.yearDebit`,
          `${record.code} ${record.name}：年初应为零，按余额和本年累计推算为 ${begun.toString()}`,
          `profit and loss begins a year with nothing; this comes to ${begun.toString()}`,
        ),
      )
  }
  return problems
}

/**
 * 现金流量本年累计 is the money's growth of the year by another name: where it is given, it comes to what the cash accounts of the
 * opening were debited and credited with.
 */
const untiedCash = ({ lines, cashFlows: flows, lookup, settings, header }: Input, work: Work): FieldProblem[] => {
  if (flows.length === 0) return []
  if (settingsOf(work.settings).startMonth?.endsWith('-01') !== false)
    return [fieldProblem('cashFlows.0.amount', '一月启用没有本年累计', 'only books that begin within a year have them')]
  const wayOf = (number: number) => formsOf(settings).cashFlowLines.find((each) => each.line === number)?.flow
  const flowed = flows.reduce(
    (sum, { line, amount }) => (wayOf(line) === 'out' ? sum.minus(amount) : sum.plus(amount)),
    zero,
  )
  const grown = lines
    .filter((line) => lookup(account, line.account)?.control === 'cash')
    .reduce((sum, line) => sum.plus(line.yearDebit ?? zero).minus(line.yearCredit ?? zero), zero)
  if (flowed.eq(grown)) return []
  const [zh, en] = [`货币资金本年增加 ${grown.toString()}`, `cash grew by ${grown.toString()}`]
  return [
    fieldProblem(
      `cashFlows.${flows.length - 1}.amount`,
      `现金流量本年累计净额 ${flowed.toString()}，${zh}，应相等`,
      `the flows come to ${flowed.toString()}, ${en} since ${eveOfYear(header.date)}`,
    ),
  ]
}

/** What was opened so far, stock among it, and what is opened now come to nothing: else something is missing. */
const untied = async ({ header }: Input, work: Work): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ opened: string }>(
    `select coalesce(sum(e.debit - e.credit), 0) as opened from general_entry e
     join account_mapping m on m.company_id = $1 and m.role = 'openingBalance' and m.account = e.account_id
     where e.company_id = $1 and e.document_id <> $2`,
    [work.company, header.id],
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
  ...saysNothing(input),
  ...inJanuary(input, work),
  ...untiedYear(input),
  ...untiedCash(input, work),
  ...missingDimensions(told(input)),
  ...ownDimensionProblems(input),
  ...measureProblems(input),
  ...disabledReferences(openingBalance, input),
  ...(await parentAccounts(told(input), work)),
  ...(await untied(input, work)),
])
