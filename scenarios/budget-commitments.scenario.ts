import { expect, it } from 'vitest'
import { moneyBudget } from '../src/domains/accounting/index.ts'
import { expenseClaim } from '../src/domains/claims/index.ts'
import { expense, expenseItem } from '../src/domains/money/index.ts'
import { purchaseOrder, purchaseRequest } from '../src/domains/purchasing/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { account } from '../src/ledgers/dimensions/account.ts'
import { department, employee, project } from '../src/ledgers/dimensions/people.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import { askReport } from './kit/ask-report.ts'
import { openTrade } from './kit/trade.ts'

it('[FIN-16] claims, expenses, requests and orders hold the budget of their department and project before they are in the books', async () => {
  const { books } = await openTrade({ budgetControl: 'forbid' })
  await books.entity(department, { code: 'D1', name: '市场部' })
  await books.entity(project, { code: 'P1', name: '新品发布' })
  await books.entity(project, { code: 'P0', name: '日常' })
  await books.entity(employee, { code: 'E1', name: '王芳', department: 'D1' })
  await books.entity(expenseItem, { code: 'TRAVEL', name: '差旅费', account: '560205' })
  await books.entity(item, { code: 'SRV', name: '会务服务', unit: 'PCS', isService: true, taxRate: 'VAT6' })
  const under = await books.rows<{ code: string }>(
    `select code from account where company_id = $1 and code like '5602%' order by code`,
  )
  for (const { code } of under) {
    await books.inWork((work) => updateEntity(work, account, code, { byDepartment: true, byProject: true }))
  }
  await books.post(moneyBudget, {
    date: '2026-01-01',
    year: 2026,
    department: 'D1',
    lines: [{ account: '5602', month: 1, amount: '10000' }],
  })
  await books.post(moneyBudget, {
    date: '2026-01-01',
    year: 2026,
    project: 'P1',
    lines: [{ account: '560205', month: 1, amount: '3000' }],
  })
  const claim = (gross: string, more = {}) => ({
    date: '2026-01-10',
    employee: 'E1',
    reason: '出差',
    lines: [{ expenseItem: 'TRAVEL', invoiceKind: 'ordinary', gross, project: 'P0', ...more }],
  })
  // What is asked for the project is held to the project's budget, whichever department it is.
  const big = await books.draft(expenseClaim, claim('3500', { project: 'P1' }))
  await expect(books.act(expenseClaim, big, 'submit')).rejects.toThrow(/lines\.0\.gross/)
  // A claim that is submitted holds what it asks; a request and an order of a service hold theirs.
  const waiting = await books.draft(expenseClaim, claim('4000'))
  await books.act(expenseClaim, waiting, 'submit')
  await books.post(purchaseRequest, {
    date: '2026-01-11',
    requester: 'E1',
    lines: [{ item: 'SRV', quantity: '1', price: '2000' }],
  })
  const { rows } = await askReport(books, 'budgetCommitments', { year: 2026, month: 1 })
  expect(rows).toMatchObject([
    { typeLabel: '报销单', departmentName: 'D1 市场部', amount: '4000.00' },
    { typeLabel: '采购申请', departmentName: 'D1 市场部', amount: '2000.00' },
  ])
  await books.post(purchaseOrder, {
    date: '2026-01-12',
    supplier: 'S1',
    warehouse: 'MAIN',
    department: 'D1',
    lines: [{ item: 'SRV', quantity: '1', price: '1590' }],
  })
  const execution = await askReport(books, 'budgetExecution', { year: 2026, month: 1 })
  expect(execution.rows.find((row) => row['departmentName'] !== '全公司')).toMatchObject({
    yearBudget: '10000.00',
    yearCommitted: '7500.00',
    yearLeft: '2500.00',
  })
  const expenseOf = (gross: string) => ({
    date: '2026-01-15',
    cashAccount: 'BANK',
    department: 'D1',
    invoiceKind: 'ordinary',
    lines: [{ expenseItem: 'TRAVEL', gross, project: 'P0' }],
  })
  await expect(books.post(expense, expenseOf('2500.01'))).rejects.toThrow(/lines\.0\.gross/)
  await books.post(expense, expenseOf('2500'))
  await books.act(expenseClaim, waiting, 'post')
  const spent = await askReport(books, 'budgetExecution', { year: 2026, month: 1 })
  expect(spent.rows.find((row) => row['code'] === '5602')).toMatchObject({
    yearActual: '6500.00',
    yearCommitted: '3500.00',
  })
})
