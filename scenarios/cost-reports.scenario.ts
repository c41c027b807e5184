import { expect, it } from 'vitest'
import { otherIssue, stockReason } from '../src/domains/inventory/index.ts'
import { landedCost, purchaseInvoice, purchaseReceipt, purchaseReturn } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn, sampleIssue } from '../src/domains/sales/index.ts'
import type { ReportRow } from '../src/kernel/definition/report.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { ask } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const sourceOf = (type: string, record: LoadedRecord) => ({
  type,
  document: String(record.header['id']),
  line: String(record.tables['lines']?.[0]?.['id']),
})

const trading = async (): Promise<Trade> => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  const head = { warehouse: 'MAIN', priceIncludesTax: false }
  const receipt = await books.post(purchaseReceipt, {
    ...head,
    date: '2026-01-02',
    supplier: 'S1',
    lines: [{ item: 'A', quantity: '100', price: '10' }],
  })
  await books.post(purchaseReceipt, {
    ...head,
    date: '2026-02-02',
    supplier: 'S1',
    lines: [{ item: 'B', quantity: '50', price: '7.77' }],
  })
  const sold = await books.post(salesDelivery, {
    ...head,
    date: '2026-02-05',
    customer: 'C1',
    lines: [
      { item: 'A', quantity: '60', price: '30' },
      { item: 'B', quantity: '20', price: '30' },
    ],
  })
  await books.push(salesDelivery, sold, salesReturn, {
    date: '2026-02-06',
    lines: [{ item: 'A', quantity: '10', price: '30', source: sourceOf('salesDelivery', sold) }],
  })
  await books.post(sampleIssue, {
    warehouse: 'MAIN',
    date: '2026-02-07',
    customer: 'C1',
    purpose: '试用',
    lines: [{ item: 'B', quantity: '1' }],
  })
  await books.post(otherIssue, {
    warehouse: 'MAIN',
    date: '2026-02-08',
    reason: 'USE',
    lines: [{ item: 'A', quantity: '2' }],
  })
  await books.post(purchaseInvoice, {
    date: '2026-02-10',
    supplier: 'S1',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '100', price: '11', source: sourceOf('purchaseReceipt', receipt) }],
  })
  await books.push(purchaseReceipt, receipt, landedCost, {
    date: '2026-02-11',
    supplier: 'S1',
    charges: [{ summary: '运费', gross: '36.33', taxRate: '9' }],
  })
  await books.push(purchaseReceipt, receipt, purchaseReturn, {
    date: '2026-02-12',
    lines: [{ item: 'A', quantity: '40', price: '11', source: sourceOf('purchaseReceipt', receipt) }],
  })
  return trade
}

const february = { from: '2026-02-01', to: '2026-02-28' }

const figure = (rows: readonly ReportRow[], name: string, column: string) =>
  String(rows.find((row) => String(row['item']).includes(name))?.[column])

it('[CST-11] purchase, sales and stock cost tie to each other and to the general ledger, for any period', async () => {
  const trade = await trading()
  for (const period of [february, { from: '2026-01-01', to: '2026-01-31' }, { from: '2026-01-01', to: '2026-12-31' }]) {
    const [purchases, sales, stock] = await Promise.all(
      ['purchaseCost', 'salesCost', 'stockCost'].map((name) => ask(trade.books, name, period)),
    )
    expect(figure(purchases?.rows ?? [], '差额', 'amount')).toBe('0')
    expect(figure(sales?.rows ?? [], '差额', 'amount')).toBe('0')
    expect(figure(stock?.rows ?? [], '差额', 'closing')).toBe('0')
    expect(stock?.totals?.['purchase']).toBe(purchases?.totals?.['amount'])
    const beside = (sales?.rows ?? []).filter((row) => String(row['item']).startsWith('不分商品'))
    const soldGoods = beside.reduce((sum, row) => sum - Number(row['amount']), Number(sales?.totals?.['amount']))
    expect(Number(stock?.totals?.['sale'])).toBeCloseTo(-soldGoods, 2)
    const opening = ['opening', 'purchase', 'made', 'other', 'sale'].reduce(
      (sum, column) => sum + Number(stock?.totals?.[column]),
      0,
    )
    expect(Number(stock?.totals?.['closing'])).toBeCloseTo(opening, 2)
  }
  const ledger = await trade.ledger()
  const year = await ask(trade.books, 'stockCost', { from: '2026-01-01', to: '2026-12-31' })
  expect(Number(year.totals?.['closing'])).toBeCloseTo(Number(ledger['1405'] ?? 0), 2)
  const sales = await ask(trade.books, 'salesCost', { from: '2026-01-01', to: '2026-12-31' })
  expect(Number(sales.totals?.['amount'])).toBeCloseTo(Number(ledger['5401']), 2)
})
