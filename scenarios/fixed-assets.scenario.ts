import { describe, expect, it } from 'vitest'
import {
  amortization,
  amortizeAssetsProcess,
  assetAcquisition,
  assetChange,
  assetDisposal,
  assetImpairment,
  assetSplit,
  assetUsage,
  assetOpening,
  depreciateAssetsProcess,
  depreciation,
} from '../src/domains/assets/index.ts'
import { openingBalance, voucher } from '../src/domains/accounting/index.ts'
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

  it('[DEP-19] 工作量法: a lorry of 600,000 with 5 % residual and 500,000 km is charged 1.14 a km', async () => {
    const { books } = await openTrade()
    await card(books, 'LORRY', 'YS', { method: 'unitsOfUse', totalUsage: '500000', usageUnit: '公里' })
    await bought(books, '2025-12-05', [{ asset: 'LORRY', gross: '600000' }], { invoiceKind: 'ordinary' })
    const drove = (date: string, km: string) =>
      books.post(assetUsage, { date, lines: [{ asset: 'LORRY', quantity: km }] })
    await drove('2026-01-31', '4000')
    expect(await depreciate(books, '2026-01', 2)).toEqual(['4560', '0'])
    await drove('2026-02-28', '1500')
    await drove('2026-03-31', '600000')
    expect(await depreciate(books, '2026-02', 2)).toEqual(['1710', '563730'])
    await expect(drove('2026-03-31', '1')).rejects.toThrow(/2026-03 is charged already/)
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

describe('a change is prospective (未来适用法)', () => {
  it('another life spreads what is left over what is left of it; other users bear it from the next month', async () => {
    const { books, ledger } = await openTrade()
    for (const code of ['SHOP', 'OFFICE']) await books.entity(department, { code, name: code })
    await card(books, 'CAR', 'YS', { lifeMonths: 60, residualPercent: '4', department: 'OFFICE' })
    await bought(books, '2025-12-05', [{ asset: 'CAR', gross: '60000' }], { invoiceKind: 'ordinary' })
    expect(await depreciate(books, '2026-01', 12)).toEqual(Array.from({ length: 12 }, () => '960'))
    // 60,000 − 11,520 − 2,400 = 46,080 over 36 of then 48 months.
    const change = await books.post(assetChange, {
      date: '2026-12-20',
      asset: 'CAR',
      reason: '缩短年限',
      lifeMonths: 48,
    })
    expect(change.header).toMatchObject({ method: 'straightLine', keepsSchedule: false })
    expect(await depreciate(books, '2027-01', 1)).toEqual(['1280'])
    expect(await ledger()).toMatchObject({ 560208: '12800.00' })
    await books.post(assetChange, {
      date: '2027-01-10',
      asset: 'CAR',
      reason: '两个部门共用',
      lines: [
        { department: 'SHOP', percent: '60', expenseAccount: '560199' },
        { department: 'OFFICE', percent: '40' },
      ],
    })
    expect(await depreciate(books, '2027-02', 1)).toEqual(['1280'])
    expect(await ledger()).toMatchObject({ 560199: '768.00', 560208: '13312.00' })
    await expect(
      books.post(assetChange, { date: '2027-01-15', asset: 'CAR', reason: '追溯', lifeMonths: 30 }),
    ).rejects.toThrow(/2027-02 is charged already/)
  })

  it('a better engine adds to the cost, and only who bears it leaves an accelerated schedule as it was', async () => {
    const { books, ledger } = await openTrade()
    await books.entity(department, { code: 'SHOP', name: 'SHOP' })
    await card(books, 'MILL', 'JQ', { method: 'sumOfYears', lifeMonths: 60, residualPercent: '0.4' })
    await bought(books, '2025-12-05', [{ asset: 'MILL', gross: '1000000' }], { invoiceKind: 'ordinary' })
    await depreciate(books, '2026-01', 12)
    await books.post(assetChange, { date: '2026-12-31', asset: 'MILL', reason: '转车间', department: 'SHOP' })
    expect(await depreciate(books, '2027-01', 1)).toEqual(['22133.33'])
    await books.post(assetChange, {
      date: '2027-01-20',
      asset: 'MILL',
      reason: '改良',
      method: 'straightLine',
      residualPercent: '0',
      valueChange: '50133.33',
      inputTax: '6517.33',
      valueOrigin: 'payable',
      supplier: 'S1',
    })
    expect(await ledger()).toMatchObject({ 1601: '1050133.33', 222105: '6517.33', 220201: '-1056650.66' })
    // 1,050,133.33 − 332,000 − 22,133.33 = 696,000 over 47 months.
    expect(await depreciate(books, '2027-02', 1)).toEqual(['14808.51'])
  })
})

describe('an asset leaves', () => {
  const machine = async () => {
    const trade = await openTrade()
    await card(trade.books, 'M', 'JQ', { lifeMonths: 100, residualPercent: '0' })
    await bought(trade.books, '2025-12-05', [{ asset: 'M', gross: '113000', taxRate: '13' }])
    expect(await depreciate(trade.books, '2026-01', 2)).toEqual(['1000', '1000'])
    return trade
  }

  it('sold with VAT: through 固定资产清理 to the gain, depreciated in the month of disposal too', async () => {
    const { books, ledger, openItems } = await machine()
    await expect(
      books.post(assetDisposal, { date: '2026-05-10', kind: 'scrap', lines: [{ asset: 'M' }] }),
    ).rejects.toThrow(/charge 2026-03 first/)
    const sold = await books.post(assetDisposal, {
      date: '2026-03-10',
      kind: 'sale',
      customer: 'C1',
      lines: [{ asset: 'M', gross: '113000' }],
    })
    expect(await ledger()).toEqual({
      1221: '113000.00',
      220201: '-113000.00',
      222105: '13000.00',
      22210107: '-13000.00',
      530104: '-3000.00',
      560208: '3000.00',
    })
    expect(await openItems()).toEqual(['otherReceivable 113000.00', 'payable -113000.00'])
    // The month's run has nothing left to do with it.
    expect(await runProcess(books, depreciateAssetsProcess, { period: '2026-03' })).toEqual({ document: null })
    await books.act(assetDisposal, sold, 'unpost')
    expect(await ledger()).toMatchObject({ 1601: '100000.00', 1602: '-2000.00' })
  })

  it('sold by the reduced levy, and what clearing cost', async () => {
    const { books, ledger } = await machine()
    await depreciate(books, '2026-03', 1)
    await books.post(voucher, {
      date: '2026-03-01',
      lines: [
        { summary: '投入资本', account: '1002', debit: '1000', cashAccount: 'BANK' },
        { summary: '投入资本', account: '3001', credit: '1000' },
      ],
    })
    await books.post(assetDisposal, {
      date: '2026-03-31',
      kind: 'sale',
      vatMethod: 'reduced',
      cashAccount: 'BANK',
      lines: [{ asset: 'M', gross: '10300', cost: '500' }],
    })
    expect(await ledger()).toMatchObject({
      1002: '10800.00',
      222108: '-200.00',
      530199: '-100.00',
      571105: '87500.00',
    })
    expect(await ledger()).not.toHaveProperty('1606')
  })

  it('missing at the count: what it is worth waits in 待处理财产损溢 with its input VAT', async () => {
    const { books, ledger } = await machine()
    await books.post(assetDisposal, {
      date: '2026-03-31',
      kind: 'countLoss',
      lines: [{ asset: 'M', taxOut: '12610' }],
    })
    expect(await ledger()).toMatchObject({ 1901: '109610.00', 22210109: '-12610.00' })
    expect(await ledger()).not.toHaveProperty('1601')
  })
})

it('a set is split: the parts take their share of cost, depreciation and schedule, and the accounts do not move', async () => {
  const { books, ledger } = await openTrade()
  await card(books, 'SET', 'JQ', { method: 'decliningBalance', lifeMonths: 60, residualPercent: '0.4' })
  await card(books, 'HALF', 'JQ')
  await bought(books, '2025-12-05', [{ asset: 'SET', quantity: '4', gross: '1000000' }], { invoiceKind: 'ordinary' })
  const [first] = (await depreciate(books, '2026-01', 14)).slice(13)
  const before = await ledger()
  const split = await books.post(assetSplit, {
    date: '2027-02-20',
    asset: 'SET',
    lines: [{ newAsset: 'HALF', quantity: '1', value: '250000' }],
  })
  expect(await ledger()).toEqual(before)
  expect(first).toBe('20000')
  const month = await depreciate(books, '2027-03', 1)
  expect(month).toEqual(['20000'])
  const worth = await books.rows<{ code: string; kind: string; amount: string }>(
    `select c.code, b.kind, b.amount from asset_balance b join asset_card c on c.company_id = $1 and c.id = b.asset
     where b.company_id = $1 and b.amount <> 0 order by c.code, b.kind`,
  )
  expect(worth.map((row) => `${row.code} ${row.kind} ${row.amount}`)).toEqual([
    'HALF depreciation -115000.00',
    'HALF value 250000.00',
    'SET depreciation -345000.00',
    'SET value 750000.00',
  ])
  await expect(books.act(assetSplit, split, 'unpost')).rejects.toThrow(/2027-03 is charged already/)
})

it('impairment is for 企业会计准则 alone (rule 21), and depreciation goes on from what is left', async () => {
  const small = await openTrade()
  await card(small.books, 'M', 'JQ')
  await bought(small.books, '2025-12-05', [{ asset: 'M', gross: '1000' }], { invoiceKind: 'ordinary' })
  const impaired = { date: '2026-01-31', reason: '技术过时', lines: [{ asset: 'M', amount: '100' }] }
  await expect(small.books.post(assetImpairment, impaired)).rejects.toThrow(/small enterprises make no provisions/)
  const { books, ledger } = await openTrade({ standard: 'enterprise' })
  await card(books, 'M', 'JQ', { lifeMonths: 50, residualPercent: '0' })
  await bought(books, '2025-12-05', [{ asset: 'M', gross: '50000' }], { invoiceKind: 'ordinary' })
  await depreciate(books, '2026-01', 10)
  const loss = await books.post(assetImpairment, {
    ...impaired,
    date: '2026-10-31',
    lines: [{ asset: 'M', amount: '8000' }],
  })
  expect(await ledger()).toMatchObject({ 1601: '50000.00', 1602: '-10000.00', 1603: '-8000.00', 6701: '8000.00' })
  expect(await depreciate(books, '2026-11', 1)).toEqual(['800'])
  await expect(books.act(assetImpairment, loss, 'unpost')).rejects.toThrow(/2026-11 is charged already/)
  const charged = await documentNumbered(books, depreciation, 'ZJ-202611-001')
  await books.act(depreciation, charged, 'unpost')
  await books.act(assetImpairment, loss, 'unpost')
  expect(await ledger()).not.toHaveProperty('1603')
  expect(await depreciate(books, '2026-11', 1)).toEqual(['1000'])
})
