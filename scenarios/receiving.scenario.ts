import { describe, expect, it } from 'vitest'
import {
  incomingInspection,
  inputVatCertification,
  purchaseAllowance,
  purchaseExchange,
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
  purchaseReturn,
} from '../src/domains/purchasing/index.ts'
import { stockStatusChange } from '../src/domains/inventory/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { receive } from './kit/receive.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const states = async ({ books }: Trade): Promise<Record<string, string>> => {
  const rows = await books.rows<{ place: string; quantity: string }>(
    `select place, sum(quantity) as quantity from stock_balance where company_id = $1 group by place having sum(quantity) <> 0 order by place`,
  )
  return Object.fromEntries(rows.map((row) => [row.place, String(Number(row.quantity))]))
}

const deliver = ({ books }: Pick<Trade, 'books'>, code: string, quantity: string, date = '2026-01-20') =>
  books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: code, quantity, price: '22.6' }],
  })

describe('receipt with inspection', () => {
  const received = async (settings: JsonObject = {}) => {
    const trade = await openTrade(settings)
    const { books } = trade
    await books.entity(item, { code: 'Q', name: '轴承', unit: 'PCS', taxRate: 'VAT13', needsInspection: true })
    const order = await books.post(purchaseOrder, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'Q', quantity: '100', price: '11.3' }],
    })
    const receipt = await books.push(purchaseOrder, order, purchaseReceipt, { date: '2026-01-03' })
    return { ...trade, order, receipt }
  }

  it('[PUR-09] goods to be inspected wait, and only what is accepted may be sold', async () => {
    const trade = await received()
    const { books, ledger, receipt } = trade
    // The goods are ours and cost what they cost; none of them may go out.
    expect(await states(trade)).toEqual({ inspection: '100' })
    expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
    await expect(deliver(trade, 'Q', '1')).rejects.toThrow(/short of 1/)
    const inspection = await books.push(purchaseReceipt, receipt, incomingInspection, {
      date: '2026-01-05',
      lines: [
        { item: 'Q', quantity: '60', accepted: '55', defect: '裂纹', source: sourceOf('purchaseReceipt', receipt) },
      ],
    })
    expect(await states(trade)).toEqual({ inspection: '40', onHand: '55', rejected: '5' })
    expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
    await expect(deliver(trade, 'Q', '56')).rejects.toThrow(/short of 1/)
    await deliver(trade, 'Q', '55')
    const stock = await ask(books, 'stockOnHand', { item: String(receipt.tables['lines']?.[0]?.['item']) })
    expect(columnsOf(stock.rows, 'quantity', 'held', 'available', 'amount')).toEqual(['45 | 45 | 0 | 450'])
    await books.push(incomingInspection, inspection, purchaseReturn, { date: '2026-01-21' })
    expect(await states(trade)).toEqual({ inspection: '40' })
    expect(await ledger()).toMatchObject({ 1405: '400.00', 220202: '-950.00', 5401: '550.00' })
    // All of the rest is rejected, and nothing is left to inspect.
    await books.push(purchaseReceipt, receipt, incomingInspection, {
      date: '2026-01-22',
      lines: [{ item: 'Q', quantity: '40', accepted: '0', source: sourceOf('purchaseReceipt', receipt) }],
    })
    await expect(books.push(purchaseReceipt, receipt, incomingInspection, {})).rejects.toThrow(/open any more/)
    await expect(books.act(incomingInspection, inspection, 'unpost')).rejects.toThrow(/short/)
  })

  it('what was rejected is accepted by concession, set apart again and looked at anew, always at its cost', async () => {
    const trade = await received()
    const { books, ledger, receipt } = trade
    const inspection = await books.push(purchaseReceipt, receipt, incomingInspection, {
      date: '2026-01-05',
      lines: [
        { item: 'Q', quantity: '100', accepted: '90', defect: '划痕', source: sourceOf('purchaseReceipt', receipt) },
      ],
    })
    const concession = await books.push(incomingInspection, inspection, stockStatusChange, {
      date: '2026-01-06',
      lines: [
        {
          item: 'Q',
          quantity: '6',
          fromState: 'rejected',
          toState: 'onHand',
          source: sourceOf('incomingInspection', inspection),
        },
      ],
    })
    expect(concession.header['reason']).toBe('让步接收')
    expect(await states(trade)).toEqual({ onHand: '96', rejected: '4' })
    expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
    await expect(
      books.push(incomingInspection, inspection, stockStatusChange, {
        date: '2026-01-06',
        lines: [
          {
            item: 'Q',
            quantity: '5',
            fromState: 'rejected',
            toState: 'onHand',
            source: sourceOf('incomingInspection', inspection),
          },
        ],
      }),
    ).rejects.toThrow(/lines.0.quantity: .*at most 4/)
    const change = (fromState: string, toState: string, quantity: string) =>
      books.post(stockStatusChange, {
        date: '2026-01-07',
        warehouse: 'MAIN',
        reason: '复检',
        lines: [{ item: 'Q', quantity, fromState, toState }],
      })
    await expect(change('onHand', 'onHand', '1')).rejects.toThrow(/state they are in/)
    await expect(change('rejected', 'inspection', '5')).rejects.toThrow(/short of 1/)
    await change('onHand', 'inspection', '10')
    await change('rejected', 'inspection', '4')
    expect(await states(trade)).toEqual({ inspection: '14', onHand: '86' })
    await deliver(trade, 'Q', '86')
    expect(await ledger()).toMatchObject({ 1405: '140.00', 5401: '860.00' })
    await expect(books.act(stockStatusChange, concession, 'unpost')).rejects.toThrow(/short/)
  })

  it('[PUR-09] a little more than was ordered may come, and no more than that', async () => {
    const trade = await received({ overReceiptPercent: '2' })
    const { books } = trade
    await books.entity(item, { code: 'B', name: '螺丝', unit: 'PCS', taxRate: 'VAT13', overReceiptPercent: '5' })
    const order = await books.post(purchaseOrder, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [
        { item: 'A', quantity: '100', price: '11.3' },
        { item: 'B', quantity: '1000', price: '1.13' },
      ],
    })
    const receive = (a: string, b: string) =>
      books.push(purchaseOrder, order, purchaseReceipt, {
        date: '2026-01-04',
        lines: [
          { item: 'A', quantity: a, price: '11.3', source: sourceOf('purchaseOrder', order) },
          { item: 'B', quantity: b, price: '1.13', source: sourceOf('purchaseOrder', order, 1) },
        ],
      })
    await expect(receive('103', '1000')).rejects.toThrow(/lines.0.quantity: 3 more than was ordered; 2 % tolerates 2/)
    await expect(receive('100', '1051')).rejects.toThrow(/lines.1.quantity: 51 more/)
    await receive('60', '1050')
    // What came before counts: 42 more make 102 of 100.
    await books.push(purchaseOrder, order, purchaseReceipt, {
      date: '2026-01-05',
      lines: [{ item: 'A', quantity: '42', price: '11.3', source: sourceOf('purchaseOrder', order) }],
    })
    const again = { date: '2026-01-06', supplier: 'S1', warehouse: 'MAIN' }
    const one = [{ item: 'A', quantity: '1', price: '11.3', source: sourceOf('purchaseOrder', order) }]
    await expect(books.post(purchaseReceipt, { ...again, lines: one })).rejects.toThrow(/lines.0.quantity: 3 more/)
    const promises = await books.rows<{ left: string }>(
      `select sum(quantity) as left from plan_balance where company_id = $1 and promise = $2`,
      sourceOf('purchaseOrder', order).line,
    )
    expect(Number(promises[0]?.left)).toBe(0)
  })

  it('goods invoiced on the way are inspected as well, and a monthly average counts what waits', async () => {
    const trade = await received({ costMethod: 'monthlyAverage' })
    const { books, ledger } = trade
    const order = await books.post(purchaseOrder, {
      date: '2026-01-06',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'Q', quantity: '100', price: '13.56' }],
    })
    const invoice = await books.push(purchaseOrder, order, purchaseInvoice, { date: '2026-01-07' })
    const receipt = await books.push(purchaseInvoice, invoice, purchaseReceipt, {
      date: '2026-01-08',
      warehouse: 'MAIN',
    })
    await books.push(purchaseReceipt, receipt, incomingInspection, { date: '2026-01-09' })
    expect(await states(trade)).toEqual({ inspection: '100', onHand: '100' })
    await deliver(trade, 'Q', '50')
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    // 100 at 10 and 100 at 12 are 200 at 11: 50 of them are 550.
    expect(await ledger()).toMatchObject({ 1405: '1650.00' })
  })
})

describe('exchange', () => {
  it('[PUR-11] goods go back at the cost they came at, and the supplier owes as many until they come', async () => {
    const trade = await openTrade()
    const { books, ledger, openItems } = trade
    const receipt = await receive(books, '2026-01-03', '100', '11.3')
    await receive(books, '2026-01-04', '100', '22.6')
    const exchange = await books.push(purchaseReceipt, receipt, purchaseExchange, {
      date: '2026-01-05',
      promisedOn: '2026-01-15',
      lines: [{ item: 'A', quantity: '20', price: '11.3', source: sourceOf('purchaseReceipt', receipt) }],
    })
    // 20 at 10 are gone; the supplier owes goods for 200.
    expect(await ledger()).toEqual({ 1405: '2800.00', 220202: '-2800.00' })
    expect(await openItems()).toEqual(['estimate -2000.00', 'estimate -1000.00', 'estimate 200.00'])
    const owed = await ask(books, 'goodsOwedBySuppliers', {})
    expect(columnsOf(owed.rows, 'number', 'promisedOn', 'quantity', 'received', 'open', 'cost')).toEqual([
      `${String(exchange.header['number'])} | 2026-01-15 | 20 | 0 | 20 | 200`,
    ])
    // No unit goes back twice: 80 of 100 may still be returned.
    await expect(
      books.push(purchaseReceipt, receipt, purchaseReturn, {
        date: '2026-01-06',
        lines: [{ item: 'A', quantity: '81', price: '11.3', source: sourceOf('purchaseReceipt', receipt) }],
      }),
    ).rejects.toThrow(/at most 80/)
    // The invoice is of what was bought, exchanged or not.
    await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-08' })
    expect(await ledger()).toEqual({ 1405: '2800.00', 220201: '-1130.00', 220202: '-1800.00', 222105: '130.00' })
    const half = await books.push(purchaseExchange, exchange, purchaseReceipt, {
      date: '2026-01-10',
      lines: [{ item: 'A', quantity: '12', price: '11.3', source: sourceOf('purchaseExchange', exchange) }],
    })
    const after = await ask(books, 'goodsOwedBySuppliers', {})
    expect(columnsOf(after.rows, 'quantity', 'received', 'open', 'cost')).toEqual(['20 | 12 | 8 | 80'])
    await books.push(purchaseExchange, exchange, purchaseReceipt, { date: '2026-01-12' })
    expect(await ledger()).toEqual({ 1405: '3000.00', 220201: '-1130.00', 220202: '-2000.00', 222105: '130.00' })
    expect(await openItems()).toEqual(['estimate -2000.00', 'payable -1130.00'])
    expect((await ask(books, 'goodsOwedBySuppliers', {})).rows).toEqual([])
    await expect(books.push(purchaseReceipt, half, purchaseInvoice, {})).rejects.toThrow(/open any more/)
    await expect(books.act(purchaseExchange, exchange, 'unpost')).rejects.toThrow(/drawn from/)
    // What came in their place is bad again and is credited: its red invoice finds what the return left.
    const back = await books.push(purchaseReceipt, half, purchaseReturn, { date: '2026-01-14' })
    await books.push(purchaseReturn, back, purchaseInvoice, { date: '2026-01-16' })
    expect(await ledger()).toEqual({ 1405: '2880.00', 220201: '-994.40', 220202: '-2000.00', 222105: '114.40' })
    expect((await openItems()).filter((each) => each.startsWith('estimate'))).toEqual(['estimate -2000.00'])
  })

  it('[PUR-11] an exchange that is taken back leaves everything as it was', async () => {
    const { books, ledger, openItems } = await openTrade()
    const receipt = await receive(books, '2026-01-03', '100', '11.3')
    const before = [await ledger(), await openItems()]
    const exchange = await books.push(purchaseReceipt, receipt, purchaseExchange, { date: '2026-01-05' })
    await books.act(purchaseExchange, exchange, 'unpost')
    expect([await ledger(), await openItems()]).toEqual(before)
  })
})

describe('allowance', () => {
  it('[PUR-11] the supplier takes less for goods we keep: cost, tax and payable fall, sold goods follow (rule 9)', async () => {
    const { books, ledger, openItems } = await openTrade()
    const receipt = await receive(books, '2026-01-03', '100', '11.3')
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-08' })
    await deliver({ books }, 'A', '60', '2026-01-10')
    const allowance = await books.push(purchaseInvoice, invoice, purchaseAllowance, {
      date: '2026-01-15',
      reason: '外观瑕疵',
      lines: [{ item: 'A', gross: '113', source: sourceOf('purchaseInvoice', invoice) }],
    })
    // 1,000 less 100 over 100: 9 each. 60 of them were sold, 40 are here.
    expect(await ledger()).toMatchObject({
      1405: '360.00',
      5401: '540.00',
      220201: '-1017.00',
      222105: '117.00',
    })
    expect(await openItems()).toEqual(['payable -1017.00', 'receivable 1356.00'])
    await expect(
      books.push(purchaseInvoice, invoice, purchaseAllowance, {
        date: '2026-01-16',
        lines: [{ item: 'A', gross: '1017.01', source: sourceOf('purchaseInvoice', invoice) }],
      }),
    ).rejects.toThrow(/at most 1017/)
    await books.push(purchaseInvoice, invoice, inputVatCertification, { date: '2026-01-31' })
    await books.push(purchaseAllowance, allowance, inputVatCertification, { date: '2026-01-31' })
    expect(await ledger()).toMatchObject({ 22210101: '117.00' })
    expect(await ledger()).not.toHaveProperty('222105')
  })

  it('an allowance for goods of a closed month lowers what is here, and the rest the cost of sales of the open one', async () => {
    const { books, ledger } = await openTrade()
    const receipt = await receive(books, '2026-01-03', '100', '11.3')
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-08' })
    await deliver({ books }, 'A', '60', '2026-01-10')
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    await books.push(purchaseInvoice, invoice, purchaseAllowance, {
      date: '2026-02-15',
      lines: [{ item: 'A', gross: '113', source: sourceOf('purchaseInvoice', invoice) }],
    })
    expect(await ledger()).toMatchObject({ 1405: '360.00', 5401: '-60.00', 220201: '-1017.00' })
  })

  it('an allowance dated before its goods came stands from its own day; stock follows on the day of the receipt', async () => {
    const { books, ledger } = await openTrade()
    const receipt = await receive(books, '2026-01-20', '100', '11.3')
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-08' })
    const allowance = await books.push(purchaseInvoice, invoice, purchaseAllowance, {
      date: '2026-01-15',
      lines: [{ item: 'A', gross: '113', source: sourceOf('purchaseInvoice', invoice) }],
    })
    expect(await ledger()).toMatchObject({ 1405: '900.00', 220201: '-1017.00', 222105: '117.00' })
    expect(await ledger()).not.toHaveProperty('220202')
    await books.act(purchaseAllowance, allowance, 'unpost')
    expect(await ledger()).toMatchObject({ 1405: '1000.00', 220201: '-1130.00', 222105: '130.00' })
    await books.act(purchaseAllowance, allowance, 'post')
    await books.act(purchaseAllowance, allowance, 'reverse', { date: '2026-01-18' })
    expect(await ledger()).toMatchObject({ 1405: '1000.00', 220201: '-1130.00', 222105: '130.00' })
    expect(await ledger()).not.toHaveProperty('220202')
  })
})
