import { describe, expect, it } from 'vitest'
import { formatMoney } from '../src/base/money.ts'
import { collection, payment, settlement } from '../src/domains/money/index.ts'
import {
  landedCost,
  purchaseAllowance,
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
} from '../src/domains/purchasing/index.ts'
import { priceList, salesDelivery, salesInvoice, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, followUp, run } from './kit/finance.ts'
import { openForeign } from './kit/dollars.ts'

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

const sourceOf = (record: LoadedRecord) => ({
  source: {
    type: purchaseInvoice.name,
    document: String(record.header['id']),
    line: String(record.tables['lines']?.[0]?.['id']),
  },
})

const idOf = async (books: Books, code: string): Promise<string> => {
  const [found] = await books.rows<{ id: string }>(`select id from party where company_id = $1 and code = $2`, code)
  return found?.id ?? ''
}

describe('a sale in dollars', () => {
  it('[MD-07] is owed in dollars from order to money: advance, part payment, revaluation, closing, the rest', async () => {
    const { books, ledger, itemsOf } = await openForeign()
    await books.post(purchaseReceipt, goodsOfTen)
    const deposit = await books.post(collection, {
      date: '2026-01-02',
      customer: 'US',
      lines: [{ cashAccount: 'USD', amount: '200' }],
    })
    // The rate of the day, 7.08: 1,416.00.
    expect(await items(books, 'advanceFromCustomer')).toEqual([{ open: '-200.00', book: '-1416.00', currency: 'USD' }])
    const order = await books.post(salesOrder, {
      date: '2026-01-05',
      customer: 'US',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    // 10 × 113 USD at 7.10: 8,023.00, of it VAT 130 × 7.10 = 923.00.
    expect(shown(order, 'totalCurrency', 'totalGross', 'totalTax')).toEqual(['1130.00', '8023.00', '923.00'])
    const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-05' })
    expect(await items(books, 'receivable')).toEqual([{ open: '1130.00', book: '8023.00', currency: 'USD' }])
    expect(await ledger()).toMatchObject({ '1122': '8023.00', '5001': '-7100.00', '22210107': '-923.00' })

    const [owed = ''] = await itemsOf(delivery)
    const [ahead = ''] = await itemsOf(deposit)
    await books.post(settlement, {
      date: '2026-01-06',
      kind: 'advanceReceivable',
      lines: [
        { party: 'US', openItem: owed, kind: 'receivable', amount: '200' },
        { party: 'US', openItem: ahead, kind: 'advanceFromCustomer', amount: '200' },
      ],
    })
    // The advance stands at its own rate: 200 × (7.10 − 7.08) = 4.00 lost.
    expect(await ledger()).toMatchObject({ '1122': '6603.00', '560303': '4.00' })
    await books.post(collection, {
      date: '2026-01-20',
      customer: 'US',
      lines: [{ cashAccount: 'USD', amount: '500' }],
      settlements: [{ openItem: owed, kind: 'receivable', amount: '500' }],
    })
    // 500 × (7.12 − 7.10) = 10.00 gained.
    expect(await ledger()).toMatchObject({ '1122': '3053.00', '5301': '-10.00' })

    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    // 430 × 7.15 = 3,074.50; the account 700 × 7.15 = 5,005.00, from 1,416.00 + 3,560.00.
    expect(await items(books, 'receivable')).toEqual([{ open: '430.00', book: '3074.50', currency: 'USD' }])
    expect(await ledger()).toMatchObject({ '1122': '3074.50', '1002': '5005.00' })
    await books.post(collection, {
      date: '2026-02-10',
      customer: 'US',
      lines: [{ cashAccount: 'USD', amount: '430' }],
      settlements: [{ openItem: owed, kind: 'receivable', amount: '430' }],
    })
    // 430 × (7.15 − 7.05) = 43.00 lost.
    expect(await items(books, 'receivable')).toEqual([])
    expect(await ledger()).toMatchObject({ '560303': '43.00' })
    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-02', bookAll: true })
    // What was sold for 8,023.00 is 1,130 × 7.05 = 7,966.50 in the bank: 56.50 lost in all.
    expect(await ledger()).toMatchObject({ '1002': '7966.50' })
    expect(await ledger()).not.toHaveProperty('1122')
    const [result] = await books.rows<{ exchange: string }>(
      `select sum(e.debit - e.credit) as exchange from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
       where e.company_id = $1 and e.document_type <> 'profitCarryForward' and a.code in ('560303', '5301')`,
    )
    expect(result?.exchange).toBe('56.50')
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
  it('[MD-07] is owed in dollars; the rate of the invoice makes a price difference of the goods, paying it an exchange difference', async () => {
    const { books, ledger, itemsOf } = await openForeign()
    const ahead = await books.post(payment, {
      date: '2026-01-02',
      supplier: 'HK',
      lines: [{ cashAccount: 'USD', amount: '130' }],
    })
    const order = await books.post(purchaseOrder, {
      date: '2026-01-05',
      supplier: 'HK',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    const receipt = await books.push(purchaseOrder, order, purchaseReceipt, { date: '2026-01-05' })
    // 1,000 USD net at 7.10, an estimate in the book currency.
    expect(await ledger()).toMatchObject({ '1405': '7100.00', '220202': '-7100.00', '1123': '920.40' })
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-20' })
    // At 7.12: 8,045.60, of it VAT 925.60; the goods cost 20.00 more, and that is no exchange difference.
    expect(shown(invoice, 'totalCurrency', 'totalGross', 'totalTax')).toEqual(['1130.00', '8045.60', '925.60'])
    expect(await ledger()).toMatchObject({ '1405': '7120.00', '220201': '-8045.60' })
    expect(await ledger()).not.toHaveProperty('220202')
    const [owed = ''] = await itemsOf(invoice)
    const [paid = ''] = await itemsOf(ahead)
    await books.post(settlement, {
      date: '2026-01-20',
      kind: 'advancePayable',
      lines: [
        { party: 'HK', openItem: paid, kind: 'advanceToSupplier', amount: '130' },
        { party: 'HK', openItem: owed, kind: 'payable', amount: '130' },
      ],
    })
    // 130 × (7.12 − 7.08) = 5.20 gained: the advance was bought cheaper.
    expect(await ledger()).toMatchObject({ '220201': '-7120.00', '5301': '-5.20' })
    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    // 1,000 × 7.15 = 7,150.00 is owed.
    expect(await items(books, 'payable')).toEqual([{ open: '-1000.00', book: '-7150.00', currency: 'USD' }])
    await books.post(payment, {
      date: '2026-02-10',
      supplier: 'HK',
      lines: [{ cashAccount: 'USD', amount: '1000' }],
      settlements: [{ openItem: owed, kind: 'payable', amount: '1000' }],
    })
    // 1,000 × (7.15 − 7.05) = 100.00 gained; the cost of the goods stays as it was invoiced.
    expect(await ledger()).toMatchObject({ '1405': '7120.00', '5301': '-100.00' })
    expect(await ledger()).not.toHaveProperty('220201')
  })

  it('is allowed less at the rate of its invoice, and freight in dollars is part of what the goods cost', async () => {
    const { books, ledger } = await openForeign()
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-01-05',
      supplier: 'HK',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-05' })
    await books.push(purchaseInvoice, invoice, purchaseAllowance, {
      date: '2026-01-20',
      lines: [{ ...sourceOf(invoice), item: 'A', currencyGross: '113' }],
    })
    // 1,017 USD at 7.10 is left: 7,220.70; the goods cost 900 × 7.10 = 6,390.00.
    expect(await ledger()).toMatchObject({ '220201': '-7220.70', '1405': '6390.00' })
    await books.push(purchaseReceipt, receipt, landedCost, {
      date: '2026-01-20',
      supplier: 'HK',
      charges: [{ summary: '海运费', currencyGross: '50', taxRate: '0' }],
    })
    // 50 USD at 7.12.
    expect(await ledger()).toMatchObject({ '220201': '-7576.70', '1405': '6746.00' })
  })

  it('is told by currency: open items, ages and the statement of account', async () => {
    const { books } = await openForeign()
    const sold = { warehouse: 'MAIN', date: '2026-01-05' }
    await books.post(purchaseReceipt, goodsOfTen)
    await books.post(salesDelivery, {
      ...sold,
      customer: 'US',
      lines: [{ item: 'A', quantity: '1', currencyPrice: '113' }],
    })
    await books.post(salesDelivery, { ...sold, customer: 'C1', lines: [{ item: 'A', quantity: '1', price: '113' }] })
    const open = await ask(books, 'openItems', { side: 'receivable', asOf: '2026-01-31' })
    expect(columnsOf(open.rows, 'currency', 'open', 'openBook')).toEqual([
      'CNY | 113.00 | 113.00',
      'USD | 113.00 | 802.30',
    ])
    expect(open.totals).toMatchObject({ openBook: '915.30' })
    expect(open.totals).not.toHaveProperty('open')
    const aged = await ask(books, 'partyAging', { side: 'receivable', asOf: '2026-01-31', currency: 'USD' })
    expect(columnsOf(aged.rows, 'partyName', 'balance')).toEqual(['US Acme Inc. | 113.00'])
    const range = { from: '2026-01-01', to: '2026-01-31' }
    const statement = await ask(books, 'partyStatement', { party: await idOf(books, 'US'), currency: 'USD', ...range })
    expect(statement.totals).toMatchObject({ increase: '113.00', balance: '113.00' })
  })

  it('is set off by what was paid ahead for its order, sold or bought, with the difference of the rates', async () => {
    const { books, ledger } = await openForeign()
    await books.post(purchaseReceipt, goodsOfTen)
    const paid = (date: string, order: LoadedRecord) => ({
      date,
      orderNumber: String(order.header['number']),
      lines: [{ cashAccount: 'USD', amount: '200' }],
    })
    const sold = await books.post(salesOrder, {
      date: '2026-01-02',
      customer: 'US',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    await books.post(collection, { ...paid('2026-01-02', sold), customer: 'US' })
    await books.push(salesOrder, sold, salesDelivery, { date: '2026-01-05' })
    // 200 of 1,130 were paid at 7.08; at the delivery's 7.10 they are 4.00 more.
    expect(await items(books, 'receivable')).toEqual([{ open: '930.00', book: '6603.00', currency: 'USD' }])
    expect(await items(books, 'advanceFromCustomer')).toEqual([])
    expect(await ledger()).toMatchObject({ '560303': '4.00' })
    const bought = await books.post(purchaseOrder, {
      date: '2026-01-02',
      supplier: 'HK',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', currencyPrice: '113' }],
    })
    await books.post(payment, { ...paid('2026-01-02', bought), supplier: 'HK' })
    const receipt = await books.push(purchaseOrder, bought, purchaseReceipt, { date: '2026-01-05' })
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-20' })
    // Owed at 7.12: 8,045.60. What was paid ahead is 200 × (7.12 − 7.08) = 8.00 less, a gain.
    expect(await items(books, 'payable')).toEqual([{ open: '-930.00', book: '-6621.60', currency: 'USD' }])
    expect(await items(books, 'advanceToSupplier')).toEqual([])
    expect(await ledger()).toMatchObject({ '560303': '4.00', '5301': '-8.00' })
    await books.act(purchaseInvoice, invoice, 'unpost')
    expect(await items(books, 'advanceToSupplier')).toEqual([{ open: '200.00', book: '1416.00', currency: 'USD' }])
  })

  it('is never set off against another currency without money', async () => {
    const { books, itemsOf } = await openForeign()
    await books.post(purchaseReceipt, goodsOfTen)
    const sold = { warehouse: 'MAIN', date: '2026-01-05' }
    const inDollars = await books.post(salesDelivery, {
      ...sold,
      customer: 'US',
      lines: [{ item: 'A', quantity: '1', currencyPrice: '113' }],
    })
    const deposit = await books.post(collection, {
      date: '2026-01-05',
      customer: 'US',
      lines: [{ cashAccount: 'BANK', amount: '113' }],
    })
    const [owed = ''] = await itemsOf(inDollars)
    const [ahead = ''] = await itemsOf(deposit)
    await expect(
      books.post(settlement, {
        date: '2026-01-06',
        kind: 'advanceReceivable',
        lines: [
          { party: 'US', openItem: owed, kind: 'receivable', amount: '113' },
          { party: 'US', openItem: ahead, kind: 'advanceFromCustomer', amount: '113' },
        ],
      }),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.1.openItem' }] })
  })

  it('takes its price from lists in its currency, and from others at the rate', async () => {
    const { books } = await openForeign()
    const priced = { kind: 'customer', customer: 'US', includesTax: true }
    await books.entity(priceList, {
      ...priced,
      code: 'PL',
      name: '美元价',
      currency: 'USD',
      lines: [{ item: 'A', price: '99' }],
    })
    const order = await books.draft(salesOrder, {
      date: '2026-01-05',
      customer: 'US',
      lines: [{ item: 'A', quantity: '2' }],
    })
    expect(shown(order, 'totalCurrency', 'totalGross')).toEqual(['198.00', '1405.80'])
  })
})
