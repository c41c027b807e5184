import { zero } from '../../../base/decimal.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { accountsOf } from '../../../ledgers/general/accounts.ts'
import { expenseClaim } from '../../claims/index.ts'
import { expense, expenseItem } from '../../money/index.ts'
import { purchaseOrder, purchaseRequest } from '../../purchasing/index.ts'
import { budgetProblems } from '../budget-control/budget-problems.ts'

/** An expense against what is left of its budgets. */
export const checkExpenseBudget = defineCheck(expense, async ({ header, lines, lookup }, work) =>
  budgetProblems(
    work,
    header,
    lines.flatMap((line, index) => {
      const account = lookup(expenseItem, line.expenseItem)?.account
      const { department, project } = { department: line.department ?? header.department, project: line.project }
      const path = `lines.${index}.gross`
      return account === undefined ? [] : [{ account, department, project, amount: line.net ?? zero, path }]
    }),
  ),
)

/** A claim likewise, at what it costs the company. */
export const checkClaimBudget = defineCheck(expenseClaim, async ({ header, lines, lookup }, work) =>
  budgetProblems(
    work,
    header,
    lines.flatMap((line, index) => {
      const account = lookup(expenseItem, line.expenseItem)?.account
      const { department, project } = { department: line.department ?? header.department, project: line.project }
      const amount = line.gross.minus(line.deductible ?? zero)
      return account === undefined ? [] : [{ account, department, project, amount, path: `lines.${index}.gross` }]
    }),
  ),
)

/** Services that are requested: goods go to stock and are no expense. */
export const checkRequestBudget = defineCheck(purchaseRequest, async ({ header, lines, lookup }, work) => {
  const accounts = await accountsOf(work)
  const { department, project } = header
  return budgetProblems(
    work,
    header,
    lines.flatMap((line, index) => {
      const wanted = lookup(item, line.item)
      const amount = line.amount ?? zero
      if (wanted?.isService !== true || amount.isZero()) return []
      const account = accounts.of('adminExpense', wanted.category)
      return [{ account, department, project, amount, path: `lines.${index}.amount` }]
    }),
  )
})

/** Services that are ordered; what a request holds already is not asked for again. */
export const checkOrderBudget = defineCheck(purchaseOrder, async ({ header, lines, lookup }, work) => {
  const accounts = await accountsOf(work)
  return budgetProblems(
    work,
    header,
    lines.flatMap((line, index) => {
      const wanted = lookup(item, line.item)
      const amount = line.net ?? zero
      if (wanted?.isService !== true || amount.isZero() || line.source?.type === purchaseRequest.name) return []
      const account = accounts.of('adminExpense', wanted.category)
      return [{ account, department: header.department, project: null, amount, path: `lines.${index}.price` }]
    }),
  )
})
