import { describe, expect, test } from 'vitest'
import { calendarDate } from '../src/base/calendar-date.ts'
import { collection } from '../src/domains/money/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import {
  commissionPlan,
  creditPolicy,
  promotion,
  salesDelivery,
  salesInvoice,
  salesOrder,
} from '../src/domains/sales/index.ts'
import { findEntity } from '../src/kernel/documents/entities.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { employee } from '../src/ledgers/dimensions/people.ts'
import { ask, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const openShop = async (settings = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(item, { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13', salePrice: '113' })
  await books.entity(employee, { code: 'E1', name: '林知远' })
  await books.entity(employee, { code: 'E2', name: '王若溪' })
  for (const [code, name] of [
    ['GOOD', '守信'],
    ['LATE', '拖欠'],
  ] as const) {
    await books.entity(party, { code, name, isCustomer: true, paymentDays: 30, salesperson: 'E1' })
  }
  await books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-01',
    lines: [{ item: 'PEN', quantity: '1000', price: '67.8' }],
  })
  return trade
}

const sell = (books: Trade['books'], customer: string, date: string, quantity: string, salesperson = 'E1') =>
  books.post(salesDelivery, {
    customer,
    salesperson,
    warehouse: 'MAIN',
    date,
    lines: [{ item: 'PEN', quantity, price: '113' }],
  })

const pay = async (trade: Trade, delivery: Awaited<ReturnType<typeof sell>>, date: string, amount: string) => {
  const [openItem = ''] = await trade.itemsOf(delivery)
  return trade.books.post(collection, {
    customer: String(delivery.header['customer']),
    date,
    lines: [{ cashAccount: 'BANK', amount }],
    settlements: [{ openItem, amount }],
  })
}

describe('credit', () => {
  test('[CRM-07] [SAL-20] a score gives limit and terms, or holds orders; the control sheet says who is over and late', async () => {
    const trade = await openShop({ creditControl: 'forbid' })
    const { books } = trade
    for (const [rating, minScore, creditLimit, paymentDays, hold] of [
      ['a', 80, '50000', 60, false],
      ['c', 40, '5000', 15, false],
      ['d', 0, '0', 0, true],
    ] as const) {
      await books.entity(creditPolicy, { code: rating, name: rating, rating, minScore, creditLimit, paymentDays, hold })
    }
    await pay(trade, await sell(books, 'GOOD', '2026-01-05', '20'), '2026-01-20', '2260')
    await sell(books, 'GOOD', '2026-05-20', '10')
    await pay(trade, await sell(books, 'LATE', '2026-01-05', '10'), '2026-04-30', '1130')
    await sell(books, 'LATE', '2026-01-10', '30')
    books.clock.moveTo(calendarDate('2026-06-01'))
    // Paid on time 40, nothing overdue 30, four months of twelve 5, buys 15. The other: 0, 0 − 37, 5, 15.
    expect(await run(books, 'rateCredit', {})).toMatchObject({ held: 1 })
    const of = async (code: string) => (await books.inWork((work) => findEntity(work, party, code))).header
    expect(await of('GOOD')).toMatchObject({ creditScore: 90, creditRating: 'a', paymentDays: 60, creditHold: false })
    expect(await of('LATE')).toMatchObject({ creditScore: 20, creditRating: 'd', creditHold: true })
    const order = (customer: string, quantity: string) =>
      books.post(salesOrder, { customer, date: '2026-06-01', lines: [{ item: 'PEN', quantity }] })
    await expect(order('LATE', '1')).rejects.toThrow(/on credit hold/)
    await expect(order('GOOD', '500')).rejects.toThrow(/exceeds the credit limit of 50,000.00 by 7,630.00/)
    await expect(order('GOOD', '100')).resolves.toBeDefined()
    const sheet = await ask(books, 'receivablesControl')
    const named = (code: string) => sheet.rows.find((row) => String(row['customer']).startsWith(code))
    expect(named('GOOD')).toMatchObject({ owed: '1130.00', left: '37570', orders: '11300.00', state: '正常' })
    expect(named('LATE')).toMatchObject({
      owed: '3390.00',
      older: '3390.00',
      oldest: 112,
      state: '已冻结、超额度、有逾期',
    })
    const held = await ask(books, 'receivablesControl', { state: 'hold' })
    expect(held.rows).toHaveLength(1)
  })
})

describe('performance', () => {
  test('[SAL-18] commission and ranking count by order, shipment, invoice or cash received', async () => {
    const trade = await openShop()
    const { books } = trade
    await books.post(salesOrder, {
      customer: 'GOOD',
      salesperson: 'E2',
      date: '2026-01-05',
      lines: [{ item: 'PEN', quantity: '100' }],
    })
    const large = await sell(books, 'GOOD', '2026-01-06', '60', 'E1')
    const small = await sell(books, 'LATE', '2026-01-07', '20', 'E2')
    await books.push(salesDelivery, small, salesInvoice, { date: '2026-01-08' })
    await pay(trade, large, '2026-01-20', '1000')
    await pay(trade, small, '2026-01-21', '2260')
    await books.entity(commissionPlan, {
      code: 'P1',
      name: '回款提成',
      basis: 'cash',
      steps: [{ rate: '2' }, { fromAmount: '2000', rate: '5' }],
    })
    const ranked = async (basis: string) => {
      const { rows } = await ask(books, 'salesCommission', { basis, from: '2026-01-01', to: '2026-01-31' })
      return rows
        .filter((row) => row['salesperson'] !== '（无业务员）')
        .map((row) => [row['salesperson'], Number(row[basis])])
    }
    expect(await ranked('order')).toEqual([
      ['王若溪', 11300],
      ['林知远', 0],
    ])
    expect(await ranked('shipment')).toEqual([
      ['林知远', 6780],
      ['王若溪', 2260],
    ])
    expect((await ranked('invoice'))[0]).toEqual(['王若溪', 2260])
    expect(await ranked('cash')).toEqual([
      ['王若溪', 2260],
      ['林知远', 1000],
    ])
    const { rows } = await ask(books, 'salesCommission', { from: '2026-01-01', to: '2026-01-31' })
    // 2,000 at 2 % and 260 at 5 %; 1,000 at 2 %.
    expect(rows.map((row) => [row['salesperson'], row['commission']])).toEqual([
      ['王若溪', '53'],
      ['林知远', '20'],
    ])
  })

  test('customers and drafts of one salesperson go to another, what was sold stays', async () => {
    const { books } = await openShop()
    const sold = await sell(books, 'GOOD', '2026-01-06', '1')
    const draft = await books.draft(salesOrder, { customer: 'GOOD', lines: [{ item: 'PEN', quantity: '1' }] })
    const ids = await books.rows<{ id: string }>(`select id from employee where company_id = $1 order by code`)
    const done = await run(books, 'handOverCustomers', { from: ids[0]?.id ?? '', to: ids[1]?.id ?? '' })
    expect(done).toEqual({ customers: 2, documents: 1 })
    const [order] = await books.rows<{ salesperson: string }>(
      `select salesperson from sales_order where company_id = $1 and id = $2`,
      draft.header['id'],
    )
    const [delivery] = await books.rows<{ salesperson: string }>(
      `select salesperson from sales_delivery where company_id = $1 and id = $2`,
      sold.header['id'],
    )
    expect([order?.salesperson, delivery?.salesperson]).toEqual([ids[1]?.id, ids[0]?.id])
  })

  test('[SAL-17] segments make a list of customers, and a campaign goes to one of them', async () => {
    const { books } = await openShop()
    for (const code of ['X1', 'X2', 'X3']) await books.entity(party, { code, name: code, isCustomer: true })
    for (const date of ['2026-05-01', '2026-05-10', '2026-05-20']) await sell(books, 'GOOD', date, '50')
    await sell(books, 'LATE', '2026-01-10', '60')
    await sell(books, 'X1', '2026-05-25', '1')
    await sell(books, 'X2', '2026-01-25', '1')
    await sell(books, 'X3', '2026-02-25', '2')
    books.clock.moveTo(calendarDate('2026-06-01'))
    const { rows } = await ask(books, 'customerSegments')
    expect(rows.map((row) => [row['customer'], row['segment']])).toEqual([
      ['GOOD 守信', '重要价值'],
      ['LATE 拖欠', '重要挽留'],
      ['X3 X3', '重要发展'],
      ['X1 X1', '一般发展'],
      ['X2 X2', '一般挽留'],
    ])
    const list = await ask(books, 'customerSegments', { segment: 'comeback' })
    expect(list.rows).toHaveLength(1)
    expect(await run(books, 'segmentCustomers', {})).toEqual({ customers: 5, changed: 5 })
    await books.entity(promotion, {
      code: 'BACK',
      name: '欢迎回来',
      kind: 'discount',
      percentOff: '20',
      segment: '重要挽留',
    })
    const offered = async (customer: string) => {
      const draft = await books.draft(salesOrder, { customer, lines: [{ item: 'PEN', quantity: '1', price: '100' }] })
      return String(draft.header['totalGross'])
    }
    expect([await offered('LATE'), await offered('GOOD')]).toEqual(['80', '100'])
  })
})

test('[SAL-22] one screen tells what an order asks for and caused, from the stock check to the money', async () => {
  const trade = await openShop()
  const { books } = trade
  const order = await books.post(salesOrder, {
    customer: 'GOOD',
    warehouse: 'MAIN',
    date: '2026-02-01',
    promisedOn: '2026-02-20',
    lines: [{ item: 'PEN', quantity: '1200' }],
  })
  const number = String(order.header['number'])
  await run(books, 'requestNeeds', { origin: 'shortage', salesOrder: number })
  const screen = async () => {
    const { rows } = await ask(books, 'orderImpact', { order: number })
    return rows.map((row) => [row['section'], row['quantity'] ?? row['amount'], row['shortage'] ?? null, row['state']])
  }
  const before = await screen()
  expect(before[0]).toEqual(['库存检查', '1200.000000', '200', expect.stringContaining('缺货')])
  expect(before.map(([section]) => section)).toEqual(['库存检查', '采购申请', '预计应收'])
  expect(before[2]?.[1]).toBe('135600')
  const [line] = order.tables['lines'] ?? []
  const delivery = await books.post(salesDelivery, {
    customer: 'GOOD',
    warehouse: 'MAIN',
    date: '2026-02-02',
    lines: [
      {
        item: 'PEN',
        quantity: '100',
        price: '113',
        source: { type: 'salesOrder', document: String(order.header['id']), line: String(line?.['id']) },
      },
    ],
  })
  await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-02-03' })
  await pay(trade, delivery, '2026-02-10', '5000')
  const after = await screen()
  expect(after.map(([section]) => section)).toEqual(
    expect.arrayContaining(['库存检查', '采购申请', '出库', '开票', '预计应收', '应收']),
  )
  expect(after.find(([section]) => section === '应收')).toEqual(['应收', '11300.00', null, '未收 6300'])
})

test('a deposit is an advance of its order, and is found from it', async () => {
  const { books, openItems } = await openShop()
  const order = await books.post(salesOrder, {
    customer: 'GOOD',
    date: '2026-02-01',
    deposit: '3000',
    lines: [{ item: 'PEN', quantity: '100' }],
  })
  const number = String(order.header['number'])
  const take = (customer: string, of: string) =>
    books.post(collection, {
      customer,
      date: '2026-02-02',
      orderNumber: of,
      lines: [{ cashAccount: 'BANK', amount: '2000' }],
    })
  await expect(take('LATE', number)).rejects.toThrow(/has no order/)
  await expect(take('GOOD', 'XSDD-0')).rejects.toThrow(/has no order/)
  await take('GOOD', number)
  expect(await openItems()).toContain('advanceFromCustomer -2000.00')
  const { rows } = await ask(books, 'orderImpact', { order: number })
  expect(rows.map((row) => [row['section'], row['amount'], row['state']])).toEqual([
    ['库存检查', '11300.00', '库存充足'],
    ['收款', '2000.00', '已审核'],
    ['订金', '3000', '已收 2000'],
    ['预计应收', '11300', '待出库'],
  ])
})
