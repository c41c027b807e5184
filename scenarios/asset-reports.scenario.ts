import { expect, it } from 'vitest'
import { openingBalance, voucher } from '../src/domains/accounting/index.ts'
import {
  assetAcquisition,
  assetDisposal,
  assetList,
  assetMovements,
  assetOpening,
  assetTies,
  depreciateAssetsProcess,
  depreciationDetail,
  depreciationSummary,
} from '../src/domains/assets/index.ts'
import { assetCard } from '../src/ledgers/dimensions/asset.ts'
import { department } from '../src/ledgers/dimensions/people.ts'
import { ask, columnsOf, followUp, run } from './kit/finance.ts'
import { readReport, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

/** A company that begins with a car, buys two computers for two departments, and sells the car. */
const company = async () => {
  const trade = await openTrade({ startMonth: '2026-01', reviewBeforeBooking: false })
  const { books } = trade
  for (const [code, name] of [
    ['D1', '门市部'],
    ['D2', '财务部'],
  ]) {
    await books.entity(department, { code: code ?? '', name: name ?? '' })
  }
  await books.entity(assetCard, { code: 'CAR', name: '面包车', category: 'YS', department: 'D1', residualPercent: '4' })
  await books.entity(assetCard, {
    code: 'PC',
    name: '电脑',
    category: 'DZ',
    residualPercent: '0',
    shares: [
      { department: 'D1', percent: '50', expenseAccount: '560199' },
      { department: 'D2', percent: '50' },
    ],
  })
  await books.post(assetOpening, {
    date: '2025-12-31',
    lines: [{ asset: 'CAR', value: '50000', depreciation: '12000', usedMonths: 12 }],
  })
  await books.post(openingBalance, {
    date: '2025-12-31',
    lines: [
      { account: '1002', debit: '62000', cashAccount: 'BANK' },
      { account: '3001', credit: '100000' },
    ],
  })
  await books.post(assetAcquisition, {
    date: '2026-01-15',
    cashAccount: 'BANK',
    invoiceKind: 'special',
    lines: [{ asset: 'PC', quantity: '2', gross: '8136', taxRate: '13' }],
  })
  await runProcess(books, depreciateAssetsProcess, { period: '2026-01' })
  await books.post(assetDisposal, {
    date: '2026-02-20',
    kind: 'sale',
    vatMethod: 'reduced',
    cashAccount: 'BANK',
    lines: [{ asset: 'CAR', gross: '41200' }],
  })
  await runProcess(books, depreciateAssetsProcess, { period: '2026-02' })
  return trade
}

it('shows every card as of a day, and ties with the general ledger', async () => {
  const { books } = await company()
  const figures = ['code', 'department', 'quantity', 'value', 'depreciation', 'net', 'monthly'] as const
  expect(columnsOf(await readReport(books, assetList, { asOf: '2026-01-31' }), ...figures)).toEqual([
    'CAR | 门市部 | 1 | 50000 | 13000 | 37000 | 1000',
    'PC |  | 2 | 7200 | 0 | 7200 | 0',
  ])
  expect(columnsOf(await readReport(books, assetList, { asOf: '2026-02-28' }), ...figures)).toEqual([
    'PC |  | 2 | 7200 | 200 | 7000 | 200',
  ])
  const gone = await readReport(books, assetList, { asOf: '2026-02-28', disposed: true, kind: 'fixed', category: 'YS' })
  expect(columnsOf(gone, ...figures)).toEqual(['CAR | 门市部 | 0 | 0 | 0 | 0 | 1000'])
  const ties = await readReport(books, assetTies, { asOf: '2026-02-28' })
  expect(columnsOf(ties, 'code', 'ledger', 'general', 'difference').slice(0, 2)).toEqual([
    '1601 | 7200.00 | 7200.00 | 0',
    '1602 | -200.00 | -200.00 | 0',
  ])
})

it('tells depreciation card by card, by who bears it, and how cost and depreciation moved', async () => {
  const { books } = await company()
  const detail = await readReport(books, depreciationDetail, { from: '2026-01', to: '2026-02' })
  expect(columnsOf(detail, 'code', 'department', 'before', 'amount', 'after', 'net')).toEqual([
    'CAR | 门市部 | 12000.00 | 2000.00 | 0.00 | 0',
    'PC | 财务部、门市部 | 0 | 200.00 | 200.00 | 7000',
  ])
  const summary = await readReport(books, depreciationSummary, { from: '2026-02' })
  expect(columnsOf(summary, 'department', 'category', 'account', 'cards', 'amount')).toEqual([
    '门市部 | 电子设备 | 560199 其他 | 1 | 100.00',
    '门市部 | 运输工具 | 560208 折旧费 | 1 | 1000.00',
    '财务部 | 电子设备 | 560208 折旧费 | 1 | 100.00',
  ])
  const moved = await readReport(books, assetMovements, { from: '2026-01-01', to: '2026-02-28' })
  const names = ['name', 'openValue', 'moreValue', 'lessValue', 'closeValue', 'charged', 'takenOut', 'net'] as const
  expect(columnsOf(moved, ...names)).toEqual([
    '电子设备 | 0 | 7200.00 | 0 | 7200 | 200.00 | 0 | 7000',
    '运输工具 | 50000.00 | 0 | 50000.00 | 0 | 2000.00 | 14000.00 | 0',
  ])
})

it('money for assets is investment, with its VAT (rule 27)', async () => {
  const { books } = await company()
  await followUp(books)
  const statement = await ask(books, 'cashFlow', { period: '2026-02', unbooked: true })
  const lines = statement.rows.filter((row) => ['10', '12', '20'].includes(String(row['line'])))
  expect(columnsOf(lines, 'line', 'year')).toEqual(['10 | 41200.00', '12 | 8136.00', '20 | 33064.00'])
})

it('the close depreciates what is left to depreciate, and books it with the month', async () => {
  const { books, ledger } = await company()
  await followUp(books)
  for (const period of ['2026-01', '2026-02']) await run(books, 'closePeriod', { period, bookAll: true })
  const missing = await ask(books, 'closeChecklist', { period: '2026-03' })
  const row = missing.rows.find((each) => each['name'] === 'assetsDepreciated')
  // It has to be done, and the close does it: it stands in nobody's way.
  expect(row).toMatchObject({
    ok: false,
    blocking: true,
    byClose: true,
    detail: '1 张卡片未计提折旧，结账时将自动计提',
  })
  await run(books, 'closePeriod', { period: '2026-03', bookAll: false })
  expect(await ledger()).toMatchObject({ 1602: '-400.00' })
  await expect(
    books.post(voucher, {
      date: '2026-04-01',
      lines: [
        { summary: '手工折旧', account: '560208', debit: '5' },
        { summary: '手工折旧', account: '1602', credit: '5' },
      ],
    }),
  ).rejects.toThrow(/kept by the asset ledger/)
})
