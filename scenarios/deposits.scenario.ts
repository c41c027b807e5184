import { describe, expect, test } from 'vitest'
import { collection, settlement } from '../src/domains/money/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../src/domains/sales/index.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { receive } from './kit/receive.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

describe('a deposit', () => {
  const ordered = async (settings: JsonObject = {}) => {
    const trade = await openTrade(settings)
    await receive(trade.books, '2026-01-02', '100', '11.3')
    const order = await trade.books.post(salesOrder, {
      date: '2026-01-03',
      customer: 'C1',
      warehouse: 'MAIN',
      deposit: '100',
      lines: [{ item: 'A', quantity: '10', price: '22.6' }],
    })
    await trade.books.post(collection, {
      date: '2026-01-04',
      customer: 'C1',
      orderNumber: String(order.header['number']),
      lines: [{ cashAccount: 'BANK', amount: '100' }],
    })
    // Another advance of the same customer is for nothing in particular, and stays.
    await trade.books.post(collection, {
      date: '2026-01-04',
      customer: 'C1',
      lines: [{ cashAccount: 'BANK', amount: '7' }],
    })
    const part = (quantity: string) => [{ item: 'A', quantity, price: '22.6', source: sourceOf('salesOrder', order) }]
    const deliver = (date: string, quantity: string) =>
      trade.books.push(salesOrder, order, salesDelivery, { date, lines: part(quantity) })
    return { ...trade, order, deliver }
  }
  const advance = async ({ openItems }: Pick<Trade, 'openItems'>) =>
    (await openItems()).filter((each) => !each.startsWith('estimate'))

  test('is set off by itself as the order leaves, part by part, and can be taken back', async () => {
    const trade = await ordered()
    await trade.deliver('2026-01-05', '3')
    expect(await advance(trade)).toEqual(['advanceFromCustomer -32.20', 'advanceFromCustomer -7.00'])
    await trade.deliver('2026-01-06', '7')
    expect(await advance(trade)).toEqual(['advanceFromCustomer -7.00', 'receivable 126.00'])
    const [made] = await trade.books.rows<{ id: string }>(
      `select id from settlement where company_id = $1 and date = '2026-01-06'`,
    )
    const set = await trade.books.inWork((work) => findDocument(work, settlement, made?.id ?? ''))
    await trade.books.act(settlement, set, 'unpost')
    expect(await advance(trade)).toEqual([
      'advanceFromCustomer -32.20',
      'advanceFromCustomer -7.00',
      'receivable 158.20',
    ])
  })

  test('is undone with the delivery that it was set off against, and can be set off again', async () => {
    const trade = await ordered()
    const delivery = await trade.deliver('2026-01-05', '10')
    expect(await advance(trade)).toEqual(['advanceFromCustomer -7.00', 'receivable 126.00'])
    const draft = await trade.books.act(salesDelivery, delivery, 'unpost')
    expect(await advance(trade)).toEqual(['advanceFromCustomer -100.00', 'advanceFromCustomer -7.00'])
    const states = () =>
      trade.books.rows<{ state: string }>(`select state from settlement where company_id = $1 order by number`)
    expect((await states()).map((one) => one.state)).toEqual(['void'])
    const again = await trade.books.act(salesDelivery, draft, 'post')
    expect(await advance(trade)).toEqual(['advanceFromCustomer -7.00', 'receivable 126.00'])
    await trade.books.act(salesDelivery, again, 'reverse', { date: '2026-01-09' })
    expect(await advance(trade)).toEqual(['advanceFromCustomer -100.00', 'advanceFromCustomer -7.00'])
    expect((await states()).map((one) => one.state)).toEqual(['void', 'posted', 'posted'])
  })

  test('waits for the invoice where the receivable does, and takes the VAT owed before', async () => {
    const trade = await ordered({ receivableBasis: 'invoice' })
    const delivery = await trade.deliver('2026-01-05', '10')
    // 26 of VAT are owed from the delivery.
    expect(await advance(trade)).toEqual(['advanceFromCustomer -74.00', 'advanceFromCustomer -7.00'])
    await trade.books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-08' })
    expect(await advance(trade)).toEqual(['advanceFromCustomer -7.00', 'receivable 126.00'])
  })

  test('stays where the company sets deposits off by hand', async () => {
    const trade = await ordered({ settleDeposits: false })
    await trade.deliver('2026-01-05', '10')
    expect(await advance(trade)).toEqual([
      'advanceFromCustomer -100.00',
      'advanceFromCustomer -7.00',
      'receivable 226.00',
    ])
  })
})
