import { expect, it } from 'vitest'
import { testDatabase } from '../src/kernel/database/testing.ts'
import { carriedOn, derivedOf } from '../src/kernel/documents/derived-state.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { openBooks } from '../src/ledgers/testing/books.ts'
import {
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
  purchaseReturn,
  purchasing,
} from '../src/domains/purchasing/index.ts'
import { purchasingServer } from '../src/domains/purchasing/server.ts'
import { quotation, sales, salesDelivery, salesInvoice, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import { salesServer } from '../src/domains/sales/server.ts'

const database = await testDatabase()
let migrated = false

const open = async (settings = {}) => {
  const books = await openBooks(database, {
    domains: [purchasing, sales],
    servers: [purchasingServer, salesServer],
    settings,
    migrated,
  })
  migrated = true
  await books.entity(item, { code: 'A', name: '商品甲', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(party, { code: 'S1', name: '供应商一', isSupplier: true, paymentDays: 30 })
  await books.entity(party, { code: 'C1', name: '客户一', isCustomer: true, paymentDays: 30 })
  const ledger = async () => {
    const rows = await books.rows<{ code: string; balance: string }>(
      `select a.code, sum(e.debit - e.credit) as balance from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
       where e.company_id = $1 group by a.code having sum(e.debit - e.credit) <> 0 order by a.code`,
    )
    return Object.fromEntries(rows.map((row) => [row.code, row.balance]))
  }
  const openItems = async () =>
    (
      await books.rows<{ item: string }>(
        `select kind || ' ' || open as item from party_item where company_id = $1 and open <> 0 order by kind, open`,
      )
    ).map((row) => row.item)
  return { books, ledger, openItems }
}

it('[PUR-10] [FIN-01] [FIN-02] buys, receives at an estimate, and the invoice at another price corrects cost and estimate', async () => {
  const { books, ledger, openItems } = await open()
  const order = await books.post(purchaseOrder, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const receipt = await books.push(purchaseOrder, order, purchaseReceipt, { date: '2026-01-03' })
  expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
  await books.post(salesDelivery, {
    date: '2026-01-04',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '60', price: '22.6' }],
  })
  expect(await ledger()).toEqual({
    1122: '1356.00',
    1405: '400.00',
    220202: '-1000.00',
    22210107: '-156.00',
    5001: '-1200.00',
    5401: '600.00',
  })
  const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, {
    date: '2026-01-05',
    lines: [
      {
        item: 'A',
        quantity: '100',
        price: '12.43',
        source: {
          type: 'purchaseReceipt',
          document: String(receipt.header['id']),
          line: String(receipt.tables['lines']?.[0]?.['id']),
        },
      },
    ],
  })
  expect(await ledger()).toEqual({
    1122: '1356.00',
    1405: '440.00',
    220201: '-1243.00',
    22210107: '-156.00',
    222105: '143.00',
    5001: '-1200.00',
    5401: '660.00',
  })
  expect(await openItems()).toEqual(['payable -1243.00', 'receivable 1356.00'])
  await expect(books.act(purchaseReceipt, receipt, 'unpost')).rejects.toThrow(/drawn from/)
  await books.act(purchaseInvoice, invoice, 'unpost')
  expect(await ledger()).toEqual({
    1122: '1356.00',
    1405: '400.00',
    220202: '-1000.00',
    22210107: '-156.00',
    5001: '-1200.00',
    5401: '600.00',
  })
})

it('[PUR-11] returns to the supplier at the cost of the receipt', async () => {
  const { books, ledger, openItems } = await open()
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const line = {
    type: 'purchaseReceipt',
    document: String(receipt.header['id']),
    line: String(receipt.tables['lines']?.[0]?.['id']),
  }
  await books.push(purchaseReceipt, receipt, purchaseReturn, {
    date: '2026-01-04',
    lines: [{ item: 'A', quantity: '20', price: '11.3', source: line }],
  })
  expect(await ledger()).toEqual({ 1405: '800.00', 220202: '-800.00' })
  expect(await openItems()).toEqual(['estimate -800.00'])
})

it('[SAL-13] takes goods back from the customer at the cost they left at', async () => {
  const { books, ledger, openItems } = await open()
  await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const order = await books.post(salesOrder, {
    date: '2026-01-04',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '22.6' }],
  })
  const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-05' })
  await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-06' })
  const back = await books.push(salesDelivery, delivery, salesReturn, { date: '2026-01-07' })
  expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
  expect(await openItems()).toEqual(['estimate -1000.00'])
  await books.act(salesReturn, back, 'reverse', { date: '2026-01-08' })
  expect(await ledger()).toMatchObject({ 1122: '226.00', 1405: '900.00', 5001: '-200.00', 5401: '100.00' })
})

it('[SAL-02] [SAL-03] a quotation becomes an order with its terms, once', async () => {
  const { books } = await open()
  const offered = await books.post(quotation, {
    date: '2026-01-02',
    customer: 'C1',
    lines: [{ item: 'A', quantity: '10', price: '22.6', discount: '10' }],
  })
  const order = await books.push(quotation, offered, salesOrder, { date: '2026-01-03', warehouse: 'MAIN' })
  expect(String(order.tables['lines']?.[0]?.['gross'])).toBe('203.4')
  expect(order.header['customer']).toBe(offered.header['customer'])
  await expect(books.push(quotation, offered, salesOrder, { date: '2026-01-04' })).rejects.toThrow(/open any more/)
})

it('[PUR-06] an order shows how much of each line was received, and what is still to come', async () => {
  const { books } = await open()
  const order = await books.post(purchaseOrder, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const line = {
    type: 'purchaseOrder',
    document: String(order.header['id']),
    line: String(order.tables['lines']?.[0]?.['id']),
  }
  await books.push(purchaseOrder, order, purchaseReceipt, {
    date: '2026-01-03',
    lines: [{ item: 'A', quantity: '60', price: '11.3', source: line }],
  })
  const carried = await books.inWork((work) => carriedOn(work, purchaseOrder, order))
  expect(carried.derived.status).toBe('partial')
  expect(Object.values(carried.derived.lines[line.line] ?? {})).toContainEqual({
    whole: '100',
    drawn: '60',
    open: '40',
  })
  const derived = await books.inWork((work) => derivedOf(work, purchaseOrder, [line.document]))
  expect(derived.get(line.document)?.status).toBe('partial')
})
