import { beforeEach, describe, expect, it } from 'vitest'
import { eliminationEntry } from '../src/domains/group/index.ts'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { collection, payment } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { ReportRow } from '../src/kernel/definition/report.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, followUp, run } from './kit/finance.ts'
import { day, goods, hand, line, openSisters } from './kit/sisters.ts'

/**
 * In the year the factory, which founded the trading company with 100,000, buys 100 pieces at 60 and sells them to her at 100; 40 of
 * them are still there at the end, 60 were sold on at 150.
 */
let factory: Books
let trading: Books
let codeF: string
let codeT: string
let forbidden: string | undefined

const found = (report: readonly ReportRow[], number: number, column = 'consolidated') =>
  report.find((row) => row['line'] === number)?.[column] ?? null

const open = async () => {
  forbidden = undefined
  ;({ factory, trading, codeF, codeT } = await openSisters((right) => right !== forbidden))
  return { codeF, codeT }
}

const tradeOfTheYear = async () => {
  await hand(factory, day('01-02'), '1002', '4001', '500000')
  await hand(factory, day('01-03'), '1511', '1002', '80000')
  await hand(trading, day('01-03'), '1002', '3001', '100000')
  const bought = await factory.post(purchaseReceipt, {
    date: day('02-01'),
    supplier: 'S1',
    ...goods,
    ...line('100', '60'),
  })
  await factory.push(purchaseReceipt, bought, purchaseInvoice, { date: day('02-02') })
  await factory.post(salesDelivery, { date: day('03-01'), customer: 'TRADING', ...goods, ...line('100', '100') })
  const came = await trading.post(purchaseReceipt, {
    date: day('03-02'),
    supplier: 'FACTORY',
    ...goods,
    ...line('100', '100'),
  })
  await trading.push(purchaseReceipt, came, purchaseInvoice, { date: day('03-03') })
  await trading.post(payment, {
    date: day('04-01'),
    supplier: 'FACTORY',
    lines: [{ cashAccount: 'BANK', amount: '5000' }],
    settlements: [],
  })
  await factory.post(collection, {
    date: day('04-01'),
    customer: 'TRADING',
    lines: [{ cashAccount: 'BANK', amount: '5000' }],
    settlements: [],
  })
  await trading.post(salesDelivery, { date: day('05-01'), customer: 'C1', ...goods, ...line('60', '150') })
  await followUp(factory)
  await followUp(trading)
}

const paper = async (statement: string) =>
  (await ask(factory, 'consolidationWorkingPaper', { period: day('12'), statement })).rows

describe('a factory and the trading company that it controls', () => {
  beforeEach(open)

  it('[DEP-27] what they have with each other is taken away, and the profit in stock with it', async () => {
    await tradeOfTheYear()
    await run(factory, 'consolidate', { period: day('12') })
    const balance = await paper('balanceSheet')
    // The trading company's 40 pieces at 100 cost the group 60 each; half a year's profit of (150 − 100) × 60 is hers.
    expect(found(balance, 9)).toBe('2400.00')
    expect(found(balance, 18)).toBeNull()
    expect(found(balance, 61)).toBe('500000.00')
    // A fifth of 103,000; the factory's 4,000 − 1,600 and four fifths of 3,000 are the owners'.
    expect(found(balance, 72)).toBe('20600.00')
    expect(found(balance, 70)).toBe('4800.00')
    expect(found(balance, 34)).toBe(found(balance, 74))
    const profit = await paper('incomeStatement')
    expect([1, 2, 24, 27, 28].map((number) => found(profit, number))).toEqual([
      '9000.00',
      '3600.00',
      '5400.00',
      '4800.00',
      '600.00',
    ])
    const cash = await paper('cashFlow')
    expect([1, 5, 18, 23, 35].map((number) => found(cash, number))).toEqual([
      null,
      null,
      '80000.00',
      '600000.00',
      '520000.00',
    ])
  })
})

describe('shops of the trading company that are charged more than the goods cost', () => {
  beforeEach(open)

  it('the mark-up of goods shared out by ratio, and of sets, is no profit of hers nor of the group (INV-20, DEP-27)', async () => {
    await tradeOfTheYear()
    for (const code of ['SHOP1', 'SHOP2']) await trading.entity(warehouse, { code, name: code })
    // 30 of the 40 pieces go out 1 : 2 at 8 % more than their 100: 10 and 20, with 240 of mark-up between them.
    await trading.post(stockTransfer, {
      date: day('06-01'),
      fromWarehouse: 'MAIN',
      ratioBy: 'split',
      ratioQuantity: '30',
      priceBy: 'markUp',
      markUpPercent: '8',
      lines: [
        { item: 'A', ratio: '1', toWarehouse: 'SHOP1' },
        { item: 'A', ratio: '2', toWarehouse: 'SHOP2' },
      ],
    })
    // Two sets of three pieces each to the first shop: 6 more, with 48.
    await trading.post(stockTransfer, {
      date: day('06-02'),
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP1',
      ratioBy: 'sets',
      ratioQuantity: '2',
      priceBy: 'markUp',
      markUpPercent: '8',
      lines: [{ item: 'A', ratio: '3' }],
    })
    await followUp(trading)
    const markups = await trading.rows<{ what: string }>(
      `select w.code || ' ' || sum(e.quantity)::float || ' ' || sum(e.markup) as what from stock_entry e
       join warehouse w on w.company_id = $1 and w.id = e.warehouse where e.company_id = $1 group by w.code order by w.code`,
    )
    expect(markups.map((row) => row.what)).toEqual(['MAIN 4 0.00', 'SHOP1 16 128.00', 'SHOP2 20 160.00'])
    // Her own sheet has the goods at cost, 4,000; the group at what the factory paid, 2,400, as without the shops.
    const own = (await ask(trading, 'balanceSheet', { period: day('12') })).rows
    expect(own.find((row) => row['assetLine'] === 9)?.['assetClosing']).toBe('4000.00')
    await run(factory, 'consolidate', { period: day('12') })
    const balance = await paper('balanceSheet')
    expect(found(balance, 9)).toBe('2400.00')
    expect(found(balance, 70)).toBe('4800.00')
    expect(found(balance, 34)).toBe(found(balance, 74))
  })
})

describe('the papers of the group', () => {
  let codes: Awaited<ReturnType<typeof open>>
  beforeEach(async () => {
    codes = await open()
    await tradeOfTheYear()
  })

  it('say when nothing was taken away yet, and when the books have changed since', async () => {
    const notes = async () =>
      (await ask(factory, 'consolidatedBalanceSheet', { period: day('12') })).notes?.join() ?? ''
    expect(await notes()).toContain('尚未合并抵销')
    await run(factory, 'consolidate', { period: day('12') })
    expect(await notes()).not.toMatch(/抵销分录与|尚未/)
    expect(await notes()).toContain('资产总计 = 负债和所有者权益总计')
    await trading.post(salesDelivery, { date: day('12-01'), customer: 'C1', ...goods, ...line('10', '150') })
    expect(await notes()).toContain('抵销分录与各公司现在的账不等')
  })

  it('are made anew without touching what was written by hand', async () => {
    await factory.post(eliminationEntry, {
      scope: 'G',
      date: day('12-31'),
      period: day('12'),
      kind: 'manual',
      lines: [
        { statement: 'incomeStatement', line: 4, debit: '10' },
        { statement: 'incomeStatement', line: 5, credit: '10' },
      ],
    })
    const entries = async () =>
      (
        await factory.rows<{ kind: string }>(
          `select kind from elimination_entry where company_id = $1 and state = 'posted' order by kind`,
        )
      ).map((row) => row.kind)
    await run(factory, 'consolidate', { period: day('12') })
    await run(factory, 'consolidate', { period: day('12') })
    expect(await entries()).toEqual(['balances', 'balances', 'cash', 'investment', 'manual', 'profit', 'trade'])
    const profit = await paper('incomeStatement')
    expect([found(profit, 4), found(profit, 5)]).toEqual(['10.00', '-10.00'])
  })

  it('an entry that does not balance, or names a sum, is refused by its field', async () => {
    const entry = (lines: readonly JsonObject[]) =>
      factory.post(eliminationEntry, {
        scope: 'G',
        date: day('12-31'),
        period: day('12'),
        kind: 'manual',
        lines: [...lines],
      })
    await expect(
      entry([
        { statement: 'balanceSheet', line: 5, credit: '10' },
        { statement: 'balanceSheet', line: 39, debit: '9' },
      ]),
    ).rejects.toMatchObject({ errors: [{ path: 'lines' }] })
    await expect(
      entry([
        { statement: 'balanceSheet', line: 34, credit: '10' },
        { statement: 'balanceSheet', line: 39, debit: '10' },
      ]),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.0.line' }] })
  })

  it('[FIN-14] a consolidated figure leads to company, account, voucher, document and its lines', async () => {
    await run(factory, 'consolidate', { period: day('12') })
    const behind = await ask(factory, 'consolidatedLine', { statement: 'incomeStatement', line: 1, period: day('12') })
    expect(behind.rows.map((row) => [row['name'], row['closing']])).toEqual([
      ['工厂', '10000.00'],
      ['贸易', '9000.00'],
      ['工厂 销售给 贸易', '-10000.00'],
    ])
    const [, hers] = behind.rows
    const company = { company: String(hers?.['company']) }
    const accounts = await ask(factory, 'memberStatementLine', {
      ...company,
      statement: 'incomeStatement',
      line: Number(hers?.['ownLine']),
      period: day('12'),
      span: 'year',
    })
    const account = accounts.rows[0]
    expect([account?.['code'], account?.['closing']]).toEqual(['5001', '9000.00'])
    const ledger = await ask(factory, 'memberDetailLedger', {
      ...company,
      account: String(account?.['account']),
      from: day('01-01'),
      to: day('12-31'),
    })
    const sold = ledger.rows.find((row) => row['credit'] === '9000.00' && row['voucher'] !== undefined)
    const lines = await ask(factory, 'memberVoucherLines', { ...company, voucher: String(sold?.['voucher']) })
    const document = lines.rows[0]
    expect(document?.['documentType']).toBe('salesDelivery')
    const shown = await ask(factory, 'memberDocument', {
      ...company,
      type: String(document?.['documentType']),
      document: String(document?.['documentId']),
    })
    expect(shown.rows[0]).toMatchObject({ item: '商品甲', quantity: '60', price: '150', net: '9000' })
    expect(shown.notes?.join()).toContain('客户一')
  })

  it('[FIN-14] who may not see a company’s books sees nothing consolidated of them, and is told where', async () => {
    forbidden = 'report.balanceSheet'
    await expect(ask(factory, 'consolidatedBalanceSheet', { period: day('12') })).rejects.toThrow(/report.balanceSheet/)
    forbidden = 'report.detailLedger'
    await expect(
      ask(factory, 'memberDetailLedger', {
        company: codes.codeT,
        account: trading.company,
        from: day('01-01'),
        to: day('12-31'),
      }),
    ).rejects.toThrow(/report.detailLedger/)
  })

  it('both sides of what is owed are set against each other, document by document', async () => {
    const rows = (await ask(factory, 'intercompanyBalances', { asOf: day('12-31') })).rows
    expect(rows.map((row) => [row['own'], row['theirs'], row['difference'], row['reason']])).toEqual([
      ['11300.00', '-11300.00', null, ''],
      ['-5000.00', '5000.00', null, ''],
    ])
    await factory.post(collection, {
      date: day('06-01'),
      customer: 'TRADING',
      lines: [{ cashAccount: 'BANK', amount: '300' }],
      settlements: [],
    })
    const after = (await ask(factory, 'intercompanyBalances', { asOf: day('12-31') })).rows
    expect(after.filter((row) => row['difference'] !== null).map((row) => [row['own'], row['reason']])).toEqual([
      ['-300.00', '对方未入账'],
    ])
  })

  it('what is left in stock of last year’s is earned by the group when it is sold on', async () => {
    await run(factory, 'consolidate', { period: day('12') })
    const next = '2027'
    await trading.post(salesDelivery, { date: `${next}-01-10`, customer: 'C1', ...goods, ...line('40', '150') })
    await run(factory, 'consolidate', { period: `${next}-01` })
    const profit = (await ask(factory, 'consolidatedIncomeStatement', { period: `${next}-01` })).rows
    // Sold for 6,000 what cost the group 2,400.
    expect([1, 2, 24].map((number) => found(profit, number, 'current'))).toEqual(['6000.00', '2400.00', '3600.00'])
    const sheet = (await ask(factory, 'consolidatedBalanceSheet', { period: `${next}-01` })).rows
    const line70 = sheet.find((row) => row['claimLine'] === 70)
    expect([line70?.['claimOpening'], line70?.['claimClosing']]).toEqual(['4800.00', '8000.00'])
  })
})
