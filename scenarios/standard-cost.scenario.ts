import { describe, expect, it } from 'vitest'
import {
  costAdjustment,
  costMethodChange,
  openingStock,
  otherIssue,
  otherReceipt,
  standardCost,
  stockReason,
  stockTransfer,
} from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { askReport } from './kit/ask-report.ts'
import { expectSoundBooks, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const open = async (settings = {}) => {
  const trade = await openTrade({ costMethod: 'standard', negativeStock: 'allow', ...settings })
  const { books } = trade
  const uses = [
    ['MAKE', '基本生产领用', 'salesExpense'],
    ['ADMIN', '管理部门领用', 'adminExpense'],
  ] as const
  for (const [code, name, role] of uses) await books.entity(stockReason, { code, name, direction: 'both', role })
  await books.entity(warehouse, { code: 'B', name: '乙仓' })
  return {
    ...trade,
    price: (date: string, standardPrice: string) =>
      books.post(standardCost, { date, reason: '年度标准', lines: [{ item: 'A', standardPrice }] }),
    in: (date: string, quantity: string, unitCost: string, place = 'MAIN') =>
      books.post(otherReceipt, {
        date,
        warehouse: place,
        reason: 'MAKE',
        lines: [{ item: 'A', quantity, unitCost }],
      }),
    use: (date: string, quantity: string, reason = 'ADMIN', place = 'MAIN') =>
      books.post(otherIssue, { date, warehouse: place, reason, lines: [{ item: 'A', quantity }] }),
    costs: async () =>
      (
        await books.rows<{ cost: string }>(
          `select -sum(e.amount + coalesce((select sum(c.amount) from stock_entry c where c.company_id = $1 and c.corrects = e.id), 0)) as cost
           from stock_entry e where e.company_id = $1 and e.kind = 'issue' and e.negates is null
             and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id) group by e.id, e.date, e.sequence order by e.date, e.sequence`,
        )
      ).map((row) => row.cost),
    /** What 1405 and 1404 hold. */
    stock: async () => {
      const { 1405: account = '0.00', 1404: variance = '0.00' } = await trade.ledger()
      return { account, variance }
    },
  }
}

describe('standard cost (计划成本)', () => {
  it('spreads the difference of a month by its rate: the textbook of the accounting examination (rule 18)', async () => {
    // 《初级会计实务》: opening 1,000,000 at standard, 30,740 above; received 3,200,000, 200,000 below; rate −4.03 %.
    const kit = await open()
    await kit.price('2025-12-01', '10')
    await kit.books.post(openingStock, {
      date: '2025-12-31',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '100000', amount: '1030740' }],
    })
    await run(kit.books, 'carryCostOfSales', { period: '2025-12' })
    expect(await kit.stock()).toEqual({ account: '1000000.00', variance: '30740.00' })
    await kit.in('2026-01-05', '320000', '9.375')
    for (const quantity of ['200000', '60000', '25000', '5000']) await kit.use('2026-01-20', quantity)
    expect(await kit.costs(), 'at the standard in the month').toEqual([
      '2000000.00',
      '600000.00',
      '250000.00',
      '50000.00',
    ])
    expect(await kit.stock()).toEqual({ account: '1300000.00', variance: '-169260.00' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.costs()).toEqual(['1919400.00', '575820.00', '239925.00', '47985.00'])
    expect(await kit.stock(), 'stock carries its part of the rate').toEqual({
      account: '1300000.00',
      variance: '-52390.00',
    })
    await expectSoundBooks(kit.books)
    const report = await askReport(kit.books, 'standardVariance', { from: '2026-01-01', to: '2026-01-31' })
    expect(report.rows[0]).toMatchObject({
      openingVariance: '30740.00',
      inVariance: '-200000.00',
      rate: '-4.03',
      outStandard: '2900000.00',
      outVariance: '-116870.00',
      closingStandard: '1300000.00',
      closingVariance: '-52390.00',
    })
    expect(report.rows.at(-1)).toMatchObject({ item: '差额', closingVariance: '0.00' })
    const accounts = await askReport(kit.books, 'stockAccounts', { asOf: '2026-01-31' })
    expect(accounts.rows[0]).toMatchObject({ cost: '1247610.00', beside: '52390.00', verdict: '一致' })
    const costs = await askReport(kit.books, 'stockCost', { from: '2026-01-01', to: '2026-01-31' })
    expect(costs.rows.at(-1)).toMatchObject({ item: '差额', closing: '0' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.stock(), 'a second time finds nothing').toEqual({ account: '1300000.00', variance: '-52390.00' })
    await expectSoundBooks(kit.books)
  })

  it('revalues stock by a new standard, which costs nothing and is gone when it is taken back', async () => {
    const kit = await open()
    await kit.price('2026-01-01', '10')
    await kit.in('2026-01-05', '100', '10.5')
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    const change = await kit.price('2026-02-01', '11')
    expect(await kit.stock()).toEqual({ account: '1100.00', variance: '-50.00' })
    await kit.use('2026-02-03', '40')
    expect((await kit.costs()).at(-1)).toBe('440.00')
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    expect((await kit.costs()).at(-1), 'what they really cost').toBe('420.00')
    expect(await kit.stock()).toEqual({ account: '660.00', variance: '-30.00' })
    await expectSoundBooks(kit.books)
    await kit.books.act(standardCost, change, 'unpost')
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    expect(await kit.stock()).toEqual({ account: '600.00', variance: '30.00' })
    await expectSoundBooks(kit.books)
  })

  it('is taken back from goods that came after it, and not while it alone says what they are worth', async () => {
    const kit = await open({ costPool: 'warehouse' })
    const only = await kit.price('2026-01-01', '10')
    const change = await kit.price('2026-02-01', '11')
    await kit.in('2026-02-05', '100', '10.5')
    await kit.in('2026-02-05', '10', '12', 'B')
    expect(await kit.stock()).toEqual({ account: '1210.00', variance: '-40.00' })
    await kit.books.act(standardCost, change, 'unpost')
    expect(await kit.stock()).toEqual({ account: '1100.00', variance: '70.00' })
    await expect(kit.books.act(standardCost, only, 'unpost')).rejects.toThrow(/no standard/)
    await expectSoundBooks(kit.books)
  })

  it('changes what goods of another method now were worth while they were at standard', async () => {
    const kit = await open()
    await kit.price('2026-01-01', '10')
    await kit.in('2026-01-05', '100', '10.5')
    await kit.use('2026-02-03', '40')
    const change = { reason: '改', lines: [{ item: 'A' }] }
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    await kit.books.post(costMethodChange, { ...change, date: '2026-03-01', costMethod: 'fifo' })
    const late = await kit.price('2026-02-01', '11')
    expect(await kit.stock(), 'until the month is carried again').toEqual({ account: '610.00', variance: '0.00' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    expect(await kit.stock()).toEqual({ account: '630.00', variance: '0.00' })
    await expectSoundBooks(kit.books)
    await kit.books.act(standardCost, late, 'unpost')
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    expect(await kit.stock()).toEqual({ account: '630.00', variance: '0.00' })
    await expectSoundBooks(kit.books)
  })

  it('leaves nothing beside goods that were short at standard, once their method is another from before', async () => {
    const kit = await open()
    await kit.price('2026-01-01', '10')
    await kit.in('2026-01-05', '1', '10')
    await kit.use('2026-02-03', '5')
    await kit.in('2026-02-10', '20', '12')
    expect(await kit.stock()).toEqual({ account: '160.00', variance: '32.00' })
    await kit.books.post(costMethodChange, {
      date: '2026-02-01',
      reason: '改',
      costMethod: 'movingAverage',
      lines: [{ item: 'A' }],
    })
    // Four at 12 and one at 10 have left, 16 at 12 are there.
    expect(await kit.stock()).toEqual({ account: '192.00', variance: '0.00' })
    await expectSoundBooks(kit.books)
  })

  it('is set while goods come in and go out, and all of them know it in the end', async () => {
    const kit = await open({ costPool: 'warehouse' })
    await kit.price('2026-01-01', '10')
    for (const standardPrice of ['11', '12', '13']) {
      const [change] = await Promise.all([
        kit.price('2026-02-01', standardPrice),
        kit.in('2026-02-05', '10', '10.5'),
        kit.in('2026-02-05', '10', '10.5', 'B'),
        kit.use('2026-02-06', '3'),
      ])
      await expectSoundBooks(kit.books)
      await Promise.all([
        kit.books.act(standardCost, change, 'unpost'),
        kit.in('2026-02-05', '10', '10.5', 'B'),
        kit.use('2026-02-06', '3', 'ADMIN', 'B'),
      ])
      await expectSoundBooks(kit.books)
    }
    // 90 came and 18 went, at the standard of January, which is the only one left.
    expect((await kit.stock()).account).toBe('720.00')
  })

  it('follows what is entered late: a receipt in the past, a late price, a change of value, a return', async () => {
    const kit = await open()
    await kit.price('2026-01-01', '10')
    const lines = [{ item: 'A', quantity: '10', price: '13.56' }]
    const receipt = await kit.books.post(purchaseReceipt, {
      date: '2026-01-10',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines,
    })
    expect(await kit.stock()).toEqual({ account: '100.00', variance: '20.00' })
    await kit.books.post(salesDelivery, {
      date: '2026-01-12',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '4', price: '22.6' }],
    })
    await kit.in('2026-01-02', '10', '8')
    expect(await kit.stock()).toEqual({ account: '160.00', variance: '0.00' })
    await kit.books.post(costAdjustment, {
      date: '2026-01-15',
      warehouse: 'MAIN',
      reason: 'ADMIN',
      lines: [{ item: 'A', amount: '16' }],
    })
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.stock()).toEqual({ account: '160.00', variance: '12.80' })
    expect(await kit.ledger()).toMatchObject({ 5401: '43.20' })
    await expectSoundBooks(kit.books)
    await kit.books.act(purchaseReceipt, receipt, 'reverse', { date: '2026-02-02' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    await expectSoundBooks(kit.books)
  })

  it('keeps a pool a warehouse, and moves goods between them at cost', async () => {
    const kit = await open({ costPool: 'warehouse' })
    await kit.price('2026-01-01', '10')
    await kit.in('2026-01-05', '100', '11')
    await kit.in('2026-01-05', '50', '9.2', 'B')
    await kit.books.post(stockTransfer, {
      date: '2026-01-10',
      fromWarehouse: 'MAIN',
      toWarehouse: 'B',
      lines: [{ item: 'A', quantity: '50' }],
    })
    await kit.use('2026-01-20', '20', 'ADMIN', 'B')
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    // B: 50 @ 9.20 and 50 @ 11.00 are 100 @ 10.10.
    expect((await kit.costs()).at(-1)).toBe('202.00')
    expect(await kit.stock()).toEqual({ account: '1300.00', variance: '58.00' })
    await expectSoundBooks(kit.books)
  })

  it('is changed to and from at the first day of a period, the value kept', async () => {
    const kit = await open({ costMethod: 'movingAverage' })
    await kit.in('2026-01-05', '100', '10.5')
    const change = { reason: '改', lines: [{ item: 'A' }] }
    await expect(
      kit.books.post(costMethodChange, { ...change, date: '2026-02-01', costMethod: 'standard' }),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.0.item' }] })
    await kit.price('2026-02-01', '10')
    await kit.books.post(costMethodChange, { ...change, date: '2026-02-01', costMethod: 'standard' })
    expect(await kit.stock()).toEqual({ account: '1000.00', variance: '50.00' })
    await kit.use('2026-02-03', '40')
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    await kit.books.post(costMethodChange, { ...change, date: '2026-03-01', costMethod: 'fifo' })
    expect(await kit.stock()).toEqual({ account: '630.00', variance: '0.00' })
    await kit.use('2026-03-03', '60')
    expect((await kit.costs()).at(-1)).toBe('630.00')
    await expectSoundBooks(kit.books)
  })

  it('asks for a standard before goods move, and names the way out', async () => {
    const kit = await open()
    await expect(kit.in('2026-01-05', '1', '10')).rejects.toMatchObject({ errors: [{ path: 'lines.0.item' }] })
    const line = { item: 'A', standardPrice: '10' }
    const post = (date: string, lines: readonly (typeof line)[]) =>
      kit.books.post(standardCost, { date, reason: '试', lines })
    await expect(post('2026-01-02', [line])).rejects.toMatchObject({ errors: [{ path: 'date' }] })
    await expect(post('2026-01-01', [line, line])).rejects.toMatchObject({ errors: [{ path: 'lines.1.item' }] })
    await expect(post('2026-01-01', [{ ...line, standardPrice: '0' }])).rejects.toMatchObject({
      errors: [{ path: 'lines.0.standardPrice' }],
    })
    await post('2026-01-01', [line])
    await expect(post('2026-01-01', [line])).rejects.toMatchObject({ errors: [{ path: 'lines.0.item' }] })
  })

  it('stands in the comparison of methods', async () => {
    const kit = await open()
    await kit.price('2026-01-01', '10')
    await kit.in('2026-01-05', '100', '10.5')
    await kit.books.post(salesDelivery, {
      date: '2026-01-12',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '40', price: '22.6' }],
    })
    const { rows } = await askReport(kit.books, 'costMethodComparison', { from: '2026-01-01', to: '2026-01-31' })
    expect(rows.find((row) => row['method'] === '标准成本')).toMatchObject({ costOfSales: '420', amount: '630' })
  })
})
