import { describe, expect, it } from 'vitest'
import { formatMoney } from '../src/base/money.ts'
import { collection, payment } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { currency } from '../src/ledgers/dimensions/currency.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

/** Middle rates of the stories: 7.10 on 5 January, 7.15 at the end of January, 7.05 in February. */
const rates = [
  { date: '2026-01-01', rate: '7.08' },
  { date: '2026-01-05', rate: '7.10' },
  { date: '2026-01-20', rate: '7.12' },
  { date: '2026-01-31', rate: '7.15' },
  { date: '2026-02-10', rate: '7.05' },
  { date: '2026-02-28', rate: '7.05' },
]

const openForeign = async (settings = {}) => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(currency, { code: 'USD', name: '美元', rates })
  await books.entity(cashAccount, { code: 'USD', name: '美元户', kind: 'bank', currency: 'USD', mayBeNegative: true })
  await books.entity(party, { code: 'US', name: 'Acme Inc.', isCustomer: true, currency: 'USD', paymentDays: 30 })
  await books.entity(party, { code: 'HK', name: '港华实业', isSupplier: true, currency: 'USD', paymentDays: 30 })
  return trade
}

const items = (books: Books, kind: string) =>
  books.rows<{ open: string; book: string; currency: string }>(
    `select open, open_book as book, currency from party_item where company_id = $1 and kind = $2 and open <> 0 order by id`,
    kind,
  )

/** Ten at 60 without tax, from a supplier at home. */
const goodsOfTen = {
  date: '2026-01-04',
  supplier: 'S1',
  warehouse: 'MAIN',
  lines: [{ item: 'A', quantity: '10', price: '67.8' }],
}

const shown = ({ header }: LoadedRecord, ...names: readonly string[]): string[] =>
  names.map((name) => formatMoney(String(header[name])).replaceAll(',', ''))

describe('a sale in dollars', () => {
  it('is owed in dollars from order to money, at the rate of its day, with the exchange difference at the end', async () => {
    const { books, ledger, itemsOf } = await openForeign()
    const order = await books.post(salesOrder, {
      date: '2026-01-05',
      customer: 'US',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    // 10 × 113 USD at 7.10: 8,023.00, of it VAT 130 × 7.10 = 923.00.
    expect(shown(order, 'totalCurrency', 'totalGross', 'totalTax')).toEqual(['1130.00', '8023.00', '923.00'])
    await books.post(purchaseReceipt, goodsOfTen)
    const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-05' })
    expect(await items(books, 'receivable')).toEqual([{ open: '1130.00', book: '8023.00', currency: 'USD' }])
    expect(await ledger()).toMatchObject({ '1122': '8023.00', '5001': '-7100.00' })
    const [owed = ''] = await itemsOf(delivery)
    await books.post(collection, {
      date: '2026-01-20',
      customer: 'US',
      rate: '7.12',
      lines: [{ cashAccount: 'USD', amount: '500' }],
      settlements: [{ openItem: owed, kind: 'receivable', amount: '500' }],
    })
    // 500 × (7.12 − 7.10) = 10.00 gained.
    expect(await ledger()).toMatchObject({ '1122': '4473.00', '5301': '-10.00' })
    await followUp(books)
    await run(books, 'revalueCurrency', { period: '2026-01' })
    // 630 × 7.15 = 4,504.50; the account 500 × 7.15 = 3,575.00.
    expect(await items(books, 'receivable')).toEqual([{ open: '630.00', book: '4504.50', currency: 'USD' }])
  })

  it('comes back at the rate it was sold at; what a revaluation has changed meanwhile is an exchange difference', async () => {
    const { books, ledger } = await openForeign()
    await books.post(purchaseReceipt, goodsOfTen)
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'US',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    // 1,130 × 7.15 = 8,079.50.
    expect(await items(books, 'receivable')).toEqual([{ open: '1130.00', book: '8079.50', currency: 'USD' }])
    await books.push(salesDelivery, delivery, salesReturn, { date: '2026-02-10' })
    expect(await items(books, 'receivable')).toEqual([])
    // The gain of 56.50 that January took stands against the loss of February.
    expect(await ledger()).not.toHaveProperty('1122')
    expect(await ledger()).toMatchObject({ '560303': '56.50' })
  })

  it('is invoiced at what it was sold at: only the VAT follows the rate of the invoice', async () => {
    const { books, ledger } = await openForeign()
    await books.post(purchaseReceipt, goodsOfTen)
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'US',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    const invoice = await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-20', rate: '7.12' })
    // 1,130 × 7.12 = 8,045.60, of it VAT 130 × 7.12 = 925.60.
    expect(shown(invoice, 'totalGross', 'totalTax')).toEqual(['8045.60', '925.60'])
    expect(await items(books, 'receivable')).toEqual([{ open: '1130.00', book: '8023.00', currency: 'USD' }])
    expect(await ledger()).toMatchObject({ '1122': '8023.00', '5001': '-7097.40' })
  })

  it('adds up in the books: lines share what the whole is worth by largest remainder', async () => {
    const { books } = await openForeign()
    const order = await books.post(salesOrder, {
      date: '2026-01-05',
      customer: 'US',
      rate: '7.1234',
      lines: ['33.33', '33.33', '33.34'].map((currencyPrice) => ({ item: 'A', quantity: '1', currencyPrice })),
    })
    // 100 × 7.1234 = 712.34; line by line it would be 237.42 + 237.42 + 237.49 = 712.33.
    expect(shown(order, 'totalCurrency', 'totalGross')).toEqual(['100.00', '712.34'])
    const lines = order.tables['lines'] ?? []
    expect(lines.map((line) => formatMoney(String(line['gross'])))).toEqual(['237.42', '237.42', '237.50'])
  })

  it('is refused while nobody knows the rate, and says where to enter it', async () => {
    const { books } = await openForeign()
    const sold = { customer: 'US', warehouse: 'MAIN', lines: [{ item: 'A', quantity: '1', currencyPrice: '113' }] }
    await expect(books.post(salesOrder, { ...sold, date: '2026-06-05' })).rejects.toMatchObject({
      errors: [{ path: 'rate', message: { zh: expect.stringContaining('没有 USD 在 2026-06-05 的汇率') } }],
    })
    const typed = await books.post(salesOrder, { ...sold, date: '2026-06-05', rate: '7' })
    expect(shown(typed, 'totalGross')).toEqual(['791.00'])
  })
})

describe('a purchase in dollars', () => {
  it('is owed in dollars; the rate of the invoice makes a price difference of the goods, paying it an exchange difference', async () => {
    const { books, ledger, itemsOf } = await openForeign()
    const order = await books.post(purchaseOrder, {
      date: '2026-01-05',
      supplier: 'HK',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    const receipt = await books.push(purchaseOrder, order, purchaseReceipt, { date: '2026-01-05' })
    // 1,000 USD net at 7.10, an estimate in the book currency.
    expect(await ledger()).toEqual({ '1405': '7100.00', '220202': '-7100.00' })
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-20', rate: '7.12' })
    expect(await ledger()).toMatchObject({ '1405': '7120.00', '220201': '-8045.60' })
    expect(await items(books, 'payable')).toEqual([{ open: '-1130.00', book: '-8045.60', currency: 'USD' }])
    const [owed = ''] = await itemsOf(invoice)
    await books.post(payment, {
      date: '2026-02-10',
      supplier: 'HK',
      rate: '7.05',
      lines: [{ cashAccount: 'USD', amount: '1130' }],
      settlements: [{ openItem: owed, kind: 'payable', amount: '1130' }],
    })
    // 1,130 × (7.12 − 7.05) = 79.10 gained.
    expect(await ledger()).toMatchObject({ '1405': '7120.00', '5301': '-79.10' })
    expect(await ledger()).not.toHaveProperty('220201')
  })
})
