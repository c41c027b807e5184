import { describe, expect, it } from 'vitest'
import {
  amortization,
  amortizeAssetsProcess,
  assetAcquisition,
  assetOpening,
  depreciateAssetsProcess,
  depreciation,
} from '../src/domains/assets/index.ts'
import { openingBalance } from '../src/domains/accounting/index.ts'
import { assetCard } from '../src/ledgers/dimensions/asset.ts'
import { department } from '../src/ledgers/dimensions/people.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { documentNumbered, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const card = (books: Books, code: string, category: string, more: JsonObject = {}) =>
  books.entity(assetCard, { code, name: `资产${code}`, category, ...more })

const bought = (books: Books, date: string, lines: JsonObject[], more: JsonObject = {}) =>
  books.post(assetAcquisition, { date, supplier: 'S1', invoiceKind: 'special', lines, ...more })

/** Depreciates months one after the other, and answers what each charged in all. */
const depreciate = async (books: Books, from: string, months: number): Promise<string[]> => {
  const charged: string[] = []
  for (let index = 0; index < months; index += 1) {
    const month = Number(from.slice(5)) - 1 + index
    const period = `${Number(from.slice(0, 4)) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    const answer = await runProcess(books, depreciateAssetsProcess, { period })
    const number = (answer as { document: string | null }).document
    if (number === null) charged.push('0')
    else charged.push(String((await documentNumbered(books, depreciation, number)).header['totalAmount']))
  }
  return charged
}

describe('a fixed asset', () => {
  it('is bought at cost without deductible tax, and depreciated from the month after (rules 2, 24)', async () => {
    const { books, ledger, openItems } = await openTrade()
    await books.entity(department, { code: 'OFFICE', name: '办公室' })
    await card(books, 'PC', 'DZ', { department: 'OFFICE' })
    await bought(books, '2026-01-10', [{ asset: 'PC', gross: '11300', taxRate: '13' }])
    expect(await ledger()).toEqual({ 1601: '10000.00', 222105: '1300.00', 220201: '-11300.00' })
    expect(await openItems()).toEqual(['payable -11300.00'])
    // 10,000 with 5 % residual over 36 months.
    expect(await depreciate(books, '2026-01', 3)).toEqual(['0', '263.89', '263.89'])
    expect(await ledger()).toMatchObject({ 1602: '-527.78', 560208: '527.78' })
    const again = await runProcess(books, depreciateAssetsProcess, { period: '2026-03' })
    expect(again).toEqual({ document: null })
  })
})

/** Twelve months make a year. */
const years = (months: readonly string[]) =>
  Array.from({ length: months.length / 12 }, (_, year) =>
    months.slice(year * 12, year * 12 + 12).reduce((total, amount) => total + Math.round(Number(amount) * 100), 0),
  ).map((total) => String(total / 100))

const lifeOf = async (method: string): Promise<string[]> => {
  const { books, ledger } = await openTrade()
  await card(books, 'M', 'JQ', { method, lifeMonths: 60, residualPercent: '0.4' })
  await bought(books, '2025-12-05', [{ asset: 'M', gross: '1000000' }], { invoiceKind: 'ordinary' })
  const months = await depreciate(books, '2026-01', 61)
  expect(months[60]).toBe('0')
  expect(await ledger()).toMatchObject({ 1601: '1000000.00', 1602: '-996000.00', 560208: '996000.00' })
  return years(months.slice(0, 60))
}

/** 初级会计实务, 固定资产折旧: cost 1,000,000, five years, residual 4,000. */
describe('depreciates by four methods as the textbook does', () => {
  it('[DEP-19] 年限平均法: the same amount each month, the last takes the rest', async () => {
    expect(await lifeOf('straightLine')).toEqual(['199200', '199200', '199200', '199200', '199200'])
  })

  it('[DEP-19] 双倍余额递减法: 40 % of what is left, the last two years evenly', async () => {
    expect(await lifeOf('decliningBalance')).toEqual(['400000', '240000', '144000', '106000', '106000'])
  })

  it('[DEP-19] 年数总和法: 5/15, 4/15, 3/15, 2/15, 1/15', async () => {
    expect(await lifeOf('sumOfYears')).toEqual(['332000', '265600', '199200', '132800', '66400'])
  })
})

describe('the month rules (rule 24)', () => {
  it('amortize an intangible from the month it is put to use, a deferred expense from the month after', async () => {
    const { books, ledger } = await openTrade()
    await card(books, 'SOFT', 'WX', { lifeMonths: 120 })
    await card(books, 'FIT', 'DT', { lifeMonths: 36 })
    await bought(
      books,
      '2026-03-15',
      [
        { asset: 'SOFT', gross: '12000' },
        { asset: 'FIT', gross: '36000' },
      ],
      {
        invoiceKind: 'ordinary',
      },
    )
    await runProcess(books, amortizeAssetsProcess, { period: '2026-03' })
    expect(await ledger()).toMatchObject({ 1702: '-100.00', 1801: '36000.00', 560209: '100.00' })
    const { document } = (await runProcess(books, amortizeAssetsProcess, { period: '2026-04' })) as { document: string }
    expect(await ledger()).toMatchObject({ 1702: '-200.00', 1801: '35000.00', 560209: '1200.00' })
    // 反审核 takes the month back; run again, it is charged anew.
    await books.act(amortization, await documentNumbered(books, amortization, document), 'unpost')
    expect(await ledger()).toMatchObject({ 1702: '-100.00', 1801: '36000.00' })
    await runProcess(books, amortizeAssetsProcess, { period: '2026-04' })
    expect(await ledger()).toMatchObject({ 1702: '-200.00', 1801: '35000.00', 560209: '1200.00' })
  })

  it('charge months in their order, and nothing behind a month that is charged', async () => {
    const { books } = await openTrade()
    await card(books, 'PC', 'DZ')
    const purchase = await bought(books, '2026-01-10', [{ asset: 'PC', gross: '11300' }])
    await expect(runProcess(books, depreciateAssetsProcess, { period: '2026-03' })).rejects.toThrow(/2026-02/)
    await depreciate(books, '2026-02', 1)
    await expect(books.act(assetAcquisition, purchase, 'unpost')).rejects.toThrow(/2026-02 is charged already/)
    await expect(bought(books, '2026-03-01', [{ asset: 'PC', gross: '100' }])).rejects.toThrow(/in the books already/)
  })
})

it('opens with what was depreciated, goes on where it was, and ties with the opening balances', async () => {
  const { books, ledger } = await openTrade({ startMonth: '2026-01' })
  await card(books, 'CAR', 'YS', { lifeMonths: 48 })
  await card(books, 'MILL', 'JQ', { method: 'sumOfYears', lifeMonths: 60, residualPercent: '0.4' })
  await books.post(assetOpening, {
    date: '2025-12-31',
    lines: [
      // 96,000 × 95 % ÷ 48 = 1,900 a month; a year is over.
      { asset: 'CAR', value: '96000', depreciation: '22800', usedMonths: 12 },
      { asset: 'MILL', value: '1000000', depreciation: '332000', usedMonths: 12 },
    ],
  })
  await books.post(openingBalance, {
    date: '2025-12-31',
    lines: [
      { account: '1002', debit: '258800', cashAccount: 'BANK' },
      { account: '3001', credit: '1000000' },
    ],
  })
  expect(await ledger()).toEqual({ 1002: '258800.00', 1601: '1096000.00', 1602: '-354800.00', 3001: '-1000000.00' })
  // 1,900 and a twelfth of 265,600.
  expect(await depreciate(books, '2026-01', 2)).toEqual(['24033.33', '24033.33'])
})
