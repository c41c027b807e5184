import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { lastDay, period } from '../../../base/period.ts'
import { budgetsOf, spentOf } from '../budgets.ts'
import type { Budget } from '../budgets.ts'
import { accountsOfBudget, holds } from '../budget-control/budget-problems.ts'
import { readCommitments } from '../budget-control/commitments.ts'
import { dimensionNames } from './account-balances.run.ts'
import { amountCell, headNotes, viewOf } from './book-view.ts'
import { budgetExecution } from './budget-execution.ts'

const percentOf = (spent: bigint, planned: bigint): string | null =>
  planned <= 0n ? null : centsText((spent * 10000n) / planned)

export const budgetExecutionRun = defineReportRun(budgetExecution, async (parameters, work) => {
  const today = todayOf(work)
  const year = parameters.year ?? Number(today.slice(0, 4))
  const month = parameters.month ?? Number(today.slice(5, 7))
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const wanted = (budget: Budget) =>
    (!parameters.department || budget.department === parameters.department) &&
    (!parameters.project || budget.project === parameters.project) &&
    (!parameters.account || tree.within(parameters.account).some((node) => node.id === budget.account))
  const budgets = (await budgetsOf(work, year, month)).filter(wanted)
  const [departments, projects] = await Promise.all([
    dimensionNames(
      work,
      'department',
      budgets.map((budget) => budget.department),
    ),
    dimensionNames(
      work,
      'project',
      budgets.map((budget) => budget.project),
    ),
  ])
  const committed = await readCommitments(work, year, month, null)
  const to = lastDay(period(`${year}-${String(month).padStart(2, '0')}`))
  const rows = await Promise.all(
    budgets.map(async (budget): Promise<ReportRow> => {
      const spent = await spentOf(work, tree, budget, year, month, view)
      const node = tree.byId(budget.account)
      const within = accountsOfBudget(tree, budget)
      const held = committed.reduce((sum, one) => (holds(budget, within, one) ? sum + one.amount : sum), 0n)
      return {
        account: budget.account,
        department: budget.department,
        project: budget.project,
        from: `${year}-01-01`,
        to,
        departmentName: departments.get(budget.department ?? '') ?? '全公司',
        projectName: projects.get(budget.project ?? '') ?? null,
        code: node?.code ?? '',
        name: node?.path ?? '',
        monthBudget: amountCell(budget.month),
        monthActual: amountCell(spent.month),
        monthLeft: amountCell(budget.month - spent.month),
        yearBudget: amountCell(budget.year),
        yearActual: amountCell(spent.year),
        yearCommitted: amountCell(held),
        yearLeft: amountCell(budget.year - spent.year - held),
        percent: percentOf(spent.year + held, budget.year),
        year,
        month,
        wholeBudget: amountCell(budget.whole),
      }
    }),
  )
  const order = (row: ReportRow) => `${String(row['departmentName'])}/${String(row['code'])}`
  const shown = rows.filter((row) => parameters.over !== 'over' || String(row['yearLeft'] ?? '').startsWith('-'))
  return {
    rows: shown.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    notes: headNotes(work, { from: to, to }, view),
  }
})
