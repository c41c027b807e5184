import { toCents, centsText } from '../../../base/fixed-point.ts'
import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { expense, expenseItem } from '../../money/index.ts'
import { budgetsOf, spentOf } from '../budgets.ts'

/** An expense against what is left of its budget, up to its month: forbidden or told, as the company says. */
export const checkExpenseBudget = defineCheck(expense, async ({ header, lines, lookup }, work) => {
  const control = settingsOf(work.settings).budgetControl
  if (control !== 'warn' && control !== 'forbid') return []
  const [year, month] = [Number(header.date.slice(0, 4)), Number(header.date.slice(5, 7))]
  const [tree, budgets] = await Promise.all([readAccounts(work), budgetsOf(work, year, month)])
  const problems: FieldProblem[] = []
  for (const budget of budgets) {
    if (budget.department !== null && budget.department !== header.department) continue
    if (budget.project !== null) continue
    const within = new Set(tree.within(budget.account).map((node) => node.id))
    const own = lines.flatMap((line, index) => {
      const account = lookup(expenseItem, line.expenseItem)?.account
      return account !== undefined && within.has(account) ? [{ line, index }] : []
    })
    if (own.length === 0) continue
    const asked = own.reduce((sum, { line }) => sum.plus(line.net ?? zero), zero)
    const spent = await spentOf(work, tree, budget, year, month, { basis: 'entered', closing: false })
    const over = spent.year + toCents(asked.toString()) - budget.year
    if (over <= 0n) continue
    const node = tree.byId(budget.account)
    problems.push({
      ...fieldProblem(
        `lines.${own[0]?.index ?? 0}.gross`,
        `${node?.code ?? ''} ${node?.name ?? ''} 超出预算 ${centsText(over)}（至 ${month} 月预算 ${centsText(budget.year)}，已用 ${centsText(spent.year)}）；可追加费用预算`,
        `${centsText(over)} over the budget of ${node?.code ?? ''}; another budget may add to it`,
      ),
      ...(control === 'warn' ? { warning: true } : {}),
    })
  }
  return problems
})
