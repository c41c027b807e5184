import { describe, expect, it } from 'vitest'
import { openingBalance, voucher } from '../src/domains/accounting/index.ts'
import { cashTransfer, expense, expenseItem } from '../src/domains/money/index.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { account } from '../src/ledgers/dimensions/account.ts'
import { auxiliaryItem, auxiliaryKind } from '../src/ledgers/dimensions/auxiliary.ts'
import { currency } from '../src/ledgers/dimensions/currency.ts'
import { department, employee, project } from '../src/ledgers/dimensions/people.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, expectSoundBooks, followUp, run } from './kit/finance.ts'
import { askReport } from './kit/ask-report.ts'
import { openTrade } from './kit/trade.ts'

const january = { from: '2026-01-01', to: '2026-01-31' }
const bank = { account: '1002', cashAccount: 'BANK' }

const entry = (date: string, ...lines: readonly JsonObject[]): JsonObject => ({
  date,
  lines: lines.map((line) => ({ summary: '手工凭证', ...line })),
})

const change = (books: Books, code: string, input: JsonObject) =>
  books.inWork((work) => updateEntity(work, account, code, input))

/** 差旅费 is told apart by department, employee, project and vehicle, all at once. */
const withDimensions = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(department, { code: 'D1', name: '销售部' })
  await books.entity(department, { code: 'D2', name: '行政部' })
  await books.entity(employee, { code: 'E1', name: '王强', department: 'D1' })
  await books.entity(project, { code: 'P1', name: '新店' })
  await books.entity(auxiliaryKind, { code: 'CAR', name: '车辆' })
  await books.entity(auxiliaryKind, { code: 'SHOP', name: '门店' })
  await books.entity(auxiliaryItem, { code: 'B1', name: '浙B12345', kind: 'CAR' })
  await books.entity(auxiliaryItem, { code: 'M1', name: '一号店', kind: 'SHOP' })
  const flags = { byDepartment: true, byEmployee: true, byProject: true, auxiliaryKind1: 'CAR' }
  await change(books, '560205', flags)
  return trade
}

describe('auxiliary accounting', () => {
  it('[DEP-16] asks a hand voucher for every dimension of its account, of the right kind', async () => {
    const { books } = await withDimensions()
    const travel = {
      account: '560205',
      debit: '300',
      department: 'D1',
      employee: 'E1',
      project: 'P1',
      auxiliary1: 'B1',
    }
    const paid = { ...bank, credit: '300' }
    const refused = async (line: JsonObject) =>
      books.post(voucher, entry('2026-01-05', line, paid)).then(
        () => '',
        (error: { errors?: readonly { path: string }[] }) => (error.errors ?? []).map((one) => one.path).join(),
      )
    expect(await refused({ ...travel, employee: null })).toBe('lines.0.employee')
    expect(await refused({ ...travel, auxiliary1: null })).toBe('lines.0.auxiliary1')
    expect(await refused({ ...travel, auxiliary1: 'M1' })).toBe('lines.0.auxiliary1')
    await books.post(voucher, entry('2026-01-05', travel, paid))
    const other = { ...travel, debit: '200', department: 'D2' }
    await books.post(voucher, entry('2026-01-06', other, { ...bank, credit: '200' }))
    await followUp(books)
    const byBoth = await ask(books, 'auxiliaryBalances', { by: 'auxiliary1', thenBy: 'department', ...january })
    expect(columnsOf(byBoth.rows, 'key', 'second', 'code', 'debit')).toEqual([
      'B1 浙B12345 | D1 销售部 | 560205 | 300.00',
      'B1 浙B12345 | D2 行政部 | 560205 | 200.00',
    ])
    const ledger = await askReport(books, 'auxiliaryLedger', { department: 'D1', ...january })
    expect(columnsOf(ledger.rows, 'code', 'summary', 'debit', 'balance')).toEqual([
      '560205 | 上年结转 |  | 0.00',
      '560205 | 手工凭证 | 300.00 | 300.00',
      '560205 | 本月合计 | 300.00 | 300.00',
      '560205 | 本年累计 | 300.00 | 300.00',
    ])
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    const after = await ask(books, 'auxiliaryBalances', { by: 'department', thenBy: 'auxiliary1', ...january })
    expect(after.rows.every((row) => row['closingDebit'] === null)).toBe(true)
    await expectSoundBooks(books)
  })

  it('business documents carry their department and project to the accounts that ask for them', async () => {
    const { books } = await withDimensions()
    await change(books, '560205', { byEmployee: false, byProject: false, auxiliaryKind1: null })
    await books.entity(expenseItem, { code: 'TRIP', name: '差旅费', account: '560205' })
    await books.post(expense, {
      date: '2026-01-09',
      department: 'D2',
      cashAccount: 'BANK',
      lines: [{ expenseItem: 'TRIP', gross: '300' }],
    })
    await followUp(books)
    const told = await ask(books, 'auxiliaryBalances', { by: 'department', ...january })
    expect(columnsOf(told.rows, 'key', 'code', 'debit')).toEqual(['D2 行政部 | 560205 | 300.00'])
  })
})

describe('a business document', () => {
  /** 差旅费 by department and by project; expenses say the department, and no document says the project. */
  const withTrip = async () => {
    const trade = await withDimensions()
    await change(trade.books, '560205', { byEmployee: false, byProject: false, auxiliaryKind1: null })
    await trade.books.entity(expenseItem, { code: 'TRIP', name: '差旅费', account: '560205' })
    return trade
  }
  const trip = (more: JsonObject): JsonObject => ({
    date: '2026-01-09',
    cashAccount: 'BANK',
    lines: [{ expenseItem: 'TRIP', gross: '300' }],
    ...more,
  })

  it('is refused without the department that its account asks for, and the field is named', async () => {
    const { books, ledger } = await withTrip()
    await expect(books.post(expense, trip({}))).rejects.toMatchObject({
      errors: [{ path: 'department', message: { zh: expect.stringContaining('560205 差旅费，须填部门') } }],
    })
    expect(await ledger()).toEqual({})
  })

  it('that changes its department takes the amount off the old one', async () => {
    const { books } = await withTrip()
    const posted = await books.post(expense, trip({ department: 'D1' }))
    await books.act(expense, posted, 'amend', { department: 'D2' })
    await followUp(books)
    const told = async () =>
      columnsOf(
        (await ask(books, 'auxiliaryBalances', { by: 'department', ...january })).rows,
        'key',
        'debit',
        'credit',
        'closingDebit',
      )
    expect(await told()).toEqual(['D1 销售部 | 300.00 | 300.00 | ', 'D2 行政部 | 300.00 |  | 300.00'])
    await books.act(expense, posted, 'reverse', { date: '2026-01-20' })
    await followUp(books)
    expect(await told()).toEqual(['D1 销售部 | 300.00 | 300.00 | ', 'D2 行政部 |  |  | '])
  })

  it('that has no field for what its account asks stands as 未指定, seen in the books', async () => {
    const { books } = await withTrip()
    await change(books, '560302', { byDepartment: true })
    await books.post(cashTransfer, {
      date: '2026-01-10',
      fromAccount: 'BANK',
      toAccount: 'CASH',
      amount: '100',
      fee: '5',
    })
    await followUp(books)
    const told = await ask(books, 'auxiliaryBalances', { by: 'department', ...january })
    expect(columnsOf(told.rows, 'key', 'code', 'debit')).toEqual(['（未指定） | 560302 | 5.00'])
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
  })
})

describe('books of more than money', () => {
  it('an account that counts quantities shows quantity, price and amount', async () => {
    const { books } = await openTrade()
    await change(books, '1403', { byQuantity: true, unit: 'KG' })
    const bought = { account: '1403', debit: '1000', quantity: '100' }
    await expect(
      books.post(voucher, entry('2026-01-03', { ...bought, quantity: null }, { ...bank, credit: '1000' })),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.0.quantity' }] })
    await books.post(voucher, entry('2026-01-03', bought, { ...bank, credit: '1000' }))
    const used = { account: '1403', credit: '400', quantity: '40' }
    await books.post(voucher, entry('2026-01-04', { account: '4001', debit: '400' }, used))
    await followUp(books)
    const { rows } = await askReport(books, 'quantityLedger', { account: '1403', ...january })
    const shown = columnsOf(
      rows,
      'summary',
      'inQuantity',
      'inPrice',
      'outQuantity',
      'outAmount',
      'leftQuantity',
      'leftPrice',
      'leftAmount',
    )
    expect(shown).toEqual([
      '期初余额 |  |  |  |  |  |  | ',
      '手工凭证 | 100 | 10 |  |  | 100 | 10 | 1000',
      '手工凭证 |  |  | 40 | 400 | 60 | 10 | 600',
      '本月合计 | 100 | 10 | 40 | 400 | 60 | 10 | 600',
      '本期累计 | 100 | 10 | 40 | 400 | 60 | 10 | 600',
    ])
  })

  it('an account with details is kept in columns', async () => {
    const { books } = await openTrade()
    await books.post(voucher, entry('2026-01-03', { account: '560204', debit: '100' }, { ...bank, credit: '100' }))
    await books.post(voucher, entry('2026-01-04', { account: '560206', debit: '50' }, { ...bank, credit: '50' }))
    await followUp(books)
    const { rows, columns } = await askReport(books, 'multiColumnLedger', { account: '5602', ...january })
    expect(columns?.find((column) => column.name === '560206')).toMatchObject({ label: '租赁费', group: '借方' })
    expect(columnsOf(rows, 'summary', '560204', '560206', 'balance')).toEqual([
      '期初余额 |  |  | 0.00',
      '手工凭证 | 100.00 |  | 100.00',
      '手工凭证 |  | 50.00 | 150.00',
      '本月合计 | 100.00 | 50.00 | 150.00',
      '本期累计 | 100.00 | 50.00 | 150.00',
    ])
  })
})

describe.each(['smallBusiness', 'enterprise'] as const)('foreign currency under %s', (standard) => {
  const own = standard === 'enterprise'
  const capital = own ? '4001' : '3001'

  it('[DEP-18] is revalued at the end of the month by the table of rates, money and what is owed, advances not (rule 20)', async () => {
    const { books, ledger } = await openTrade({ standard, startMonth: '2026-01' })
    await books.entity(cashAccount, { code: 'USD', name: '美元户', kind: 'bank', currency: 'USD', mayBeNegative: true })
    const dollars = (amount: string) => ({ currency: 'USD', rate: '7', currencyAmount: amount })
    await books.post(openingBalance, {
      date: '2025-12-31',
      lines: [
        { account: '1002', cashAccount: 'USD', debit: '7000', ...dollars('1000') },
        { account: '1122', party: 'C1', debit: '3500', ...dollars('500') },
        { account: own ? '2204' : '2203', party: 'C1', credit: '700', ...dollars('100') },
        { account: '220201', party: 'S1', credit: '1400', ...dollars('200') },
        { account: capital, credit: '8400' },
      ],
    })
    await books.post(voucher, {
      date: '2026-01-10',
      lines: [
        { summary: '结汇', account: '1002', cashAccount: 'BANK', debit: '710' },
        {
          summary: '结汇',
          account: '1002',
          cashAccount: 'USD',
          credit: '710',
          currency: 'USD',
          rate: '7.1',
          currencyAmount: '100',
        },
      ],
    })
    await followUp(books)
    await expect(run(books, 'closePeriod', { period: '2026-01', bookAll: true })).rejects.toMatchObject({
      errors: [{ path: 'exchangeRevaluation' }],
    })
    await books.entity(currency, { code: 'USD', name: '美元', rates: [{ date: '2026-01-31', rate: '7.2' }] })
    await run(books, 'revalueCurrency', { period: '2026-01' })
    // Bank 900 at 7.2 = 6,480, was 6,290: gain 190; owed 500: 3,600, was 3,500: gain 100; we owe 200: 1,440, was 1,400: loss 40.
    expect(await ledger()).toMatchObject({
      1002: '7190.00',
      1122: '3600.00',
      220201: '-1440.00',
      ...(own ? { 2204: '-700.00', 660303: '-250.00' } : { 2203: '-700.00', 5301: '-290.00', 560303: '40.00' }),
    })
    expect(await run(books, 'revalueCurrency', { period: '2026-01' })).toEqual({ documents: [] })
    await followUp(books)
    const book = await askReport(books, 'currencyLedger', { account: '1002', currency: 'USD', ...january })
    expect(
      columnsOf(book.rows, 'summary', 'outCurrency', 'inAmount', 'leftCurrency', 'leftAmount').slice(0, 3),
    ).toEqual([
      '期初余额 |  |  | 1000 | 7000',
      '结汇 | 100 |  | 900 | 6290',
      expect.stringMatching(/期末调汇.* \|  \| 190 \| 900 \| 6480/),
    ])
    const flow = await ask(books, 'cashFlow', { period: '2026-01' })
    expect(flow.notes?.at(-1)).toBe('期末现金余额 = 资产负债表货币资金')
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    await expectSoundBooks(books)
  })
})

describe('an account in use', () => {
  it('gets its first detail, and its balance and what refers to it move there, with a record', async () => {
    const { books, ledger } = await openTrade()
    await books.post(voucher, entry('2026-01-03', { account: '560204', debit: '100' }, { ...bank, credit: '100' }))
    await books.entity(expenseItem, { code: 'BG', name: '办公费', account: '560204' })
    await expect(
      books.entity(account, {
        code: '56020401',
        name: '文具',
        category: 'profitLoss',
        side: 'debit',
        parent: '560204',
      }),
    ).rejects.toMatchObject({ errors: [{ path: 'parent' }] })
    const rows = await books.rows<{ id: string }>(`select id from account where company_id = $1 and code = '560204'`)
    await run(books, 'openDetailAccount', { account: rows[0]?.id ?? '', code: '56020401', name: '文具' })
    expect(await ledger()).toMatchObject({ 56020401: '100.00' })
    expect(await ledger()).not.toHaveProperty('560204')
    await books.post(expense, { date: '2026-01-09', cashAccount: 'BANK', lines: [{ expenseItem: 'BG', gross: '10' }] })
    expect(await ledger()).toMatchObject({ 56020401: '110.00' })
    const logged = await books.rows(`select 1 from audit where company_id = $1 and action = 'split'`)
    expect(logged).toHaveLength(1)
    await followUp(books)
  })
})
