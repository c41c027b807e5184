import { expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { costMethodComparison, salesDelivery } from '../src/domains/sales/index.ts'
import { readReport } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

it('计价方法对比: the same year by every method, as the textbook has it, and the books stay as they are', async () => {
  const trade = await openTrade()
  const moves = [
    ['2026-01-01', '300', '2.00'],
    ['2026-01-02', '200', '2.20'],
    ['2026-01-03', '400', null],
    ['2026-01-04', '300', '2.30'],
    ['2026-01-05', '200', null],
    ['2026-01-06', '200', '2.50'],
    ['2026-01-07', '100', null],
  ] as const
  for (const [date, quantity, price] of moves) {
    const head = { date, warehouse: 'MAIN', priceIncludesTax: false }
    if (price === null) {
      const lines = [{ item: 'A', quantity, price: '3' }]
      await trade.books.post(salesDelivery, { ...head, customer: 'C1', lines })
    } else await trade.books.post(purchaseReceipt, { ...head, supplier: 'S1', lines: [{ item: 'A', quantity, price }] })
  }
  const before = await trade.ledger()
  const rows = await readReport(trade.books, costMethodComparison, { item: 'A', from: '2026-01-01', to: '2026-01-31' })
  const figures = ['method', 'used', 'quantity', 'amount', 'revenue', 'costOfSales', 'profit', 'margin']
  expect(rows.map((row) => figures.map((name) => String(row[name])).join(' | '))).toEqual([
    '移动平均 | true | 300 | 711.75 | 2100 | 1518.25 | 581.75 | 27.7',
    '先进先出 | false | 300 | 730 | 2100 | 1500 | 600 | 28.57',
    '全月平均 | false | 300 | 669 | 2100 | 1561 | 539 | 25.67',
  ])
  expect(await trade.ledger()).toEqual(before)
})
