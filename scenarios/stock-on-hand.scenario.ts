import { expect, it } from 'vitest'
import { otherReceipt, stockReason, stockTransfer } from '../src/domains/inventory/index.ts'
import { salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { askReport } from './kit/ask-report.ts'
import { receive } from './kit/receive.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** Quantities and values as `code warehouse quantity value`. */
const stock = (trade: Trade, asked: Readonly<Record<string, string | boolean>> = {}): Promise<string[]> =>
  askReport(trade.books, 'stockOnHand', asked).then(({ rows }) =>
    rows.map((row) => [row['code'], row['warehouse'], row['quantity'], row['amount']].join(' ')),
  )

/** Two warehouses that hold goods of three prices, over a month. */
const month = async (settings: Readonly<Record<string, string>> = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13', safetyStock: '5' })
  await books.entity(warehouse, { code: 'W2', name: '二号仓' })
  await books.entity(stockReason, { code: 'GAIN', name: '盘盈', direction: 'both', role: 'adminExpense' })
  await receive(books, '2026-01-02', '10', '11.3')
  await receive(books, '2026-01-05', '20', '22.6', 'W2')
  await books.post(salesDelivery, {
    date: '2026-01-10',
    customer: 'C1',
    warehouse: 'W2',
    lines: [{ item: 'A', quantity: '3', price: '50' }],
  })
  await books.post(stockTransfer, {
    date: '2026-01-20',
    fromWarehouse: 'MAIN',
    toWarehouse: 'W2',
    lines: [{ item: 'A', quantity: '10' }],
  })
  await books.post(otherReceipt, {
    date: '2026-01-25',
    warehouse: 'MAIN',
    reason: 'GAIN',
    lines: [{ item: 'B', quantity: '4', unitCost: '2.5' }],
  })
  return trade
}

it('tells what is where and what it is worth, on every day alike whether it is counted forwards or back', async () => {
  const trade = await month()
  // 10 at 10 and 20 at 20 are one pool of 500; 3 leave at 16.666…
  expect(await stock(trade)).toEqual(['A 二号仓 27 450', 'B 主仓库 4 10'])
  expect(await stock(trade, { asOf: '2026-01-25' })).toEqual(['A 二号仓 27 450', 'B 主仓库 4 10'])
  expect(await stock(trade, { asOf: '2026-01-19' })).toEqual(['A （全部） 27 450'])
  expect(await stock(trade, { asOf: '2026-01-09' })).toEqual(['A （全部） 30 500'])
  expect(await stock(trade, { asOf: '2026-01-04' })).toEqual(['A 主仓库 10 100'])
  expect(await stock(trade, { asOf: '2026-01-01' })).toEqual([])
  for (const asOf of ['2026-01-19', '2026-01-09']) {
    const byWarehouse = await stock(trade, { asOf, byWarehouse: true })
    expect(byWarehouse.map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual([
      'A 主仓库 10',
      `A 二号仓 ${asOf === '2026-01-19' ? '17' : '20'}`,
    ])
  }
  // Shares of one pool add up to it: 10 / 30 and 20 / 30 of 500.
  expect(await stock(trade, { asOf: '2026-01-09', byWarehouse: true })).toEqual([
    'A 主仓库 10 166.67',
    'A 二号仓 20 333.33',
  ])
  expect(await stock(trade, { short: true })).toEqual(['B 主仓库 4 10'])
})

it('values each warehouse by its own pool where the company says so, now and on any day', async () => {
  const trade = await month({ costPool: 'warehouse' })
  expect(await stock(trade, { asOf: '2026-01-19', byWarehouse: true })).toEqual(['A 主仓库 10 100', 'A 二号仓 17 340'])
  expect(await stock(trade, { asOf: '2026-01-09', byWarehouse: true })).toEqual(['A 主仓库 10 100', 'A 二号仓 20 400'])
  expect(await stock(trade, { byWarehouse: true })).toEqual(['A 二号仓 27 440', 'B 主仓库 4 10'])
  expect(await stock(trade, { withZero: true })).toEqual(['A （全部） 27 440', 'B 主仓库 4 10'])
})

it('says beside the stock what is promised and what a piece costs', async () => {
  const trade = await month()
  await trade.books.post(salesOrder, {
    date: '2026-01-26',
    customer: 'C1',
    warehouse: 'W2',
    lines: [{ item: 'A', quantity: '7.5', price: '50' }],
  })
  const [row] = (await askReport(trade.books, 'stockOnHand')).rows
  expect(row).toMatchObject({
    quantity: '27',
    demand: '7.5',
    supply: '0',
    available: '19.5',
    unitCost: '16.6667',
    amount: '450',
  })
})
