import { firstOfMonth, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { budgetUse } from '../rules/budget-use.ts'
import type { OfCategory } from '../rules/budget-use.ts'
import { readBudgets, readCategoryParents, readCharges } from './read-budgets.ts'

/** What a department asks for on a day. */
export interface RequestedAmounts {
  /** The request that asks, if it is stored: what it asks for itself is not used yet. */
  readonly request: string | null
  readonly department: string | null
  readonly on: CalendarDate
  readonly asked: readonly OfCategory[]
}

/** What the month's budget says of it; nothing where there is no budget. */
export interface RequestBudget {
  readonly budget: Decimal | null
  readonly budgetUsed: Decimal | null
  readonly overBudget: boolean
  readonly overBy: Decimal | null
}

const notBudgeted: RequestBudget = { budget: null, budgetUsed: null, overBudget: false, overBy: null }

/** Holds what is asked for against the department's budgets of the month, and what is used of them already. */
export const requestBudget = async (work: Work, requested: RequestedAmounts): Promise<RequestBudget> => {
  const { department, on, request, asked } = requested
  if (department === null) return notBudgeted
  const question = { department, from: firstOfMonth(on), to: lastOfMonth(on), except: request }
  const budgets = await readBudgets(work, question)
  if (budgets.length === 0) return notBudgeted
  const [used, parents] = await Promise.all([readCharges(work, question), readCategoryParents(work)])
  const uses = budgetUse(budgets, used, asked, parents)
  if (uses.length === 0) return notBudgeted
  const overBy = sum(uses.map((one) => one.overBy))
  return {
    budget: sum(uses.map((one) => one.budget)),
    budgetUsed: sum(uses.map((one) => one.used)),
    overBudget: overBy.gt(zero),
    overBy: overBy.gt(zero) ? overBy : null,
  }
}
