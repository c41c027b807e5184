import { expect, it } from 'vitest'
import { expense, expenseItem } from '../src/domains/money/index.ts'
import { inputVatCertification, purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { expectSoundBooks } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const received = { date: '2026-01-03', supplier: 'S1', warehouse: 'MAIN' }

it('[TAX-01] deducts input VAT when its invoice is certified, in parts, and not more than is pending', async () => {
  const { books, ledger } = await openTrade()
  const receipt = await books.post(purchaseReceipt, {
    ...received,
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const bill = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04', invoiceNumber: '88' })
  expect(await ledger()).toMatchObject({ 222105: '130.00' })
  const source = { type: 'purchaseInvoice', document: bill.header['id'], line: bill.tables['lines']?.[0]?.['id'] }
  const part = { lines: [{ pendingTax: '100', source: JSON.parse(JSON.stringify(source)) }] }
  const first = await books.post(inputVatCertification, { date: '2026-01-31', ...part })
  expect(await ledger()).toMatchObject({ 222105: '30.00', 22210101: '100.00' })
  await expect(books.post(inputVatCertification, { date: '2026-01-31', ...part })).rejects.toThrow(/posted yet/)
  await expect(books.act(purchaseInvoice, bill, 'unpost')).rejects.toThrow(/drawn/)
  const rest = await books.push(purchaseInvoice, bill, inputVatCertification, {
    date: '2026-02-05',
    taxMonth: '2026-01',
  })
  expect(rest.tables['lines']).toMatchObject([{ invoiceNumber: '88' }])
  expect(await ledger()).toMatchObject({ 22210101: '130.00' })
  expect(await ledger()).not.toHaveProperty('222105')
  await books.act(inputVatCertification, rest, 'reverse')
  await books.act(inputVatCertification, first, 'unpost')
  expect(await ledger()).toMatchObject({ 222105: '130.00' })
  expect(await ledger()).not.toHaveProperty('22210101')
  await expectSoundBooks(books)
})

it('[TAX-02] certifies the tax of an expense, and deducts at once under 即票即抵', async () => {
  const { books, ledger } = await openTrade()
  await books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
  const spent = { date: '2026-01-09', cashAccount: 'BANK', invoiceKind: 'special' }
  const lines = [{ expenseItem: 'RENT', taxRate: '9', gross: '2180' }]
  const rent = await books.post(expense, { ...spent, lines })
  expect(await ledger()).toMatchObject({ 222105: '180.00', 560206: '2000.00' })
  await books.push(expense, rent, inputVatCertification, { date: '2026-01-31' })
  expect(await ledger()).toMatchObject({ 22210101: '180.00' })
  await expectSoundBooks(books)

  const other = await openTrade({ certifyInputVat: 'immediate' })
  await other.books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
  const paid = await other.books.post(expense, { ...spent, lines })
  expect(await other.ledger()).toMatchObject({ 22210101: '180.00' })
  await expect(other.books.push(expense, paid, inputVatCertification)).rejects.toThrow(/open/)
})
