import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../src/base/calendar-date.ts'
import { collection, payment, settlement } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseOrder, purchaseReceipt, purchaseReturn } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { paymentTerms } from '../src/ledgers/dimensions/payment-terms.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { receive } from './kit/receive.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const opened = async (): Promise<Trade> => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(paymentTerms, { code: 'YJ25', name: '月结25日', kind: 'monthly', dayOfMonth: 25 })
  await books.entity(paymentTerms, {
    code: '361',
    name: '三六一',
    kind: 'instalments',
    instalments: [
      { name: '订金', percent: '30', event: 'order' },
      { name: '到货款', percent: '60', event: 'delivery', days: 10 },
      { name: '质保金', percent: '10', event: 'delivery', days: 90 },
    ],
  })
  await books.entity(party, { code: 'S2', name: '供应商二', isSupplier: true, paymentTerms: 'YJ25' })
  await books.entity(party, { code: 'C2', name: '客户二', isCustomer: true, paymentTerms: '361' })
  await books.entity(cashAccount, { code: 'ICBC', name: '工行', kind: 'bank', mayBeNegative: true })
  return trade
}

const today = ({ books }: Trade, day: string) => books.clock.moveTo(day as CalendarDate)

const plan = async ({ books }: Trade, parameters: JsonObject) =>
  columnsOf(
    (await ask(books, 'paymentPlan', parameters)).rows,
    'dueOn',
    'state',
    'overdueDays',
    'what',
    'amount',
    'paid',
    'open',
  )

const A = (quantity: string, price: string) => ({ item: 'A', quantity, price })

describe('what is to be paid, and when', () => {
  it('[PUR-12] receipts and invoices are due by the terms of their supplier; the calendar and the overdue list follow', async () => {
    const trade = await opened()
    const { books } = trade
    today(trade, '2026-02-20')
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-01-08',
      supplier: 'S2',
      warehouse: 'MAIN',
      lines: [A('100', '11.3')],
    })
    expect(receipt.header['dueOn']).toBe('2026-02-25')
    await books.post(purchaseReceipt, {
      date: '2026-01-09',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [A('10', '11.3')],
    })
    // Not invoiced yet: what will be owed is expected, with its tax.
    expect(await plan(trade, { side: 'payable' })).toEqual([
      '2026-02-08 | 预计 |  | 到货未到票 | 113 | 0 | 113',
      '2026-02-25 | 预计 |  | 到货未到票 | 1130 | 0 | 1130',
    ])
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-20' })
    expect(invoice.header['dueOn']).toBe('2026-02-25')
    await books.post(purchaseInvoice, { date: '2026-01-15', supplier: 'S1', lines: [A('20', '11.3')] })
    await books.post(payment, {
      date: '2026-02-20',
      supplier: 'S2',
      lines: [{ cashAccount: 'ICBC', amount: '500' }],
      settlements: [{ openItem: (await trade.itemsOf(invoice))[0] ?? '', kind: 'payable', amount: '500' }],
    })
    expect(await plan(trade, { side: 'payable' })).toEqual([
      '2026-02-08 | 预计 |  | 到货未到票 | 113 | 0 | 113',
      '2026-02-14 | 逾期 | 6 | 应付 | 226 | 0 | 226',
      '2026-02-25 | 未到期 |  | 应付 | 1130 | 500 | 630',
    ])
    expect(await plan(trade, { side: 'payable', overdue: true })).toEqual([
      '2026-02-14 | 逾期 | 6 | 应付 | 226 | 0 | 226',
    ])
    const calendar = await ask(books, 'paymentCalendar', { from: '2026-02-10', to: '2026-02-28' })
    expect(columnsOf(calendar.rows, 'date', 'payable', 'payableCount', 'running')).toEqual([
      '2026-02-10 以前 | 113 | 1 | -113',
      '2026-02-14 | 226 | 1 | -339',
      '2026-02-25 | 630 | 1 | -969',
    ])
    expect(await run(books, 'remindPayments', { days: 5 })).toEqual({ reminders: 2 })
  })

  it('[PUR-12] an order in instalments is due by its order, its receipt and what they promise', async () => {
    const trade = await opened()
    const { books } = trade
    today(trade, '2026-01-16')
    const order = await books.post(purchaseOrder, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      promisedOn: '2026-01-20',
      paymentTerms: '361',
      lines: [A('100', '11.3')],
    })
    expect(await plan(trade, { side: 'payable' })).toEqual([
      '2026-01-02 | 逾期 | 14 | 订金 | 339 | 0 | 339',
      '2026-01-30 | 预计 |  | 到货款 | 678 | 0 | 678',
      '2026-04-20 | 预计 |  | 质保金 | 113 | 0 | 113',
    ])
    await books.post(payment, {
      date: '2026-01-16',
      supplier: 'S1',
      orderNumber: String(order.header['number']),
      lines: [{ cashAccount: 'ICBC', amount: '339' }],
    })
    const receipt = await books.push(purchaseOrder, order, purchaseReceipt, { date: '2026-01-15' })
    await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-16' })
    expect(await plan(trade, { side: 'payable', withPaid: true })).toEqual([
      '2026-01-02 | 已付清 |  | 订金 | 339 | 339 | 0',
      '2026-01-25 | 未到期 |  | 到货款 | 678 | 0 | 678',
      '2026-04-15 | 未到期 |  | 质保金 | 113 | 0 | 113',
    ])
    // The invoice set the deposit off by itself, which is not paying again.
    expect(await trade.openItems()).toEqual(['payable -791.00'])
    expect(await plan(trade, { side: 'payable' })).toEqual([
      '2026-01-25 | 未到期 |  | 到货款 | 678 | 0 | 678',
      '2026-04-15 | 未到期 |  | 质保金 | 113 | 0 | 113',
    ])
    const stranger = { date: '2026-01-16', supplier: 'S2', orderNumber: String(order.header['number']) }
    const money = { lines: [{ cashAccount: 'ICBC', amount: '1' }] }
    await expect(books.post(payment, { ...stranger, ...money })).rejects.toThrow(/orderNumber/)
  })
})

describe('what is to be collected', () => {
  it('[SAL-11] instalments stand on the order; finance sees what is due, paid and overdue, and is reminded', async () => {
    const trade = await opened()
    const { books } = trade
    await books.post(purchaseReceipt, {
      date: '2026-01-01',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [A('100', '11.3')],
    })
    today(trade, '2026-01-12')
    const instalments: JsonObject[] = [
      { name: '订金', percent: '40', dueOn: '2026-01-05' },
      { name: '尾款', percent: '60', event: 'delivery', days: 5 },
    ]
    const order = await books.post(salesOrder, {
      date: '2026-01-03',
      customer: 'C2',
      warehouse: 'MAIN',
      promisedOn: '2026-01-20',
      lines: [A('10', '113')],
      instalments,
    })
    expect(order.tables['instalments']?.map((line) => String(line['amount']))).toEqual(['452', '678'])
    expect(await plan(trade, { side: 'receivable' })).toEqual([
      '2026-01-05 | 逾期 | 7 | 订金 | 452 | 0 | 452',
      '2026-01-25 | 预计 |  | 尾款 | 678 | 0 | 678',
    ])
    expect(await run(books, 'remindPayments', {})).toMatchObject({ reminders: 1 })
    const money = await books.post(collection, {
      date: '2026-01-12',
      customer: 'C2',
      orderNumber: String(order.header['number']),
      lines: [{ cashAccount: 'ICBC', amount: '500' }],
    })
    expect(await plan(trade, { side: 'receivable', withPaid: true })).toEqual([
      '2026-01-05 | 已付清 |  | 订金 | 452 | 452 | 0',
      '2026-01-25 | 预计 |  | 尾款 | 678 | 48 | 630',
    ])
    const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-14' })
    expect(await plan(trade, { side: 'receivable' })).toEqual(['2026-01-19 | 未到期 |  | 尾款 | 678 | 48 | 630'])
    const [owed = ''] = await trade.itemsOf(delivery)
    const rest = await books.post(collection, {
      date: '2026-01-18',
      customer: 'C2',
      lines: [{ cashAccount: 'ICBC', amount: '630' }],
      settlements: [{ openItem: owed, kind: 'receivable', amount: '630' }],
    })
    expect(await plan(trade, { side: 'receivable' })).toEqual([])
    // Taken back, it is due again.
    await books.act(collection, rest, 'unpost')
    const [set] = await books.rows<{ id: string }>(`select id from settlement where company_id = $1`)
    const settled = await books.inWork((work) => findDocument(work, settlement, set?.id ?? ''))
    await books.act(settlement, settled, 'unpost')
    await books.act(collection, money, 'unpost')
    today(trade, '2026-01-20')
    expect(await plan(trade, { side: 'receivable', overdue: true })).toEqual([
      '2026-01-05 | 逾期 | 15 | 订金 | 452 | 0 | 452',
      '2026-01-19 | 逾期 | 1 | 尾款 | 678 | 0 | 678',
    ])
  })

  it('[SAL-11] a delivery that no order announced is due in the parts of its terms, and money covers the earliest', async () => {
    const trade = await opened()
    const { books } = trade
    today(trade, '2026-01-20')
    await receive(books, '2026-01-02', '100', '11.3')
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C2',
      warehouse: 'MAIN',
      lines: [A('10', '113')],
    })
    expect(await plan(trade, { side: 'receivable' })).toEqual([
      '2026-01-05 | 逾期 | 15 | 订金 | 339 | 0 | 339',
      '2026-01-15 | 逾期 | 5 | 到货款 | 678 | 0 | 678',
      '2026-04-05 | 未到期 |  | 质保金 | 113 | 0 | 113',
    ])
    const [owed = ''] = await trade.itemsOf(delivery)
    await books.post(collection, {
      date: '2026-01-20',
      customer: 'C2',
      lines: [{ cashAccount: 'ICBC', amount: '400' }],
      settlements: [{ openItem: owed, kind: 'receivable', amount: '400' }],
    })
    expect(await plan(trade, { side: 'receivable' })).toEqual([
      '2026-01-15 | 逾期 | 5 | 到货款 | 678 | 61 | 617',
      '2026-04-05 | 未到期 |  | 质保金 | 113 | 0 | 113',
    ])
  })

  it('[SAL-11] the instalments of the customer’s terms are the plan of an order that has none of its own', async () => {
    const trade = await opened()
    const { books } = trade
    today(trade, '2026-01-03')
    await books.post(salesOrder, {
      date: '2026-01-03',
      customer: 'C2',
      warehouse: 'MAIN',
      promisedOn: '2026-01-20',
      lines: [A('10', '113')],
    })
    expect(await plan(trade, { side: 'receivable' })).toEqual([
      '2026-01-03 | 今日到期 |  | 订金 | 339 | 0 | 339',
      '2026-01-30 | 预计 |  | 到货款 | 678 | 0 | 678',
      '2026-04-20 | 预计 |  | 质保金 | 113 | 0 | 113',
    ])
    const uneven = [
      { name: '一', percent: '50' },
      { name: '二', percent: '40' },
    ]
    const order = {
      date: '2026-01-03',
      customer: 'C2',
      warehouse: 'MAIN',
      lines: [A('10', '113')],
      instalments: uneven,
    }
    await expect(books.post(salesOrder, order)).rejects.toThrow(/instalments.1.amount/)
  })
})

describe('netting', () => {
  it('[PUR-14] payments, prepayments, returns and discounts are netted in part, and un-netted one by one', async () => {
    const trade = await opened()
    const { books, ledger, openItems } = trade
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-01-03',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [A('100', '11.3')],
    })
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-05' })
    const [owed = ''] = await trade.itemsOf(invoice)
    const ahead = await books.post(payment, {
      date: '2026-01-06',
      supplier: 'S1',
      lines: [{ cashAccount: 'ICBC', amount: '300' }],
    })
    const [advance = ''] = await trade.itemsOf(ahead)
    const back = await books.push(purchaseReceipt, receipt, purchaseReturn, {
      date: '2026-01-07',
      lines: [
        {
          ...A('10', '11.3'),
          source: {
            type: 'purchaseReceipt',
            document: String(receipt.header['id']),
            line: String(receipt.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    })
    const red = await books.push(purchaseReturn, back, purchaseInvoice, { date: '2026-01-08' })
    const [credit = ''] = await trade.itemsOf(red)
    const before = [await ledger(), await openItems()]
    expect(before[1]).toEqual(['advanceToSupplier 300.00', 'payable -1130.00', 'payable 113.00'])
    const prepaid = await books.post(settlement, {
      date: '2026-01-09',
      kind: 'advancePayable',
      lines: [
        { party: 'S1', openItem: advance, kind: 'advanceToSupplier', amount: '200' },
        { party: 'S1', openItem: owed, kind: 'payable', amount: '200' },
      ],
    })
    const credited = await books.post(settlement, {
      date: '2026-01-10',
      kind: 'payables',
      lines: [
        { party: 'S1', openItem: credit, kind: 'payable', amount: '-113' },
        { party: 'S1', openItem: owed, kind: 'payable', amount: '113' },
      ],
    })
    const paid = await books.post(payment, {
      date: '2026-01-11',
      supplier: 'S1',
      lines: [{ cashAccount: 'ICBC', amount: '400' }],
      settlements: [{ openItem: owed, kind: 'payable', amount: '400', discount: '17' }],
    })
    expect(await openItems()).toEqual(['advanceToSupplier 100.00', 'payable -400.00'])
    await expect(books.act(purchaseInvoice, invoice, 'unpost')).rejects.toThrow(/settle/)
    // One of them is taken back: the other two stand.
    await books.act(settlement, prepaid, 'unpost')
    expect(await openItems()).toEqual(['advanceToSupplier 300.00', 'payable -600.00'])
    // A part of another, by an amendment: 400 and 17 of discount become 250.
    await books.act(payment, paid, 'amend', {
      settlements: [{ openItem: owed, kind: 'payable', amount: '250' }],
    })
    expect(await openItems()).toEqual(['advanceToSupplier 150.00', 'advanceToSupplier 300.00', 'payable -767.00'])
    // Once its voucher is booked it is reversed, and the items are open again all the same.
    await run(books, 'reviewVouchers', { period: '2026-01' })
    await run(books, 'bookVouchers', { period: '2026-01' })
    await books.act(settlement, credited, 'reverse', { date: '2026-01-20' })
    await books.act(payment, paid, 'reverse', { date: '2026-01-20' })
    expect([await ledger(), await openItems()]).toEqual(before)
  })
})
