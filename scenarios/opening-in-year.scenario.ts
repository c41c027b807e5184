import { expect, it } from 'vitest'
import { openingBalance } from '../src/domains/accounting/index.ts'
import { openingStock } from '../src/domains/inventory/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { Problem } from '../src/kernel/definition/problem.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, expectSoundBooks, figuresOf, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const day = '2026-04-30'
const year = (yearDebit: string, yearCredit: string) => ({ yearDebit, yearCredit })

/** The balance list at the end of April: revenue 101,130, cost 60,000 and rent 10,000 were carried forward every month. */
const list: readonly JsonObject[] = [
  { account: '1002', debit: '50000', cashAccount: 'BANK', ...year('80000', '50000') },
  { account: '1122', debit: '1130', party: 'C1', dueOn: '2026-05-20', ...year('101130', '100000') },
  { account: '1405', ...year('61000', '60000') },
  { account: '220201', credit: '1000', party: 'S1', ...year('60000', '61000') },
  { account: '3001', credit: '20000' },
  { account: '3103', credit: '31130', ...year('70000', '101130') },
  { account: '5001', ...year('101130', '101130') },
  { account: '5401', ...year('60000', '60000') },
  { account: '560206', ...year('10000', '10000') },
]

/** Of the year's 80,000 received all came from customers; 40,000 went to suppliers and 10,000 for rent. */
const flows: readonly JsonObject[] = [
  { line: 1, amount: '80000' },
  { line: 3, amount: '40000' },
  { line: 6, amount: '10000' },
]

const but = (account: string, more: JsonObject): JsonObject => ({
  date: day,
  lines: list.map((line) => (line['account'] === account ? { ...line, ...more } : line)),
})

const refusal = async (books: Books, input: JsonObject): Promise<string> => {
  const error: unknown = await books.post(openingBalance, input).catch((reason: unknown) => reason)
  if (!(error instanceof Problem)) throw new Error(`not refused: ${String(error)}`)
  return error.errors.map((one) => `${one.path}：${one.message.zh}`).join()
}

const begun = async (settings: JsonObject = {}) => {
  const trade = await openTrade({ startMonth: '2026-05', ...settings })
  const { books } = trade
  await books.post(openingStock, {
    date: day,
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', unitCost: '100' }],
  })
  return trade
}

it('[DEP-14] books that begin in May know the year: what stood in January, what it came to, and the profit so far', async () => {
  const { books, openItems } = await begun()
  expect(await refusal(books, but('1122', year('101131', '100000')))).toMatch(
    /totalYearCredit：本年累计不平，贷方还差 1/,
  )
  expect(await refusal(books, but('560206', year('10000', '9000')))).toMatch(
    /lines.8.yearDebit：560206 租赁费：年初应为零，按余额和本年累计推算为 -1000/,
  )
  expect(await refusal(books, but('3001', { credit: '20100' }))).toMatch(/totalDebit：期初不平，借方还差 100/)
  expect(await refusal(books, { date: day, lines: [...list], cashFlows: [{ line: 7, amount: '30000' }] })).toMatch(
    /cashFlows.0.line：第 7 行不是现金流量项目/,
  )
  // The money grew by 80,000 − 50,000; of what came in and went out 20,000 is missing here.
  expect(await refusal(books, { date: day, lines: [...list], cashFlows: flows.slice(0, 2) })).toMatch(
    /cashFlows.1.amount：现金流量本年累计净额 40000，货币资金本年增加 30000，应相等/,
  )
  await books.post(openingBalance, { date: day, lines: [...list], cashFlows: [...flows] })
  await followUp(books)
  expect(await openItems()).toEqual(['payable -1000.00', 'receivable 1130.00'])
  const steps = await ask(books, 'openingCheck')
  expect(steps.notes).toEqual(['期初已平，可以启用'])
  await books.post(salesDelivery, {
    date: '2026-05-08',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1', price: '226' }],
  })
  await followUp(books)
  const may = { from: '2026-05-01', to: '2026-05-31' }
  const balances = await ask(books, 'accountBalances', may)
  const columns = ['code', 'openingDebit', 'debit', 'yearDebit', 'yearCredit', 'closingDebit']
  expect(columnsOf(balances.rows, ...columns).filter((row) => /^(1002|1122|1405|5001) /.test(row))).toEqual([
    '1002 | 50000.00 |  | 80000.00 | 50000.00 | 50000.00',
    '1122 | 1130.00 | 226.00 | 101356.00 | 100000.00 | 1356.00',
    '1405 | 1000.00 |  | 61000.00 | 60100.00 | 900.00',
    '5001 |  |  | 101130.00 | 101330.00 | ',
  ])
  const income = await ask(books, 'incomeStatement', { period: '2026-05' })
  expect(figuresOf(income.rows, 'line', 'year')).toMatchObject({
    1: '101330.00',
    2: '60100.00',
    14: '10000.00',
    32: '31230.00',
  })
  expect(figuresOf(income.rows, 'line', 'current')).toMatchObject({ 1: '200.00', 2: '100.00', 32: '100.00' })
  expect(income.notes?.at(-1)).toBe('资产负债表未分配利润本年增加 = 净利润本年累计')
  const sheet = await ask(books, 'balanceSheet', { period: '2026-05' })
  expect(figuresOf(sheet.rows, 'assetLine', 'assetOpening')).toEqual({ 1: '20000.00', 15: '20000.00', 30: '20000.00' })
  expect(figuresOf(sheet.rows, 'claimLine', 'claimOpening')).toEqual({ 48: '20000.00', 52: '20000.00', 53: '20000.00' })
  expect(figuresOf(sheet.rows, 'assetLine', 'assetClosing')).toMatchObject({ 1: '50000.00', 4: '1356.00', 9: '900.00' })
  // The cash flow statement of May: nothing in the month, the year's flows from the opening, and the money of both statements ties.
  const cash = await ask(books, 'cashFlow', { period: '2026-05' })
  expect(figuresOf(cash.rows, 'line', 'year')).toEqual({
    1: '80000.00',
    3: '40000.00',
    6: '10000.00',
    7: '30000.00',
    20: '30000.00',
    21: '20000.00',
    22: '50000.00',
  })
  expect(figuresOf(cash.rows, 'line', 'current')).toEqual({ 21: '50000.00', 22: '50000.00' })
  expect(cash.notes?.at(-1)).toBe('期末现金余额 = 资产负债表货币资金')
  const explained = await ask(books, 'statementLine', { statement: 'cashFlow', line: 1, period: '2026-05' })
  expect(columnsOf(explained.rows, 'term', 'opening')).toEqual(['启用前本年累计 | 80000.00'])
  await run(books, 'closePeriod', { period: '2026-05', bookAll: true })
  await followUp(books)
  const after = await ask(books, 'incomeStatement', { period: '2026-05', unbooked: false })
  expect(figuresOf(after.rows, 'line', 'year')).toMatchObject({ 1: '101330.00', 32: '31230.00' })
  expect((await ask(books, 'voucherList', may)).rows).toHaveLength(2)
  await expectSoundBooks(books)
})

it('the opening of a year begun can be taken back as a whole, and January has no year so far', async () => {
  const { books, ledger } = await begun()
  const posted = await books.post(openingBalance, { date: day, lines: [...list] })
  await books.act(openingBalance, posted, 'amend', but('560206', { yearProfit: '10000' }))
  await books.act(openingBalance, posted, 'unpost')
  expect(await ledger()).toEqual({ 1405: '1000.00', 310499: '-1000.00' })
  await followUp(books)
  const income = await ask(books, 'incomeStatement', { period: '2026-05' })
  expect(figuresOf(income.rows, 'line', 'year')).toEqual({})
  const january = await openTrade({ startMonth: '2026-01' })
  expect(await refusal(january.books, { date: '2025-12-31', lines: [...list] })).toMatch(/一月启用没有本年累计/)
})
