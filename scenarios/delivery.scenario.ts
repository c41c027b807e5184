import { describe, expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { deliveryNotice, deliverySignOff, salesDelivery, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import { updateDocument } from '../src/kernel/documents/documents.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { ask, columnsOf } from './kit/finance.ts'
import { stepsOf, visit } from './kit/link.ts'
import { openTrade } from './kit/trade.ts'

const lineOf = (record: LoadedRecord, index = 0) => String(record.tables['lines']?.[index]?.['id'])

/** 100 in the main warehouse and 100 in the shop, at 10 each, and an order of 10 at 22.60. */
const orderedTrade = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  for (const place of ['MAIN', 'SHOP']) {
    await books.post(purchaseReceipt, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: place,
      lines: [{ item: 'A', quantity: '100', price: '11.3' }],
    })
  }
  const order = await books.post(salesOrder, {
    date: '2026-01-03',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '22.6' }],
  })
  const promised = async () => {
    const [row] = await books.rows<{ quantity: string }>(
      `select coalesce(sum(quantity), 0)::text as quantity from plan_balance where company_id = $1`,
    )
    return Number(row?.quantity)
  }
  return { ...trade, order, promised }
}

describe('from the order to the customer’s signature', () => {
  it('[SAL-09] an order makes a notice, the notice makes deliveries in parts, and the order follows', async () => {
    const { books, ledger, order, promised } = await orderedTrade()
    const notice = await books.push(salesOrder, order, deliveryNotice, { date: '2026-01-04' })
    // A notice moves nothing: the promise stands until goods leave.
    expect(await ledger()).toEqual({ 1405: '2000.00', 220202: '-2000.00' })
    expect(await promised()).toBe(10)
    const source = { type: 'deliveryNotice', document: String(notice.header['id']), line: lineOf(notice) }
    await books.push(deliveryNotice, notice, salesDelivery, {
      date: '2026-01-05',
      lines: [{ item: 'A', quantity: '4', price: '22.6', source }],
    })
    expect(await promised()).toBe(6)
    expect(await ledger()).toEqual({
      1122: '90.40',
      1405: '1960.00',
      220202: '-2000.00',
      22210107: '-10.40',
      5001: '-80.00',
      5401: '40.00',
    })
    const rest = await books.push(deliveryNotice, notice, salesDelivery, { date: '2026-01-06' })
    expect(String(rest.tables['lines']?.[0]?.['quantity'])).toBe('6')
    expect(await promised()).toBe(0)
    await expect(books.push(salesOrder, order, salesDelivery, {})).rejects.toThrow(/open/)
    // Taken back, both the notice and the order are open again.
    await books.act(salesDelivery, rest, 'unpost')
    expect(await promised()).toBe(6)
    await books.act(salesDelivery, rest, 'post')
    expect(await promised()).toBe(0)
  })

  it('[SAL-09] never ships more than was ordered, whichever way it leaves', async () => {
    const { books, order } = await orderedTrade()
    const notice = await books.push(salesOrder, order, deliveryNotice, { date: '2026-01-04' })
    await books.push(salesOrder, order, salesDelivery, {
      date: '2026-01-05',
      lines: [
        {
          item: 'A',
          quantity: '7',
          price: '22.6',
          source: { type: 'salesOrder', document: String(order.header['id']), line: lineOf(order) },
        },
      ],
    })
    await expect(books.push(deliveryNotice, notice, salesDelivery, { date: '2026-01-06' })).rejects.toThrow(/at most 3/)
  })

  it('one delivery leaves from several warehouses, and comes back to where it left', async () => {
    const { books } = await orderedTrade()
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [
        { item: 'A', quantity: '3', price: '22.6' },
        { item: 'A', quantity: '5', price: '22.6', warehouse: 'SHOP' },
      ],
    })
    const onHand = () =>
      books.rows<{ code: string; quantity: string }>(
        `select w.code, b.quantity::float8::text as quantity from stock_balance b join warehouse w on w.company_id = $1 and w.id = b.warehouse
         where b.company_id = $1 order by w.code`,
      )
    expect(await onHand()).toEqual([
      { code: 'MAIN', quantity: '97' },
      { code: 'SHOP', quantity: '95' },
    ])
    await books.push(salesDelivery, delivery, salesReturn, { date: '2026-01-06' })
    expect(await onHand()).toEqual([
      { code: 'MAIN', quantity: '100' },
      { code: 'SHOP', quantity: '100' },
    ])
  })

  it('[SAL-08] the customer follows the order by a link and signs; the order page says the same', async () => {
    const { books, order } = await orderedTrade()
    const timeline = async () =>
      columnsOf((await ask(books, 'orderTimeline', { order: String(order.header['number']) })).rows, 'step', 'state')
    expect(stepsOf(await visit(books, 'orderProgress', order))).toEqual([
      '下单 done',
      '审核 done',
      '发货 now',
      '签收 open',
    ])
    expect(await timeline()).toEqual(['下单 | done', '审核 | done', '发货 | now', '签收 | open'])
    await books.push(salesOrder, order, salesDelivery, { date: '2026-01-05' })
    const shown = await visit(books, 'orderProgress', order)
    expect(stepsOf(shown)).toEqual(['下单 done', '审核 done', '发货 done', '签收 now'])
    expect(shown.questions?.[0]?.rows?.map((row) => row['delivered'])).toEqual(['10 个'])
    const signed = await visit(books, 'orderProgress', order, { answer: ['sign', { signedBy: '王芳', lines: [] }] })
    expect(stepsOf(signed)).toEqual(['下单 done', '审核 done', '发货 done', '签收 done'])
    expect(signed.questions).toEqual([])
    expect(await timeline()).toEqual(['下单 | done', '审核 | done', '发货 | done', '签收 | done'])
    await expect(visit(books, 'orderProgress', order, { answer: ['sign', { signedBy: '王芳' }] })).rejects.toThrow(
      /nothing to sign/,
    )
  })

  it('[SAL-08] what the customer refuses comes back at cost by a return that waits as a draft', async () => {
    const { books, ledger, order } = await orderedTrade()
    const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-05' })
    const before = await ledger()
    await expect(
      visit(books, 'orderProgress', order, {
        answer: ['sign', { signedBy: '王芳', lines: [{ id: lineOf(delivery), refusedQuantity: '11' }] }],
      }),
    ).rejects.toThrow(/refusedQuantity/)
    await visit(books, 'orderProgress', order, {
      answer: [
        'sign',
        { signedBy: '王芳', lines: [{ id: lineOf(delivery), refusedQuantity: '2', refusedReason: '外箱破损' }] },
      ],
    })
    expect(await ledger()).toEqual(before)
    const [draft] = await books.rows<{ id: string; reason: string; state: string }>(
      `select id, reason, state from sales_return where company_id = $1`,
    )
    expect(draft).toMatchObject({ state: 'draft' })
    expect(draft?.reason).toMatch(/^XSQS-\d{6}-\d{4} 客户拒收：外箱破损$/)
    const returned = { header: { id: draft?.id }, tables: {} }
    await books.inWork((work) => updateDocument(work, salesReturn, String(draft?.id), { date: '2026-01-06' }))
    await books.act(salesReturn, returned, 'post')
    // 2 of 10 at 22.60 with 13 % inside, which cost 10 each.
    expect(await ledger()).toEqual({
      1122: '180.80',
      1405: '1920.00',
      220202: '-2000.00',
      22210107: '-20.80',
      5001: '-160.00',
      5401: '80.00',
    })
  })

  it('is signed off by hand too, never for more than was delivered', async () => {
    const { books, order } = await orderedTrade()
    const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-05' })
    await books.push(salesDelivery, delivery, deliverySignOff, {
      date: '2026-01-06',
      signedBy: '李强',
      signedAt: '14:30',
    })
    await expect(
      books.push(salesDelivery, delivery, deliverySignOff, { date: '2026-01-06', signedBy: '李强' }),
    ).rejects.toThrow(/open/)
  })
})
