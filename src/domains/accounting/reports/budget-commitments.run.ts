import { centsText } from '../../../base/fixed-point.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { accountsOfBudget, holds } from '../budget-control/budget-problems.ts'
import { readCommitments } from '../budget-control/commitments.ts'
import { dimensionNames } from './account-balances.run.ts'
import { budgetCommitments } from './budget-commitments.ts'

export const budgetCommitmentsRun = defineReportRun(budgetCommitments, async (parameters, work) => {
  const today = todayOf(work)
  const year = parameters.year ?? Number(today.slice(0, 4))
  const month = parameters.month ?? Number(today.slice(5, 7))
  const { account = null, department = null, project = null } = parameters
  const [tree, all] = await Promise.all([readAccounts(work), readCommitments(work, year, month, null)])
  const shown = all.filter((one) => {
    const asked = account ?? one.account
    return holds({ account: asked, department, project }, accountsOfBudget(tree, { account: asked }), one)
  })
  const [departments, projects] = await Promise.all([
    dimensionNames(
      work,
      'department',
      shown.map((one) => one.department),
    ),
    dimensionNames(
      work,
      'project',
      shown.map((one) => one.project),
    ),
  ])
  return {
    rows: shown.map((one) => ({
      type: one.type,
      id: one.id,
      number: one.number,
      typeLabel: work.installed.catalogue.documents.get(one.type)?.label ?? one.type,
      date: one.date,
      accountName: tree.byId(one.account)?.path ?? '',
      departmentName: departments.get(one.department ?? '') ?? null,
      projectName: projects.get(one.project ?? '') ?? null,
      amount: centsText(one.amount),
    })),
    totals: { number: '合计', amount: centsText(shown.reduce((sum, one) => sum + one.amount, 0n)) },
    notes: ['已提交未审核的报销单、费用单，已审核未下单的申请、未收票的订单中的服务行'],
  }
})
