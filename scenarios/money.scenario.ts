import { expect, it } from 'vitest'
import { collection, expense, expenseItem, payment, settlement } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'

it('[FIN-08] collects and pays in part and whole, with an advance, and open items and control accounts agree', async () => {
  const { books, ledger, openItems, itemsOf } = await openTrade()
  await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '100000', cashAccount: 'BANK' },
      { summary: '投入资本', account: '3001', credit: '100000' },
    ],
  })
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const bill = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04' })
  const delivery = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '60', price: '22.6' }],
  })
  const [due] = await itemsOf(delivery)
  const [owed] = await itemsOf(bill)
  const collected = await books.post(collection, {
    date: '2026-01-06',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '1500', fee: '5' }],
    settlements: [{ openItem: due ?? '', amount: '1300', discount: '50' }],
  })
  await books.post(payment, {
    date: '2026-01-07',
    supplier: 'S1',
    lines: [{ cashAccount: 'BANK', amount: '1130' }],
    settlements: [{ openItem: owed ?? '', amount: '1130' }],
  })
  expect(await openItems()).toEqual(['advanceFromCustomer -200.00', 'receivable 6.00'])
  const [advance] = await itemsOf(collected)
  await books.post(settlement, {
    date: '2026-01-08',
    kind: 'advanceReceivable',
    lines: [
      { party: 'C1', kind: 'advanceFromCustomer', openItem: advance ?? '', amount: '6' },
      { party: 'C1', kind: 'receivable', openItem: due ?? '', amount: '6' },
    ],
  })
  expect(await openItems()).toEqual(['advanceFromCustomer -194.00'])
  expect(await ledger()).toMatchObject({ 1002: '100365.00', 2203: '-194.00', 560302: '5.00', 560304: '50.00' })
  await books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
  await books.post(expense, {
    date: '2026-01-09',
    cashAccount: 'BANK',
    invoiceKind: 'special',
    lines: [{ expenseItem: 'RENT', taxRate: '9', net: '2000', tax: '180', gross: '2180' }],
  })
  expect(await ledger()).toMatchObject({ 1002: '98185.00', 560206: '2000.00' })
})

it('[INV-13] [INV-15] [INV-16] [DEP-01] moves stock and cost between warehouses in one step at equal cost', async () => {
  const { books, ledger } = await openTrade({ costPool: 'warehouse' })
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const moved = await books.post(stockTransfer, {
    date: '2026-01-04',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'A', quantity: '30' }],
  })
  const pools = () =>
    books.rows<{ quantity: string; amount: string }>(
      `select quantity, amount from cost_pool where company_id = $1 order by quantity desc`,
    )
  expect(await pools()).toEqual([
    { quantity: '70.000000', amount: '700.00' },
    { quantity: '30.000000', amount: '300.00' },
  ])
  await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'SHOP',
    lines: [{ item: 'A', quantity: '10', price: '22.6' }],
  })
  // A dearer receipt, back-dated before the transfer: the difference follows the goods to the shop and to what it sold.
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '22.6' }],
  })
  expect(await pools()).toEqual([
    { quantity: '170.000000', amount: '2550.00' },
    { quantity: '20.000000', amount: '300.00' },
  ])
  expect(await ledger()).toMatchObject({ 1405: '2850.00', 5401: '150.00' })
  await expect(books.act(stockTransfer, moved, 'unpost')).rejects.toThrow(/short/)
})
