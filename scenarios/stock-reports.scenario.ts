import { expect, it } from 'vitest'
import { calendarDate } from '../src/base/calendar-date.ts'
import { costAdjustment, otherIssue, stockReason, stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import { item, itemCategory } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { askReport } from './kit/ask-report.ts'
import { columnsOf } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const receive = (trade: Trade, date: string, warehouseCode: string, code: string, quantity: string, price: string) =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: warehouseCode,
    lines: [{ item: code, quantity, price }],
  })

const deliver = (trade: Trade, date: string, warehouseCode: string, code: string, quantity: string) =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: warehouseCode,
    lines: [{ item: code, quantity, price: '50' }],
  })

/** Three months of two items in two warehouses, with a return, a transfer, own use and a correction of cost. */
const openQuarter = async (settings: Readonly<Record<string, string>> = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(itemCategory, { code: 'G1', name: '锅具' })
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13', category: 'G1' })
  await books.entity(warehouse, { code: 'W2', name: '二号仓' })
  await books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  await receive(trade, '2026-01-05', 'MAIN', 'A', '100', '11.3')
  await receive(trade, '2026-01-20', 'MAIN', 'B', '40', '22.6')
  await receive(trade, '2026-02-10', 'MAIN', 'A', '50', '13.56')
  const sold = await deliver(trade, '2026-02-15', 'MAIN', 'A', '30')
  await books.push(salesDelivery, sold, salesReturn, { date: '2026-02-20', warehouse: 'MAIN' })
  await deliver(trade, '2026-02-25', 'MAIN', 'A', '60')
  await books.post(stockTransfer, {
    date: '2026-03-01',
    fromWarehouse: 'MAIN',
    toWarehouse: 'W2',
    lines: [{ item: 'A', quantity: '20' }],
  })
  await books.post(otherIssue, {
    date: '2026-03-05',
    warehouse: 'W2',
    reason: 'USE',
    lines: [{ item: 'A', quantity: '5' }],
  })
  await books.post(costAdjustment, {
    date: '2026-03-06',
    warehouse: 'MAIN',
    reason: 'USE',
    lines: [{ item: 'B', amount: '8' }],
  })
  books.clock.moveTo(calendarDate('2026-03-31'))
  return trade
}

it('[INV-28] the stock ledger is worth what the general ledger says, account by account, to the cent, on any day', async () => {
  const trade = await openQuarter()
  for (const asOf of ['2026-01-10', '2026-02-17', '2026-02-28', '2026-03-31']) {
    const { rows } = await askReport(trade.books, 'stockAccounts', { asOf })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row['difference'], row['verdict']]).toEqual(['0.00', '一致'])
    const summary = await askReport(trade.books, 'stockSummary', { from: '2026-01-01', to: asOf })
    const closing = summary.rows.reduce((sum, row) => sum + Number(row['closeAmount']), 0)
    expect(closing.toFixed(2)).toBe(rows.find((row) => String(row['accountName']).startsWith('1405 '))?.['stockValue'])
  }
  // What was not known yet is in neither.
  const none = await askReport(trade.books, 'stockAccounts', { knownAt: '2025-12-01T00:00:00Z' })
  expect(none.rows).toEqual([])
})

it('[INV-31] the ledger runs on by item, warehouse and period, and the summary tells kinds of documents apart', async () => {
  const trade = await openQuarter()
  const ledger = await askReport(trade.books, 'stockLedger', { item: 'A', from: '2026-02-01', by: 'month' })
  expect(columnsOf(ledger.rows, 'kind', 'inQuantity', 'outQuantity', 'leftQuantity')).toEqual([
    '期初结存 |  |  | 100',
    '2026-02，4 笔 | 80 | 90 | 90',
    '2026-03，3 笔 | 20 | 25 | 85',
    '期末结存 |  |  | 85',
  ])
  const inW2 = await askReport(trade.books, 'stockLedger', { item: 'A', warehouse: 'W2' })
  expect(columnsOf(inW2.rows, 'date', 'inQuantity', 'outQuantity', 'leftQuantity').slice(1, 3)).toEqual([
    '2026-03-01 | 20 |  | 20',
    '2026-03-05 |  | 5 | 15',
  ])
  const range = { from: '2026-02-01', to: '2026-03-31' }
  const byKind = await askReport(trade.books, 'stockSummary', { ...range, kinds: true })
  expect([...new Set(byKind.columns?.flatMap(({ group }) => group ?? []))]).toEqual([
    '期初',
    '收入',
    '收入·成本调整单',
    '收入·采购入库单',
    '收入·销售退货单',
    '发出',
    '发出·其他出库单',
    '发出·销售出库单',
    '结存',
  ])
  const [a] = byKind.rows
  expect(columnsOf([a ?? {}], 'openQuantity', 'inQuantity', 'outQuantity', 'closeQuantity')).toEqual([
    '100 | 80 | 95 | 85',
  ])
  expect([
    a?.['in.purchaseReceipt.q'],
    a?.['in.salesReturn.q'],
    a?.['out.salesDelivery.q'],
    a?.['out.otherIssue.q'],
  ]).toEqual(['50', '30', '90', '5'])
  const byCategory = await askReport(trade.books, 'stockSummary', { ...range, by: 'category' })
  expect(columnsOf(byCategory.rows, 'name', 'closeQuantity')).toEqual(['锅具 | 40', '（无分类） | 85'])
  const byWarehouse = await askReport(trade.books, 'stockSummary', { ...range, by: 'warehouse' })
  expect(columnsOf(byWarehouse.rows, 'name', 'openQuantity', 'inQuantity', 'outQuantity', 'closeQuantity')).toEqual([
    '主仓库 | 140 | 80 | 110 | 110',
    '二号仓 | 0 | 20 | 5 | 15',
  ])
})

it('[INV-35] tells how old stock is by the layers in which it came, with its value, which add up to the books', async () => {
  for (const costMethod of ['movingAverage', 'fifo']) {
    const trade = await openQuarter({ costMethod })
    const asked = { asOf: '2026-03-31', buckets: '30,60,90' }
    const { rows, columns } = await askReport(trade.books, 'stockAge', asked)
    expect(columns?.filter(({ group }) => group === '金额').map(({ label }) => label)).toEqual([
      '0–30 天',
      '31–60 天',
      '61–90 天',
      '90 天以上',
    ])
    const [a, b] = rows
    // Of A 85 are left of 100 and 50: what came first went first.
    expect(Number(a?.['quantity'])).toBe(85)
    expect(['0', '1', '2', '3'].map((at) => Number(a?.[`quantity${at}`] ?? 0)).reduce((sum, part) => sum + part)).toBe(
      85,
    )
    expect([b?.['quantity2'], b?.['averageAge'], b?.['oldest']]).toEqual(['40', 70, '2026-01-20'])
    const value = await askReport(trade.books, 'stockOnHand', { asOf: '2026-03-31' })
    expect(rows.map((row) => Number(row['amount']))).toEqual(value.rows.map((row) => Number(row['amount'])))
    const parts = ['0', '1', '2', '3'].map((at) => Number(a?.[`amount${at}`] ?? 0))
    expect(parts.reduce((sum, part) => sum + part).toFixed(2)).toBe(Number(a?.['amount']).toFixed(2))
    const layers = await askReport(trade.books, 'stockAge', { ...asked, by: 'layer', item: 'A' })
    expect(layers.rows.map((row) => Number(row['quantity'])).reduce((sum, part) => sum + part)).toBe(85)
    expect(layers.rows.every((row) => row['documentNumber'] !== null)).toBe(true)
    await expect(askReport(trade.books, 'stockAge', { buckets: '60,30' })).rejects.toThrow(/buckets/)
  }
})

it('[INV-29] tells turns and days by item, category and warehouse, month by month, and leads on', async () => {
  const trade = await openQuarter()
  const range = { from: '2026-02-01', to: '2026-02-28' }
  const { rows } = await askReport(trade.books, 'stockTurnover', range)
  const a = rows.find((row) => String(row['name']).startsWith('A '))
  // A: 1,000 to the 9th, 1,600 on the 10th (50 at 12), 1,280 from the 15th (30 of 150 at 10.6667), 1,600 from the 20th, 960 from the 25th.
  const days = [1000 * 9, 1600 * 5, 1280 * 5, 1600 * 5, 960 * 4].reduce((sum, value) => sum + value)
  expect(Number(a?.['averageValue'])).toBe(Number((days / 28).toFixed(2)))
  expect([a?.['soldCost'], a?.['closingValue'], a?.['lastSold']]).toEqual(['640', '960', '2026-02-25'])
  expect(Number(a?.['turns'])).toBe(Number((640 / (days / 28)).toFixed(2)))
  expect(Number(a?.['days'])).toBe(Number(((28 * days) / 28 / 640).toFixed(1)))
  const trend = await askReport(trade.books, 'stockTurnover', {
    from: '2026-01-01',
    to: '2026-03-31',
    by: 'month',
    item: 'A',
  })
  expect(columnsOf(trend.rows, 'name', 'soldCost')).toEqual(['2026-01 | 0', '2026-02 | 640', '2026-03 | 0'])
  const places = await askReport(trade.books, 'stockTurnover', {
    from: '2026-03-01',
    to: '2026-03-31',
    by: 'warehouse',
  })
  const whole = await askReport(trade.books, 'stockTurnover', { from: '2026-03-01', to: '2026-03-31', by: 'category' })
  const sum = (of: typeof places) => of.rows.reduce((total, row) => total + Number(row['averageValue']), 0)
  expect(places.rows).toHaveLength(2)
  expect(Math.abs(sum(places) - sum(whole))).toBeLessThan(0.02)
  await expect(askReport(trade.books, 'stockTurnover', { from: '2026-03-02', to: '2026-03-01' })).rejects.toThrow(
    /from/,
  )
})

it('[INV-30] tells what stock ties up, what that costs, what of it is slow, and which items to look after', async () => {
  const trade = await openQuarter()
  const range = { from: '2026-01-01', to: '2026-03-31' }
  const { rows } = await askReport(trade.books, 'stockCapital', { ...range, by: 'item', slowDays: 30, rate: '10' })
  const shares = rows.reduce((sum, row) => sum + Number(row['share']), 0)
  expect(Math.round(shares)).toBe(100)
  const b = rows.find((row) => String(row['name']).startsWith('B '))
  // B never sold: 800 from 20 January and 8 more from 6 March, 71 days of 90.
  const average = (800 * 71 + 8 * 26) / 90
  expect(Number(b?.['averageValue'])).toBe(Number(average.toFixed(2)))
  expect([b?.['slowValue'], b?.['slowShare'], b?.['coverDays']]).toEqual(['808', '100', null])
  expect(Number(b?.['cost'])).toBe(Number(((average * 0.1 * 90) / 365).toFixed(2)))
  const a = rows.find((row) => String(row['name']).startsWith('A '))
  // Sold last on 25 February, 34 days before the end.
  expect(a?.['slowShare']).toBe('100')
  const matrix = await askReport(trade.books, 'abcXyz', range)
  expect(columnsOf(matrix.rows, 'name', 'items', 'soldCost', 'share')).toEqual(['AZ | 1 | 640 | 100', 'CZ | 1 | 0 | 0'])
  const items = await askReport(trade.books, 'abcXyz', { ...range, view: 'item', abc: 'A' })
  // 60 in February and none in the other two months: deviation over mean is √2.
  expect(columnsOf(items.rows, 'name', 'advice', 'variation')).toEqual(['A 商品甲 | AZ：按单采购或谈寄售，少备 | 1.41'])
})

it('[INV-33] shows each store live: what it sold, what it holds, what sells best and what has run out', async () => {
  const trade = await openQuarter()
  await deliver(trade, '2026-03-31', 'W2', 'A', '15')
  const { rows } = await askReport(trade.books, 'storeBoard')
  expect(columnsOf(rows, 'name', 'todayNet', 'items', 'out', 'quantity', 'best1')).toEqual([
    '主仓库 | 0 | 2 | 0 | 110 | ',
    '二号仓 | 663.72 | 0 | 1 | 0 | 商品甲 15',
  ])
  const sellers = await askReport(trade.books, 'storeSellers', { warehouse: 'W2' })
  expect(columnsOf(sellers.rows, 'itemName', 'sold', 'available', 'elsewhere', 'days')).toEqual([
    'A 商品甲 | 15 | 0 | 70 | 0',
  ])
  await expect(askReport(trade.books, 'storeSellers')).rejects.toThrow(/warehouse/)
})

it('takes cost apart by element, category and item down to the document, and adds up to what the books say came and went', async () => {
  const trade = await openQuarter()
  const range = { from: '2026-01-01', to: '2026-03-31' }
  const incoming = await askReport(trade.books, 'costAnalysis', range)
  // 1,000 and 600 of A, 800 of B; the cost of B was raised by 8.
  expect(columnsOf(incoming.rows, 'name', 'amount', 'share')).toEqual([
    '采购价款 | 2400.00 | 99.67',
    '成本调整 | 8.00 | 0.33',
  ])
  const sold = await askReport(trade.books, 'costAnalysis', { ...range, side: 'sold' })
  expect(columnsOf(sold.rows, 'name', 'quantity', 'amount')).toEqual(['（无分类） | 60.000000 | 640.00'])
  const used = await askReport(trade.books, 'costAnalysis', { ...range, side: 'used', by: 'item' })
  expect(columnsOf(used.rows, 'name', 'amount')).toEqual(['A 商品甲 | 53.33'])
  const documents = await askReport(trade.books, 'costAnalysis', {
    ...range,
    by: 'document',
    element: 'goods',
    item: 'A',
  })
  expect(documents.rows.map((row) => [row['documentType'], row['amount']])).toEqual([
    ['purchaseReceipt', '1000.00'],
    ['purchaseReceipt', '600.00'],
  ])
  const stock = await askReport(trade.books, 'stockOnHand')
  const left = stock.rows.reduce((sum, row) => sum + Number(row['amount']), 0)
  expect((2408 - 640 - 53.33).toFixed(2)).toBe(left.toFixed(2))
})

it('[CST-12] shows what cost is made of as a pie, by element, product and order, and leads to the documents', async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  const bought = await books.post(purchaseOrder, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [
      { item: 'A', quantity: '100', price: '11.3' },
      { item: 'B', quantity: '10', price: '22.6' },
    ],
  })
  await books.push(purchaseOrder, bought, purchaseReceipt, { date: '2026-01-05', warehouse: 'MAIN' })
  await receive(trade, '2026-01-06', 'MAIN', 'B', '10', '22.6')
  await books.post(costAdjustment, {
    date: '2026-01-07',
    warehouse: 'MAIN',
    reason: 'USE',
    lines: [{ item: 'B', amount: '40' }],
  })
  const order = await books.post(salesOrder, {
    date: '2026-01-10',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [
      { item: 'A', quantity: '30', price: '50' },
      { item: 'B', quantity: '5', price: '50' },
    ],
  })
  await books.push(salesOrder, order, salesDelivery, { date: '2026-01-12', warehouse: 'MAIN' })
  await deliver(trade, '2026-01-20', 'MAIN', 'A', '10')
  const range = { from: '2026-01-01', to: '2026-01-31' }
  const ask = (more: Readonly<Record<string, string>>) => askReport(books, 'costAnalysis', { ...range, ...more })
  const numberOf = (record: typeof order) => String(record.header['number'])

  expect(books.installed.catalogue.reports.get('costAnalysis')?.chart).toMatchObject({ kind: 'pie', category: 'name' })
  expect(columnsOf((await ask({})).rows, 'name', 'amount', 'share')).toEqual([
    '采购价款 | 1400.00 | 97.22',
    '成本调整 | 40.00 | 2.78',
  ])
  expect(columnsOf((await ask({ by: 'item' })).rows, 'name', 'amount')).toEqual([
    'A 商品甲 | 1000.00',
    'B 商品乙 | 440.00',
  ])
  const orders = await ask({ by: 'order' })
  expect(columnsOf(orders.rows, 'name', 'amount')).toEqual([`${numberOf(bought)} | 1200.00`, '（无订单） | 240.00'])
  const ofOrder = await ask({ by: 'item', order: String(orders.rows[0]?.['orderId']) })
  expect(columnsOf(ofOrder.rows, 'name', 'amount')).toEqual(['A 商品甲 | 1000.00', 'B 商品乙 | 200.00'])

  const sales = await ask({ side: 'sold', by: 'order' })
  expect(columnsOf(sales.rows, 'name', 'quantity', 'amount')).toEqual([
    `${numberOf(order)} | 35.000000 | 410.00`,
    '（无订单） | 10.000000 | 100.00',
  ])
  const salesOfOrder = await ask({ side: 'sold', by: 'document', order: String(sales.rows[0]?.['orderId']) })
  expect(salesOfOrder.rows.map((row) => [row['documentType'], row['amount']])).toEqual([['salesDelivery', '410.00']])
  const drilled = await ask({ by: 'document', item: 'A' })
  expect(drilled.rows.map((row) => [row['documentType'], row['amount']])).toEqual([['purchaseReceipt', '1000.00']])
})
