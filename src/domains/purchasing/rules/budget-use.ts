import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** An amount of a category of goods; null where goods have none, or a budget is for all of them. */
export interface OfCategory {
  readonly category: string | null
  readonly amount: Decimal
}

/** How much of one budget is used, and what more is asked of it. */
export interface BudgetUse {
  readonly category: string | null
  readonly budget: Decimal
  readonly used: Decimal
  readonly asked: Decimal
  readonly overBy: Decimal
}

/**
 * Which budget an item category falls under: its own, else that of the nearest category above it, else the one for all.
 * Undefined where none of them has a budget: what is not budgeted is not controlled.
 */
export const budgetOf =
  (budgets: ReadonlySet<string | null>, parents: ReadonlyMap<string, string | null>) =>
  (category: string | null): string | null | undefined => {
    for (let at = category; at !== null; at = parents.get(at) ?? null) {
      if (budgets.has(at)) return at
    }
    return budgets.has(null) ? null : undefined
  }

/** Budgets of one department and month against what is used of them and what is asked now. Only budgets that are asked of. */
export const budgetUse = (
  budgets: readonly OfCategory[],
  used: readonly OfCategory[],
  asked: readonly OfCategory[],
  parents: ReadonlyMap<string, string | null>,
): BudgetUse[] => {
  const of = budgetOf(new Set(budgets.map((one) => one.category)), parents)
  const total = (amounts: readonly OfCategory[], category: string | null) =>
    sum(amounts.filter((one) => of(one.category) === category).map((one) => one.amount))
  const touched = new Set(asked.map((one) => of(one.category)).filter((category) => category !== undefined))
  return [...touched].map((category) => {
    const budget = sum(budgets.filter((one) => one.category === category).map((one) => one.amount))
    const usedOf = total(used, category)
    const askedOf = total(asked, category)
    const over = usedOf.plus(askedOf).minus(budget)
    return { category, budget, used: usedOf, asked: askedOf, overBy: over.gt(zero) ? over : zero }
  })
}
