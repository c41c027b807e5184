import { expect, it } from 'vitest'
import { purchaseInvoice, purchaseReceipt, purchaseReturn } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { run } from './kit/finance.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const receive = (trade: Trade, date: string, quantity: string, price: string) =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price }],
  })

const deliver = (trade: Trade, date: string, quantity: string) =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price: '30' }],
  })

const bill = (trade: Trade, receipt: LoadedRecord, date: string, quantity: string, price: string) =>
  trade.books.post(purchaseInvoice, {
    date,
    supplier: 'S1',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price, source: sourceOf('purchaseReceipt', receipt) }],
  })

const stock = async (trade: Trade) => {
  const [row] = await trade.books.rows<{ quantity: string; amount: string }>(
    `select quantity, amount from cost_pool where company_id = $1`,
  )
  return row
}

const close = (trade: Trade, period: string) => run(trade.books, 'closePeriod', { period, bookAll: true })

it('[DEP-04] enters a late price of a closed month on the first open day, split by what is still there (rule 15)', async () => {
  const trade = await openTrade()
  const receipt = await receive(trade, '2026-06-10', '100', '10')
  await deliver(trade, '2026-06-20', '60')
  await close(trade, '2026-06')
  await bill(trade, receipt, '2026-07-15', '100', '11')
  expect(await stock(trade)).toEqual({ quantity: '40.000000', amount: '440.00' })
  const july = await trade.books.rows<{ code: string; amount: string; date: string }>(
    `select a.code, sum(e.debit - e.credit) as amount, e.date from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
     where e.company_id = $1 and e.date = '2026-07-01' group by a.code, e.date order by a.code`,
  )
  expect(july).toEqual([
    { code: '1405', amount: '40.00', date: '2026-07-01' },
    { code: '220202', amount: '-100.00', date: '2026-07-01' },
    { code: '5401', amount: '60.00', date: '2026-07-01' },
  ])
  expect(await trade.openItems()).toEqual(['payable -1243.00', 'receivable 2034.00'])
  await expect(receive(trade, '2026-06-30', '1', '10')).rejects.toThrow(/closed/)
})

it('[DEP-09] issues below zero where that is allowed, and trues the cost up at the covering receipt (rule 16)', async () => {
  const trade = await openTrade({ negativeStock: 'allow' })
  await receive(trade, '2026-01-01', '10', '12.5')
  await deliver(trade, '2026-01-02', '15')
  expect(await stock(trade)).toEqual({ quantity: '-5.000000', amount: '-62.50' })
  const covering = await receive(trade, '2026-01-03', '10', '14')
  expect(await stock(trade)).toEqual({ quantity: '5.000000', amount: '70.00' })
  expect(await trade.ledger()).toMatchObject({ 1405: '70.00', 5401: '195.00' })
  await trade.books.act(purchaseReceipt, covering, 'unpost')
  expect(await stock(trade)).toEqual({ quantity: '-5.000000', amount: '-62.50' })
  expect(await trade.ledger()).toMatchObject({ 1405: '-62.50', 5401: '187.50' })
})

it('[PUR-11] a return that stock cannot bear at its price leaves the difference in cost of sales (rule 8)', async () => {
  const trade = await openTrade()
  await receive(trade, '2026-01-01', '100', '10')
  const dear = await receive(trade, '2026-01-02', '100', '20')
  await deliver(trade, '2026-01-03', '150')
  expect(await trade.ledger()).toMatchObject({ 5401: '2250.00' })
  await trade.books.post(purchaseReturn, {
    date: '2026-01-04',
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '50', price: '20', source: sourceOf('purchaseReceipt', dear) }],
  })
  expect(await stock(trade)).toEqual({ quantity: '0.000000', amount: '0.00' })
  expect(await trade.ledger()).toMatchObject({ 220202: '-2000.00', 5401: '2000.00' })
})

it('[SAL-21] [CST-07] a later change of a delivery’s cost reaches its return too (rule 13)', async () => {
  const trade = await openTrade()
  await receive(trade, '2026-01-02', '100', '10')
  const delivery = await deliver(trade, '2026-01-03', '50')
  await trade.books.post(salesReturn, {
    date: '2026-01-04',
    customer: 'C1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '20', price: '30', source: sourceOf('salesDelivery', delivery) }],
  })
  expect(await trade.ledger()).toMatchObject({ 1405: '700.00', 5401: '300.00' })
  await receive(trade, '2026-01-01', '100', '20')
  expect(await trade.ledger()).toMatchObject({ 1405: '2550.00', 5401: '450.00' })
})
