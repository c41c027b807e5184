import { describe, expect, test } from 'vitest'
import { calendarDate } from '../src/base/calendar-date.ts'
import { purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { priceList, salesChannel, salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import { runReceiveChannelOrders } from '../src/domains/sales/processes/receive-channel-orders.run.ts'
import type { Json } from '../src/base/json.ts'
import type { Id } from '../src/base/id.ts'
import { listRecords } from '../src/kernel/documents/list.ts'
import { readFilters } from '../src/kernel/documents/list-filter.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const openShop = async (): Promise<Trade['books']> => {
  const { books } = await openTrade()
  await books.entity(item, {
    code: 'PEN',
    name: '钢笔',
    unit: 'PCS',
    taxRate: 'VAT13',
    salePrice: '10',
    barcode: '6901234',
  })
  await books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-01',
    lines: [{ item: 'PEN', quantity: '100', price: '6' }],
  })
  return books
}

const order = (books: Trade['books'], quantity: string, more: object = {}) => ({
  customer: 'C1',
  warehouse: 'MAIN',
  ...more,
  lines: [{ item: 'PEN', quantity }],
})

describe('what can be promised', () => {
  test('[DEP-08] an order is promised from what is on hand and what comes, in parts where it has to be', async () => {
    const books = await openShop()
    books.clock.moveTo(calendarDate('2026-02-01'))
    const promiseOf = async (quantity: string) => {
      const draft = await books.draft(salesOrder, order(books, quantity))
      const [line] = draft.tables['lines'] ?? []
      return [line?.['promisedOn'], line?.['promiseNote']]
    }
    expect(await promiseOf('100')).toEqual(['2026-02-01', '现货'])
    expect(await promiseOf('101')).toEqual([null, '现货 100，缺 1'])
    await books.post(purchaseOrder, {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-02-01',
      lines: [{ item: 'PEN', quantity: '50', price: '6', promisedOn: '2026-02-10' }],
    })
    expect(await promiseOf('120')).toEqual(['2026-02-10', '现货 100，2026-02-10 到货 20'])
    // What is promised for the 8th is not promised again: 70 of the 100, and of the 150 on the 10th 80 are left.
    await books.post(salesOrder, order(books, '70', { promisedOn: '2026-02-08', date: '2026-02-01' }))
    expect(await promiseOf('30')).toEqual(['2026-02-01', '现货'])
    expect(await promiseOf('60')).toEqual(['2026-02-10', '现货 30，2026-02-10 到货 30'])
    expect(await promiseOf('90')).toEqual([null, '现货 30，2026-02-10 到货 50，缺 10'])
    // Two lines of the same goods are promised one after the other.
    const twice = await books.draft(salesOrder, {
      customer: 'C1',
      lines: [
        { item: 'PEN', quantity: '20' },
        { item: 'PEN', quantity: '20' },
      ],
    })
    expect((twice.tables['lines'] ?? []).map((line) => line['promisedOn'])).toEqual(['2026-02-01', '2026-02-10'])
  })

  test('[DEP-08] what an order reserves is not delivered to others', async () => {
    const books = await openShop()
    const held = await books.post(salesOrder, order(books, '80', { isReserved: true, date: '2026-02-01' }))
    const sell = (quantity: string) =>
      books.post(salesDelivery, {
        customer: 'C1',
        warehouse: 'MAIN',
        date: '2026-02-02',
        lines: [{ item: 'PEN', quantity, price: '10' }],
      })
    await expect(sell('21')).rejects.toThrow(/80 of it are reserved for other orders; 20 can go/)
    await expect(sell('20')).resolves.toBeDefined()
    // The order's own delivery takes what it reserved; closed, it holds nothing.
    await books.push(salesOrder, held, salesDelivery, { date: '2026-02-03' })
    const [left] = await books.rows<{ quantity: string }>(
      `select sum(quantity) as quantity from stock_balance where company_id = $1 and item = (select id from item where company_id = $1 and code = 'PEN')`,
    )
    expect(Number(left?.quantity)).toBe(0)
  })
})

describe('goods of several warehouses', () => {
  test('[INV-14] a shop sells from another region’s stock, and what it reserved there is not sold twice', async () => {
    const books = await openShop()
    await books.entity(warehouse, { code: 'SHOP', name: '门店' })
    books.clock.moveTo(calendarDate('2026-02-01'))
    const here = { warehouse: 'SHOP', date: '2026-02-01', isReserved: true }
    const draft = await books.draft(salesOrder, order(books, '30', here))
    // None in the shop, 100 in the main warehouse: the line says both.
    expect(draft.tables['lines']?.[0]).toMatchObject({
      promiseNote: '本仓缺 30；全公司现货',
      promisedOn: null,
    })
    await expect(books.act(salesOrder, draft, 'post')).rejects.toThrow(/lines.0.quantity: only 0 can be reserved/)
    const there = { ...here, warehouse: 'MAIN' }
    const sold = await books.post(salesOrder, order(books, '80', there))
    await expect(books.post(salesOrder, order(books, '30', there))).rejects.toThrow(/only 20 can be reserved/)
    // What is to come may be reserved for the day it comes.
    await books.post(salesOrder, order(books, '30', { ...there, promisedOn: '2026-02-20' }))
    const counter = { customer: 'C1', warehouse: 'MAIN', date: '2026-02-02' }
    const sell = { ...counter, lines: [{ item: 'PEN', quantity: '1', price: '10' }] }
    await expect(books.post(salesDelivery, sell)).rejects.toThrow(/reserved for other orders/)
    await books.push(salesOrder, sold, salesDelivery, { date: '2026-02-03' })
  })

  test('an order is late in its list from the day after the first promise that is not kept', async () => {
    const books = await openShop()
    const made = await books.post(salesOrder, order(books, '30', { date: '2026-02-01', promisedOn: '2026-02-05' }))
    const later = await books.post(salesOrder, order(books, '10', { date: '2026-02-01', promisedOn: '2026-02-25' }))
    const list = (today: string, filter: string) => {
      books.clock.moveTo(calendarDate(today))
      return books.inWork(async (work) => {
        const { rows } = await listRecords(work, salesOrder, { filters: readFilters(filter) })
        return rows.map((row) => [row['number'], (row['derived'] as { late: number | null }).late])
      })
    }
    const late = '[{"field":"state","op":"in","value":["late"]}]'
    const [first, second] = [made.header['number'], later.header['number']]
    expect(await list('2026-02-05', late)).toEqual([])
    expect(await list('2026-02-08', late)).toEqual([[first, 3]])
    expect(await list('2026-02-08', '')).toEqual([
      [second, null],
      [first, 3],
    ])
    await books.push(salesOrder, made, salesDelivery, { date: '2026-02-08' })
    expect(await list('2026-02-08', late)).toEqual([])
  })
})

describe('the order pool', () => {
  const receive = async (books: Trade['books'], channel: string, orders: Json) => {
    const [row] = await books.rows<{ id: Id<'salesChannel'> }>(
      `select id from sales_channel where company_id = $1 and code = $2`,
      channel,
    )
    const answer = await runReceiveChannelOrders.run(
      { channel: row?.id ?? null, orders },
      (step) => books.inWork(step),
      {
        report: async () => {},
        cancelled: async () => false,
      },
    )
    const { orders: received } = answer as {
      orders: { number: string; order: string; state: string; problem?: string }[]
    }
    return received
  }

  test('[SAL-04] [ECO-04] orders of all channels enter one pool, each once, priced, reserved and posted without typing', async () => {
    const books = await openShop()
    await books.entity(salesChannel, { code: 'TMALL', name: '天猫', customer: 'C1', warehouse: 'MAIN' })
    await books.entity(salesChannel, { code: 'JD', name: '京东', customer: 'C1', warehouse: 'MAIN' })
    await books.entity(priceList, {
      code: 'ZJ',
      name: '客户专价',
      kind: 'customer',
      customer: 'C1',
      lines: [{ item: 'PEN', price: '8' }],
    })
    const first = { number: 'T-1001', date: '2026-02-01', lines: [{ item: '6901234', quantity: '3' }] }
    const [one] = await receive(books, 'TMALL', [first])
    expect(one).toMatchObject({ number: 'T-1001', state: 'posted' })
    // The same again, with another beside it: only what is new is made; the same number of another channel is another order.
    const again = await receive(books, 'TMALL', [
      first,
      { ...first, number: 'T-1002', lines: [{ item: 'PEN', quantity: '1', price: '9' }] },
    ])
    expect(again.map((each) => each.order === one?.order)).toEqual([true, false])
    await receive(books, 'JD', [first])
    const rows = await books.rows<{
      channel: string
      channel_order: string
      state: string
      is_reserved: boolean
      total_gross: string
    }>(
      `select c.name as channel, o.channel_order, o.state, o.is_reserved, o.total_gross from sales_order o
       join sales_channel c on c.company_id = $1 and c.id = o.channel where o.company_id = $1 order by c.code desc, o.channel_order`,
    )
    expect(rows).toEqual([
      { channel: '天猫', channel_order: 'T-1001', state: 'posted', is_reserved: true, total_gross: '24.00' },
      { channel: '天猫', channel_order: 'T-1002', state: 'posted', is_reserved: true, total_gross: '9.00' },
      { channel: '京东', channel_order: 'T-1001', state: 'posted', is_reserved: true, total_gross: '24.00' },
    ])
  })

  test('[SAL-04] one bad order keeps no other out, and says why', async () => {
    const books = await openShop()
    await books.entity(salesChannel, { code: 'MALL', name: '商城', customer: 'C1', warehouse: 'MAIN' })
    const received = await receive(books, 'MALL', [
      { number: 'M-1', lines: [{ item: 'NOTHING', quantity: '1' }] },
      { number: 'M-2', date: '2026-02-01', lines: [{ item: 'PEN', quantity: '1' }] },
      { lines: [{ item: 'PEN', quantity: '1' }] },
    ])
    expect(received.map((each) => each.state)).toEqual(['refused', 'posted', 'refused'])
    expect(received[0]?.problem).toContain('lines.0.item')
  })
})
