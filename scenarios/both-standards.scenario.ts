import { describe, expect, it } from 'vitest'
import { amortizeAssetsProcess, assetAcquisition } from '../src/domains/assets/index.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import { collection, payment } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { account } from '../src/ledgers/dimensions/account.ts'
import { company } from '../src/ledgers/dimensions/company.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, figuresOf, followUp, run } from './kit/finance.ts'
import { runProcess } from './kit/run.ts'
import { assetCard } from '../src/ledgers/dimensions/asset.ts'
import { openTrade } from './kit/trade.ts'

/** The accounts that the story names, under each standard. */
const codes = {
  smallBusiness: { capital: '3001', rent: '560206', wages: '560207', research: '560203', profit: '3103' },
  enterprise: { capital: '4001', rent: '660206', wages: '660207', research: '660203', profit: '4103' },
} as const
type Standard = keyof typeof codes

const entry = (date: string, summary: string, debit: JsonObject, credit: JsonObject): JsonObject => ({
  date,
  lines: [
    { summary, ...debit },
    { summary, ...credit },
  ],
})
const bank = { account: '1002', cashAccount: 'BANK' }

/** The same January under a standard: capital 100,000, goods for 1,130, sold for 1,356, paid and collected, rent, wages, research, software for 1,200 over five years. */
const january = async (standard: Standard) => {
  const trade = await openTrade({ standard })
  const { books, itemsOf } = trade
  const of = codes[standard]
  const lines = [{ item: 'A', quantity: '100', price: '11.3' }]
  await books.post(
    voucher,
    entry('2026-01-01', '投入资本', { ...bank, debit: '100000' }, { account: of.capital, credit: '100000' }),
  )
  const receipt = await books.post(purchaseReceipt, { date: '2026-01-03', supplier: 'S1', warehouse: 'MAIN', lines })
  const bill = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04' })
  const delivery = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '60', price: '22.6' }],
  })
  const [due = ''] = await itemsOf(delivery)
  const [owed = ''] = await itemsOf(bill)
  await books.post(collection, {
    date: '2026-01-06',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '1500' }],
    settlements: [{ openItem: due, amount: '1356' }],
  })
  await books.post(payment, {
    date: '2026-01-07',
    supplier: 'S1',
    lines: [{ cashAccount: 'BANK', amount: '1130' }],
    settlements: [{ openItem: owed, amount: '1130' }],
  })
  const expenses = [
    ['房租', of.rent, '200'],
    ['支付工资', of.wages, '150'],
    ['研发材料', of.research, '50'],
  ] as const
  for (const [summary, account, amount] of expenses)
    await books.post(voucher, entry('2026-01-09', summary, { account, debit: amount }, { ...bank, credit: amount }))
  await books.entity(assetCard, {
    code: 'SOFT',
    name: '设计软件',
    category: 'WX',
    lifeMonths: 60,
    residualPercent: '0',
  })
  await books.post(assetAcquisition, {
    date: '2026-01-10',
    invoiceKind: 'ordinary',
    cashAccount: 'BANK',
    lines: [{ asset: 'SOFT', gross: '1200' }],
  })
  await runProcess(books, amortizeAssetsProcess, { period: '2026-01' })
  await followUp(books)
  return trade
}

const figures = async (books: Books, report: string, column: string, line = 'line') =>
  figuresOf((await ask(books, report, { period: '2026-01' })).rows, line, column)

describe.each(['smallBusiness', 'enterprise'] as const)('a month under %s', (standard) => {
  it('[FIN-06] is closed and stated with the accounts and forms of its standard', async () => {
    const { books, ledger } = await january(standard)
    const own = standard === 'enterprise'
    expect(await ledger()).toMatchObject(
      own
        ? { 6001: '-1200.00', 6401: '600.00', 2204: '-144.00', 1405: '400.00' }
        : { 5001: '-1200.00', 5401: '600.00', 2203: '-144.00', 1405: '400.00' },
    )
    // 1,200 − 600 − rent 200 − wages 150 − research 50 − amortisation 20 = 180.
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    await followUp(books)
    expect(await ledger()).toMatchObject({ [codes[standard].profit]: '-180.00' })
    const income = await figures(books, 'incomeStatement', 'current')
    expect(income).toEqual(
      own
        ? {
            1: '1200.00',
            2: '600.00',
            5: '370.00',
            6: '50.00',
            19: '180.00',
            22: '180.00',
            24: '180.00',
            25: '180.00',
            30: '180.00',
          }
        : { 1: '1200.00', 2: '600.00', 14: '420.00', 17: '50.00', 21: '180.00', 30: '180.00', 32: '180.00' },
    )
    const sheet = await ask(books, 'balanceSheet', { period: '2026-01' })
    expect([sheet.form, sheet.notes?.at(-1)]).toEqual([
      own ? '会企01表' : '会小企01表',
      '资产总计 = 负债和所有者权益总计',
    ])
    // Bank 100,000 + 1,500 − 1,130 − 400 − 1,200 = 98,770; stock 40 at 10; software 1,200 − 20; input VAT 130 waits for certification.
    expect(figuresOf(sheet.rows, 'assetLine', 'assetClosing')).toMatchObject(
      own
        ? { 1: '98770.00', 9: '400.00', 13: '130.00', 14: '99300.00', 27: '1180.00', 34: '100480.00' }
        : { 1: '98770.00', 9: '400.00', 14: '130.00', 15: '99300.00', 25: '1180.00', 30: '100480.00' },
    )
    // Advance 144, output VAT 156; capital 100,000 and the profit 180.
    expect(figuresOf(sheet.rows, 'claimLine', 'claimClosing')).toMatchObject(
      own
        ? { 41: '144.00', 43: '156.00', 60: '300.00', 61: '100000.00', 70: '180.00', 72: '100480.00' }
        : { 34: '144.00', 36: '156.00', 47: '300.00', 48: '100000.00', 51: '180.00', 53: '100480.00' },
    )
    const flow = await ask(books, 'cashFlow', { period: '2026-01' })
    expect(figuresOf(flow.rows, 'line', 'current')).toEqual(
      own
        ? {
            1: '1500.00',
            4: '1500.00',
            5: '1130.00',
            6: '150.00',
            8: '250.00',
            9: '1530.00',
            10: '-30.00',
            17: '1200.00',
            21: '1200.00',
            22: '-1200.00',
            23: '100000.00',
            26: '100000.00',
            31: '100000.00',
            33: '98770.00',
            35: '98770.00',
          }
        : {
            1: '1500.00',
            3: '1130.00',
            4: '150.00',
            6: '250.00',
            7: '-30.00',
            12: '1200.00',
            13: '-1200.00',
            15: '100000.00',
            19: '100000.00',
            20: '98770.00',
            22: '98770.00',
          },
    )
    expect(flow.notes?.at(-1)).toBe('期末现金余额 = 资产负债表货币资金')
  })
})

describe('under 企业会计准则', () => {
  it('the money from operations follows from the profit as well (间接法)', async () => {
    const { books } = await january('enterprise')
    // 180 + amortisation 20 − stock 400 + advance 144 + VAT (156 − 130) = −30, with nothing left over.
    expect(await figures(books, 'cashFlowSupplement', 'current')).toEqual({
      1: '180.00',
      6: '20.00',
      15: '-400.00',
      17: '170.00',
      19: '-30.00',
      20: '98770.00',
      22: '98770.00',
    })
  })

  it('errors of earlier years go to 未分配利润 at once, and a tenth of the profit is put by (rule 25)', async () => {
    const { books, ledger } = await openTrade({ standard: 'enterprise', surplusReserve: true })
    const post = (date: string, debit: JsonObject, credit: JsonObject) =>
      books.post(voucher, entry(date, '年度业务', debit, credit))
    await post('2026-12-01', { ...bank, debit: '100000' }, { account: '4001', credit: '100000' })
    await post('2026-12-10', { ...bank, debit: '60000' }, { account: '6051', credit: '60000' })
    await post('2026-12-11', { account: '660206', debit: '10000' }, { ...bank, credit: '10000' })
    await post('2026-12-12', { account: '6901', debit: '3000' }, { account: '222111', credit: '3000' })
    await post('2026-12-20', { account: '410403', debit: '2000' }, { account: '2232', credit: '2000' })
    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-12', bookAll: true })
    // Profit 50,000; base 47,000 after the error of 3,000, a tenth put by; owners get 2,000.
    expect(await ledger()).toEqual({
      1002: '150000.00',
      222111: '-3000.00',
      2232: '-2000.00',
      4001: '-100000.00',
      4101: '-4700.00',
      410401: '-40300.00',
    })
    await followUp(books)
    const { rows, form } = await ask(books, 'equityChanges', { period: '2026-12' })
    expect(form).toBe('会企04表')
    const told = columnsOf(
      rows.filter((row) => row['total'] || row['surplus']),
      'item',
      'capital',
      'surplus',
      'retained',
      'total',
    )
    expect(told).toEqual([
      '　　　前期差错更正 |  |  | -3000.00 | -3000.00',
      '二、本年年初余额 |  |  | -3000.00 | -3000.00',
      '三、本年增减变动金额（减少以“-”号填列） | 100000.00 | 4700.00 | 43300.00 | 148000.00',
      '（一）综合收益总额 |  |  | 50000.00 | 50000.00',
      '（二）所有者投入和减少资本 | 100000.00 |  |  | 100000.00',
      '　1．所有者投入的普通股 | 100000.00 |  |  | 100000.00',
      '　1．提取盈余公积 |  | 4700.00 | -4700.00 | ',
      '　2．对所有者（或股东）的分配 |  |  | -2000.00 | -2000.00',
      '四、本年年末余额 | 100000.00 | 4700.00 | 40300.00 | 145000.00',
    ])
  })
})

describe('setting up', () => {
  it('the codes of accounts have the lengths that the company chose, and statements find them', async () => {
    const { books, ledger } = await openTrade({ accountCodes: '4-3-3' })
    const goods = { warehouse: 'MAIN', lines: [{ item: 'A', quantity: '10', price: '11.3' }] }
    await books.post(purchaseReceipt, { date: '2026-01-03', supplier: 'S1', ...goods })
    await books.post(salesDelivery, { date: '2026-01-04', customer: 'C1', ...goods })
    const research = { account: '5602003', debit: '50' }
    await books.post(
      voucher,
      entry('2026-01-05', '研发材料', research, { account: '1012', cashAccount: 'BANK', credit: '50' }),
    )
    expect(await ledger()).toMatchObject({ 2202002: '-100.00', 2221001007: '-13.00' })
    await followUp(books)
    expect(await figures(books, 'incomeStatement', 'current')).toMatchObject({ 1: '100.00', 2: '100.00', 17: '50.00' })
    await expect(
      books.entity(account, { code: '56029', name: '其他', category: 'profitLoss', side: 'debit' }),
    ).rejects.toThrow(/not saved/)
    await expect(
      books.entity(account, { code: '5602901', name: '会务费', category: 'profitLoss', side: 'debit' }),
    ).rejects.toThrow(/not saved/)
    await books.entity(account, {
      code: '5602901',
      name: '会务费',
      category: 'profitLoss',
      side: 'debit',
      parent: '5602',
    })
  })

  it('the standard is chosen again while nothing is posted, and never after', async () => {
    const { books } = await openTrade()
    const change = () => books.inWork((work) => updateEntity(work, company, work.company, { standard: 'enterprise' }))
    await expect(change()).rejects.toThrow(/not saved/)
    await run(books, 'setUpBooks', { standard: 'enterprise', accountCodes: '4-2-2-2', startMonth: '2026-01' })
    await books.post(
      voucher,
      entry('2026-01-01', '投入资本', { ...bank, debit: '1' }, { account: '4001', credit: '1' }),
    )
    await expect(run(books, 'setUpBooks', { standard: 'smallBusiness', accountCodes: '4-2-2-2' })).rejects.toThrow(
      /posted already/,
    )
  })
})
