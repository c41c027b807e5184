import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { wagesAccrual } from '../src/domains/claims/index.ts'
import { completionCosting, productCostSheet, productionReceipt } from '../src/domains/production/index.ts'
import { landedCost, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { columnsOf, run } from './kit/finance.ts'
import { openFactory } from './kit/factory.ts'
import type { Factory } from './kit/factory.ts'
import { documentNumbered, readReport } from './kit/run.ts'

const wages = (factory: Factory, date: string, gross: string) =>
  factory.books.post(wagesAccrual, { date, lines: [{ department: 'D1', use: 'production', gross }] })

/** Power, rent and depreciation of the workshop. */
const overhead = (factory: Factory, date: string, amount: string) =>
  factory.books.post(voucher, {
    date,
    lines: [
      { summary: '车间电费、折旧', account: '4101', department: 'D1', debit: amount },
      { summary: '车间电费、折旧', account: '1002', cashAccount: 'BANK', credit: amount },
    ],
  })

const sheet = async (factory: Factory, period: string, more = {}) =>
  columnsOf(
    await readReport(factory.books, productCostSheet, { period, ...more }),
    'product',
    'opening',
    'material',
    'labour',
    'overhead',
    'finished',
    'closing',
  )

/** Chairs of four legs at 2 and a seat at 12, tables of four legs and two seats: 100 chairs and 50 tables under way. */
const openMonth = async (settings = {}, shop = {}) => {
  const factory = await openFactory(settings, { labourRate: '30', overheadRate: '10', ...shop })
  await factory.bill('B1', 'CHAIR', { LEG: '4', SEAT: '1' }, { labourHours: '0.5' })
  await factory.bill('B2', 'TABLE', { LEG: '4', SEAT: '2' })
  const legs = await factory.buy('LEG', '1000', '2')
  await factory.buy('SEAT', '500', '12')
  const chairs = await factory.order('CHAIR', '100', '2026-01-03')
  const tables = await factory.order('TABLE', '50', '2026-01-03')
  await factory.issue(chairs, '2026-01-04')
  await factory.issue(tables, '2026-01-04')
  return { factory, legs, chairs, tables }
}

it('[CST-08] [CST-10] [FIN-11] material, labour and overhead are gathered by production order, what is finished costs what it did, and what is half made stays in 生产成本', async () => {
  const { factory, chairs, tables } = await openMonth()
  const { books } = factory
  // 100 × 20 and 50 × 32 left the warehouse.
  expect(await factory.ledger()).toMatchObject({ 4001: '3600.00', 1405: '4400.00' })
  await factory.finish(chairs, '2026-01-20', '100')
  await factory.finish(tables, '2026-01-22', '20')
  // At plan: 20 and half an hour at 40; 32.
  expect(await factory.ledger()).toMatchObject({ 4001: '-1040.00', 1405: '9040.00' })
  await books.post(salesDelivery, {
    date: '2026-01-25',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'CHAIR', quantity: '30', price: '200' }],
  })
  await factory.work('2026-01-31', [chairs, '60'], [tables, '30'])
  await wages(factory, '2026-01-31', '9000')
  await overhead(factory, '2026-01-31', '6000')
  await factory.settle('2026-01')
  // Chairs 2,000 + 6,000 + 4,000 = 120 each, 30 of them sold. Tables 1,600, 3,000 and 2,000 over 20 finished and 30 half made:
  // 32 + 3,000 ÷ 35 + 2,000 ÷ 35 each.
  expect(await sheet(factory, '2026-01')).toEqual([
    '商品CHAIR | 0 | 2000 | 6000 | 4000 | 12000 | 0'.replace('商品CHAIR', 'CHAIR 商品CHAIR'),
    'TABLE 商品TABLE | 0 | 1600 | 3000 | 2000 | 3497.15 | 3102.85',
    '待分配人工等 |  |  |  |  |  | 0',
    '总账　生产成本余额 |  |  |  |  |  | 3102.85',
  ])
  const january = await factory.ledger()
  expect(january).toMatchObject({ 4001: '3102.85', 5401: '3600.00' })
  expect(january['4101']).toBeUndefined()
  // Run again, nothing is entered twice.
  await factory.settle('2026-01')
  expect(await factory.ledger()).toEqual(january)
  await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
  // The rest is finished in February with what January left, and nothing is left on the order.
  await factory.finish(tables, '2026-02-10', '30')
  await factory.settle('2026-02')
  expect((await sheet(factory, '2026-02'))[0]).toBe('TABLE 商品TABLE | 3102.85 | 0 | 0 | 0 | 3102.85 | 0')
  expect((await factory.ledger())['4001']).toBeUndefined()
})

it('what materials turn out to have cost after the products were sold goes through the order to the cost of sales', async () => {
  const { factory, legs, chairs } = await openMonth()
  const { books } = factory
  await factory.finish(chairs, '2026-01-20', '100')
  await books.post(salesDelivery, {
    date: '2026-01-25',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'CHAIR', quantity: '50', price: '200' }],
  })
  await factory.settle('2026-01')
  // 2,000 of material for 100, half of them sold.
  expect(await factory.ledger()).toMatchObject({ 5401: '1000.00' })
  // Freight of 500 on 1,000 legs: 200 of it on the 400 in the chairs.
  await books.push(purchaseReceipt, legs, landedCost, {
    date: '2026-01-28',
    supplier: 'S1',
    invoiceKind: 'ordinary',
    charges: [{ summary: '运费', gross: '500', taxRate: '0' }],
  })
  await factory.settle('2026-01')
  expect(await factory.ledger()).toMatchObject({ 4001: '1700.00', 5401: '1100.00' })
})

it('an order that nothing came of is a loss, and a completion is taken back after its costing', async () => {
  const { factory, chairs } = await openMonth()
  const { books } = factory
  const finished = await factory.finish(chairs, '2026-01-20', '0', { scrapped: '100' })
  await factory.settle('2026-01')
  expect(await factory.ledger()).toMatchObject({ 4001: '1600.00', 571102: '2000.00' })
  expect(finished.header['state']).toBe('posted')
  const again = await factory.order('CHAIR', '10', '2026-01-21')
  await factory.issue(again, '2026-01-21')
  const good = await factory.finish(again, '2026-01-22', '10')
  await factory.settle('2026-01')
  await expect(books.act(productionReceipt, good, 'unpost')).rejects.toThrow(/take that back first|settled/)
  const [costing] = await books.rows<{ number: string }>(
    `select number from completion_costing where company_id = $1 order by number desc limit 1`,
  )
  await books.act(completionCosting, await documentNumbered(books, completionCosting, costing?.number ?? ''), 'unpost')
  await books.act(productionReceipt, good, 'unpost')
  expect(await factory.ledger()).toMatchObject({ 4001: '1800.00' })
})

it.each([
  ['machineHours', '2400'],
  ['material', '3333.33'],
  ['quantity', '5000'],
])(
  '[CST-10] overhead of 6,000 is shared out by %s as the workshop says, %s of it to the chairs',
  async (overheadBasis, share) => {
    const { factory, chairs, tables } = await openMonth({}, { overheadBasis })
    await factory.finish(chairs, '2026-01-20', '100')
    await factory.finish(tables, '2026-01-20', '20')
    await factory.work('2026-01-31', [chairs, '1', '40'], [tables, '1', '60'])
    await overhead(factory, '2026-01-31', '6000')
    await factory.settle('2026-01')
    expect((await sheet(factory, '2026-01'))[0]?.split(' | ')[4]).toBe(share)
  },
)
