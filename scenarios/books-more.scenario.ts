import { describe, expect, it } from 'vitest'
import { badDebtRecovery, badDebtWriteOff, voucher } from '../src/domains/accounting/index.ts'
import { moneyBudget } from '../src/domains/accounting/documents/money-budget.ts'
import { provisionRate } from '../src/domains/accounting/entities/provision-rate.ts'
import { expense, expenseItem } from '../src/domains/money/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { account } from '../src/ledgers/dimensions/account.ts'
import { department } from '../src/ledgers/dimensions/people.ts'
import { ask, columnsOf, figuresOf, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const bank = { account: '1002', cashAccount: 'BANK' }
const entry = (date: string, debit: JsonObject, credit: JsonObject): JsonObject => ({
  date,
  lines: [
    { summary: '手工凭证', ...debit },
    { summary: '手工凭证', ...credit },
  ],
})

describe('what money was for', () => {
  it('[DEP-17] follows from the account against it, or is said by hand; what says nothing is listed', async () => {
    const { books } = await openTrade()
    await books.post(voucher, entry('2026-01-03', { ...bank, debit: '1000' }, { account: '2401', credit: '1000' }))
    await books.post(voucher, entry('2026-01-04', { ...bank, debit: '500' }, { account: '3001', credit: '500' }))
    await followUp(books)
    const january = { from: '2026-01-01', to: '2026-01-31' }
    const list = async (which: string) => (await ask(books, 'cashFlowItems', { ...january, which })).rows
    expect(columnsOf(await list('all'), 'code', 'received', 'item', 'how')).toEqual([
      '2401 | 1000.00 |  | 未指定',
      '3001 | 500.00 | 吸收投资者投资收到的现金 | 自动',
    ])
    const untagged = await list('untagged')
    expect(untagged).toHaveLength(1)
    const flow = async () => figuresOf((await ask(books, 'cashFlow', { period: '2026-01' })).rows, 'line', 'current')
    expect(await flow()).toMatchObject({ 0: '1000.00', 15: '500.00' })
    const entries = String(untagged[0]?.['entries']).split(',')
    await expect(run(books, 'tagCashFlow', { entries, line: 7 })).rejects.toThrow(/Not an item/)
    await run(books, 'tagCashFlow', { entries, line: 2 })
    expect(columnsOf(await list('hand'), 'code', 'item')).toEqual(['2401 | 收到其他与经营活动有关的现金'])
    expect(await flow()).toMatchObject({ 2: '1000.00', 15: '500.00', 22: '1500.00' })
    const byAccount = (await ask(books, 'cashFlowAccounts', january)).rows
    expect(columnsOf(byAccount, 'code', 'received')).toEqual(['2401 | 1000.00', '3001 | 500.00'])
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    await expect(run(books, 'tagCashFlow', { entries, line: 1 })).rejects.toThrow(/closed/)
  })
})

const sold = async (standard: string) => {
  const trade = await openTrade({ standard })
  const { books, itemsOf } = trade
  const goods = { warehouse: 'MAIN', lines: [{ item: 'A', quantity: '10', price: '113' }] }
  await books.post(purchaseReceipt, { date: '2026-01-03', supplier: 'S1', ...goods })
  const delivery = await books.post(salesDelivery, { date: '2026-01-05', customer: 'C1', ...goods })
  const [due = ''] = await itemsOf(delivery)
  return { ...trade, due }
}

const lost = (due: string): JsonObject => ({
  date: '2026-02-10',
  customer: 'C1',
  reason: '客户破产',
  lines: [{ openItem: due, amount: '130' }],
})
const found = { date: '2026-03-01', customer: 'C1', cashAccount: 'BANK', amount: '30' }

describe('bad debts (rule 21)', () => {
  it('[DEP-20] of a small enterprise are a loss when they happen, and nothing is provided for', async () => {
    const { books, ledger, due, openItems } = await sold('smallBusiness')
    await expect(run(books, 'provideBadDebts', { period: '2026-01' })).rejects.toThrow(/no provisions/)
    await books.post(badDebtWriteOff, lost(due))
    await books.post(badDebtRecovery, found)
    expect(await ledger()).toMatchObject({ 1122: '1000.00', 571101: '130.00', 530199: '-30.00', 1002: '30.00' })
    expect(await openItems()).toContain('receivable 1000.00')
  })

  it('[DEP-20] under 企业会计准则 are provided for by age, taken from the allowance, and given back to it', async () => {
    const { books, ledger, due } = await sold('enterprise')
    await books.entity(provisionRate, { code: '1', name: '一年以内', fromDays: 0, percent: '5' })
    await books.entity(provisionRate, { code: '2', name: '一年以上', fromDays: 365, percent: '50' })
    await run(books, 'provideBadDebts', { period: '2026-01' })
    expect(await ledger()).toMatchObject({ 123101: '-56.50', 6702: '56.50' })
    await books.post(badDebtWriteOff, lost(due))
    await books.post(badDebtRecovery, found)
    // Allowance 56.50 − 130 + 30 = −43.50; 1,000 open at 5 % asks for 50, so 93.50 more.
    expect(await ledger()).toMatchObject({ 1122: '1000.00', 123101: '43.50' })
    await run(books, 'provideBadDebts', { period: '2026-03' })
    expect(await ledger()).toMatchObject({ 123101: '-50.00', 6702: '150.00' })
    expect(await run(books, 'provideBadDebts', { period: '2026-03' })).toEqual({ documents: [] })
    const aged = async (by: string) =>
      (await ask(books, 'partyAging', { side: 'receivable', asOf: '2026-03-31', by })).rows
    expect(columnsOf(await aged('date'), 'to90')).toEqual(['1000.00'])
    expect(columnsOf(await aged('dueOn'), 'to60')).toEqual(['1000.00'])
    await followUp(books)
    const sheet = await ask(books, 'balanceSheet', { period: '2026-03' })
    expect(figuresOf(sheet.rows, 'assetLine', 'assetClosing')).toMatchObject({ 5: '950.00' })
  })
})

describe('a budget', () => {
  it('[FIN-16] is set against what was spent, by department and account, and holds expenses to it', async () => {
    const { books } = await openTrade({ budgetControl: 'forbid' })
    await books.entity(department, { code: 'D1', name: '行政部' })
    await books.entity(expenseItem, { code: 'BG', name: '办公费', account: '560204' })
    const budget = {
      date: '2026-01-01',
      year: 2026,
      department: 'D1',
      lines: [
        { account: '560204', month: 1, amount: '100' },
        { account: '560204', month: 2, amount: '50' },
      ],
    }
    await expect(books.post(moneyBudget, budget)).rejects.toMatchObject({
      errors: [{ path: 'lines.0.account' }, { path: 'lines.1.account' }],
    })
    await books.inWork((work) => updateEntity(work, account, '560204', { byDepartment: true }))
    await books.post(moneyBudget, budget)
    const spend = (date: string, gross: string) =>
      books.post(expense, { date, department: 'D1', cashAccount: 'BANK', lines: [{ expenseItem: 'BG', gross }] })
    await spend('2026-01-10', '80')
    await expect(spend('2026-01-11', '30')).rejects.toMatchObject({ errors: [{ path: 'lines.0.gross' }] })
    await spend('2026-02-11', '30')
    await followUp(books)
    const { rows } = await ask(books, 'budgetExecution', { year: 2026, month: 2 })
    expect(
      columnsOf(
        rows,
        'departmentName',
        'code',
        'monthBudget',
        'monthActual',
        'yearBudget',
        'yearActual',
        'yearLeft',
        'percent',
      ),
    ).toEqual(['D1 行政部 | 560204 | 50.00 | 30.00 | 150.00 | 110.00 | 40.00 | 73.33'])
  })
})
