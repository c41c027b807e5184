import { calendarDate, lastOfMonth } from '../../../base/calendar-date.ts'
import { sum } from '../../../base/decimal.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readBudgets, readCategoryParents, readCharges } from '../budgets/read-budgets.ts'
import type { BudgetCharge } from '../budgets/read-budgets.ts'
import { budgetOf } from '../rules/budget-use.ts'
import { purchaseBudgetUse } from './purchase-budget-use.ts'

const two = (month: number) => String(month).padStart(2, '0')

const wholeWithin = (name: string, value: number, least: number, most: number) => {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid('参数有误', 'The parameters are not valid', [
    fieldProblem(name, `应在 ${least} 到 ${most} 之间`, `must be between ${least} and ${most}`),
  ])
}

const amountOf = (charges: readonly BudgetCharge[], kind: BudgetCharge['kind']) =>
  sum(charges.filter((one) => one.kind === kind).map((one) => one.amount))

export const runPurchaseBudgetUse = defineReportRun(purchaseBudgetUse, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const year = wholeWithin('year', parameters.year ?? Number(today.slice(0, 4)), 2000, 2100)
  const month = parameters.month ? wholeWithin('month', parameters.month, 1, 12) : null
  const question = {
    department: parameters.department ?? null,
    from: calendarDate(`${year}-${two(month ?? 1)}-01`),
    to: lastOfMonth(calendarDate(`${year}-${two(month ?? 12)}-01`)),
  }
  const [budgets, charges, parents, names] = await Promise.all([
    readBudgets(work, question),
    readCharges(work, question),
    readCategoryParents(work),
    work.tx.rows<{ id: string; name: string }>(
      `select id, name from department where company_id = $1 union all select id, name from item_category where company_id = $1`,
      [work.company],
    ),
  ])
  const nameOf = new Map(names.map((row) => [row.id, row.name]))
  const places = Map.groupBy(budgets, (one) => `${one.department}/${one.month}`)
  const rows = [...places.values()].flatMap((of) => {
    const bucket = budgetOf(new Set(of.map((one) => one.category)), parents)
    return of.map((one) => {
      const own = charges.filter(
        (charge) =>
          charge.department === one.department &&
          charge.month === one.month &&
          bucket(charge.category) === one.category,
      )
      const used = sum(own.map((charge) => charge.amount))
      return {
        department: nameOf.get(one.department) ?? '',
        month: one.month,
        category: one.category === null ? '（全部）' : (nameOf.get(one.category) ?? ''),
        budget: one.amount.toString(),
        requested: amountOf(own, 'requested').toString(),
        ordered: amountOf(own, 'ordered').toString(),
        received: amountOf(own, 'received').toString(),
        used: used.toString(),
        left: one.amount.minus(used).toString(),
        percent: one.amount.isZero() ? null : used.times(100).div(one.amount).toDecimalPlaces(1).toString(),
      }
    })
  })
  return {
    rows: rows.toSorted((a, b) =>
      `${a.department}/${a.month}/${a.category}`.localeCompare(`${b.department}/${b.month}/${b.category}`),
    ),
    notes: [`${question.from} — ${question.to}`],
  }
})
