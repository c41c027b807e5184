import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { budgetsOf, spentOf } from '../budgets.ts'
import type { Budget } from '../budgets.ts'
import { readCommitments } from './commitments.ts'

/** What a line of a document asks of the budgets, and the field that is told when there is not enough. */
export interface Asked {
  readonly account: string
  readonly department: string | null
  readonly project: string | null
  readonly amount: Decimal
  readonly path: string
}

interface Charged {
  readonly account: string
  readonly department: string | null
  readonly project: string | null
}

/** Whether a budget holds what is charged so: of its accounts, and of its department and project where it has one. */
export const holds = (budget: Charged, accounts: ReadonlySet<string>, charged: Charged): boolean =>
  accounts.has(charged.account) &&
  (budget.department === null || budget.department === charged.department) &&
  (budget.project === null || budget.project === charged.project)

/** The accounts that a budget is for: its own and all under it. */
export const accountsOfBudget = (tree: AccountTree, budget: Pick<Budget, 'account'>): ReadonlySet<string> =>
  new Set(tree.within(budget.account).map((node) => node.id))

/** What is asked against what is left of each budget up to the month, with what is under way: forbidden or told. */
export const budgetProblems = async (
  work: Work,
  document: { readonly id: string; readonly date: CalendarDate },
  asked: readonly Asked[],
): Promise<FieldProblem[]> => {
  const control = settingsOf(work.settings).budgetControl
  if ((control !== 'warn' && control !== 'forbid') || asked.length === 0) return []
  const [year, month] = [Number(document.date.slice(0, 4)), Number(document.date.slice(5, 7))]
  const budgets = await budgetsOf(work, year, month)
  if (budgets.length === 0) return []
  const [tree, committed] = await Promise.all([readAccounts(work), readCommitments(work, year, month, document.id)])
  const problems: FieldProblem[] = []
  for (const budget of budgets) {
    const accounts = accountsOfBudget(tree, budget)
    const own = asked.filter((one) => holds(budget, accounts, one))
    const [first] = own
    if (first === undefined) continue
    const wanted = own.reduce((sum, one) => sum + toCents(one.amount.toString()), 0n)
    const held = committed.reduce((sum, one) => (holds(budget, accounts, one) ? sum + one.amount : sum), 0n)
    const spent = await spentOf(work, tree, budget, year, month, { basis: 'entered', closing: false })
    const over = spent.year + held + wanted - budget.year
    if (over <= 0n) continue
    const node = tree.byId(budget.account)
    const underWay = held === 0n ? '' : `，在途占用 ${centsText(held)}`
    problems.push({
      ...fieldProblem(
        first.path,
        `${node?.code ?? ''} ${node?.name ?? ''} 超出预算 ${centsText(over)}（至 ${month} 月预算 ${centsText(budget.year)}，已用 ${centsText(spent.year)}${underWay}）；可追加费用预算`,
        `${centsText(over)} over the budget of ${node?.code ?? ''}; another budget may add to it`,
      ),
      ...(control === 'warn' ? { warning: true } : {}),
    })
  }
  return problems
}
