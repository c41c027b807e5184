import { describe, expect, it } from 'vitest'
import { custodyIssue, custodyReceipt } from '../src/domains/inventory/index.ts'
import { collection, customerRefund } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { dropshipOrder } from '../src/domains/purchasing/index.ts'
import {
  consignmentOut,
  consignmentReturn,
  consignmentSettlement,
  loanOut,
  loanReturn,
  salesAllowance,
  salesDelivery,
  salesExchange,
  salesInvoice,
  salesOrder,
  salesReturn,
} from '../src/domains/sales/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { openStocked, receive } from './kit/receive.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const ten = { customer: 'C1', warehouse: 'MAIN', lines: [{ item: 'A', quantity: '10', price: '22.6' }] }

const promisedOf = async ({ books }: Trade) => {
  const [row] = await books.rows<{ quantity: string }>(
    `select coalesce(sum(quantity), 0)::float8::text as quantity from plan_balance where company_id = $1`,
  )
  return row?.quantity
}

describe('what comes back', () => {
  it('[SAL-13] is exchanged: back at the cost it left at, and the replacement is owed until it is sent', async () => {
    const trade = await openStocked()
    const { books, ledger } = trade
    await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
    await books.post(purchaseReceipt, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'B', quantity: '10', price: '13.56' }],
    })
    const delivery = await books.post(salesDelivery, { date: '2026-01-05', ...ten })
    const exchange = await books.push(salesDelivery, delivery, salesExchange, {
      date: '2026-01-08',
      reason: '破损',
      lines: [
        { direction: 'back', item: 'A', quantity: '4', price: '22.6', source: sourceOf('salesDelivery', delivery) },
        { direction: 'out', item: 'B', quantity: '4', price: '22.6' },
      ],
    })
    // 6 at 22.60 are still sold: 1,120 + 40 in stock, and 4 of B are owed.
    const afterBack = {
      1122: '135.60',
      1405: '1060.00',
      220202: '-1120.00',
      22210107: '-15.60',
      5001: '-120.00',
      5401: '60.00',
    }
    expect(await ledger()).toEqual(afterBack)
    expect(await promisedOf(trade)).toBe('4')
    await expect(
      books.push(salesDelivery, delivery, salesReturn, {
        date: '2026-01-09',
        lines: [{ item: 'A', quantity: '7', price: '22.6', source: sourceOf('salesDelivery', delivery) }],
      }),
    ).rejects.toThrow(/at most 6/)
    const sent = await books.push(salesExchange, exchange, salesDelivery, { date: '2026-01-10' })
    expect(await promisedOf(trade)).toBe('0')
    // The replacement cost 12 each: 60 + 48.
    expect(await ledger()).toEqual({
      ...afterBack,
      1122: '226.00',
      1405: '1012.00',
      22210107: '-26.00',
      5001: '-200.00',
      5401: '108.00',
    })
    await expect(books.act(salesExchange, exchange, 'unpost')).rejects.toThrow(/drawn/)
    await books.act(salesDelivery, sent, 'unpost')
    await books.act(salesExchange, exchange, 'unpost')
    expect(await promisedOf(trade)).toBe('0')
  })

  it('[SAL-13] what came back after it was paid is refunded, and nothing stays open', async () => {
    const { books, ledger, itemsOf, openItems } = await openStocked()
    const delivery = await books.post(salesDelivery, { date: '2026-01-05', ...ten })
    const [due = ''] = await itemsOf(delivery)
    await books.post(collection, {
      date: '2026-01-06',
      customer: 'C1',
      lines: [{ cashAccount: 'BANK', amount: '226' }],
      settlements: [{ openItem: due, amount: '226' }],
    })
    const returned = await books.push(salesDelivery, delivery, salesReturn, {
      date: '2026-01-08',
      lines: [{ item: 'A', quantity: '2', price: '22.6', source: sourceOf('salesDelivery', delivery) }],
    })
    expect(await openItems()).toEqual(['estimate -1000.00', 'receivable -45.20'])
    const [credit = ''] = await itemsOf(returned)
    const refund = (amount: string) =>
      books.post(customerRefund, {
        date: '2026-01-09',
        customer: 'C1',
        reason: '退货退款',
        lines: [{ cashAccount: 'BANK', amount }],
        settlements: [{ openItem: credit, amount }],
      })
    await expect(refund('45.21')).rejects.toThrow(/45.2/)
    await refund('45.20')
    expect(await openItems()).toEqual(['estimate -1000.00'])
    expect(await ledger()).toMatchObject({ 1002: '180.80', 5001: '-160.00', 5401: '80.00', 1405: '920.00' })
  })

  it('[SAL-13] an allowance lowers revenue, VAT and debt and leaves the goods, never beyond the invoice (rule 9)', async () => {
    const { books, ledger } = await openStocked()
    const delivery = await books.post(salesDelivery, { date: '2026-01-05', ...ten })
    const invoice = await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-06' })
    const allow = (gross: string) =>
      books.push(salesInvoice, invoice, salesAllowance, {
        date: '2026-01-10',
        reason: '质量',
        lines: [{ item: 'A', quantity: '10', gross, source: sourceOf('salesInvoice', invoice) }],
      })
    await allow('22.6')
    // 226 less 22.60: 20 of revenue and 2.60 of VAT.
    expect(await ledger()).toEqual({
      1122: '203.40',
      1405: '900.00',
      220202: '-1000.00',
      22210107: '-23.40',
      5001: '-180.00',
      5401: '100.00',
    })
    await expect(allow('203.41')).rejects.toThrow(/at most 203.4/)
  })
})

describe('goods of ours at other places', () => {
  it('[DEP-05] a consignee keeps our goods at cost; what they sold is our sale, with VAT due by their list (rule 1)', async () => {
    const { books, ledger } = await openStocked({ vatOnDelivery: false })
    const out = await books.post(consignmentOut, { date: '2026-01-05', ...ten })
    // Nobody owes anything; the goods moved inside inventory to 140501.
    expect(await ledger()).toEqual({ 1405: '900.00', 140501: '100.00', 220202: '-1000.00' })
    const settled = await books.push(consignmentOut, out, consignmentSettlement, {
      date: '2026-01-20',
      listNumber: 'DX-01',
      lines: [{ item: 'A', quantity: '6', price: '22.6', source: sourceOf('consignmentOut', out) }],
    })
    const sold = { 1122: '135.60', 22210107: '-15.60', 5001: '-120.00', 5401: '60.00' }
    expect(await ledger()).toEqual({ ...sold, 1405: '900.00', 140501: '40.00', 220202: '-1000.00' })
    await expect(
      books.push(consignmentOut, out, consignmentReturn, {
        date: '2026-01-21',
        lines: [{ item: 'A', quantity: '5', source: sourceOf('consignmentOut', out) }],
      }),
    ).rejects.toThrow(/at most 4/)
    await books.push(consignmentOut, out, consignmentReturn, { date: '2026-01-21' })
    expect(await ledger()).toEqual({ ...sold, 1405: '940.00', 220202: '-1000.00' })
    // The invoice changes nothing: revenue and VAT stood already.
    await books.push(consignmentSettlement, settled, salesInvoice, { date: '2026-01-22' })
    expect(await ledger()).toEqual({ ...sold, 1405: '940.00', 220202: '-1000.00' })
  })

  it('[DEP-05] a late price reaches the goods at the consignee’s and what they sold', async () => {
    const { books, ledger } = await openTrade()
    const receipt = await receive(books, '2026-01-02', '10', '11.3')
    const out = await books.post(consignmentOut, { date: '2026-01-05', ...ten })
    await books.push(consignmentOut, out, consignmentSettlement, {
      date: '2026-01-20',
      lines: [{ item: 'A', quantity: '6', price: '22.6', source: sourceOf('consignmentOut', out) }],
    })
    await books.push(purchaseReceipt, receipt, purchaseInvoice, {
      date: '2026-01-25',
      lines: [{ item: 'A', quantity: '10', price: '12.43', source: sourceOf('purchaseReceipt', receipt) }],
    })
    // 11 each and not 10: 44 are still at the consignee's, 66 were sold.
    expect(await ledger()).toMatchObject({ 140501: '44.00', 5401: '66.00' })
  })

  it.each([
    ['general', '22210107'],
    ['smallScale', '222108'],
  ])(
    '[DEP-05] goods a consignee has kept for 180 days owe their VAT, once, to the day (rule 1): %s',
    async (taxpayer, account) => {
      const { books, ledger } = await openStocked({ taxpayer })
      const out = await books.post(consignmentOut, { date: '2026-01-05', ...ten })
      const tax = (amount: string) => ({ [account]: amount })
      await books.push(consignmentOut, out, consignmentSettlement, {
        date: '2026-01-20',
        lines: [{ item: 'A', quantity: '2', price: '22.6', source: sourceOf('consignmentOut', out) }],
      })
      expect(await ledger()).toMatchObject({ 1122: '45.20', ...tax('-5.20') })
      expect(await run(books, 'moveDueVat', { through: '2026-07-03' })).toEqual({ documents: [] })
      expect(await run(books, 'moveDueVat', { through: '2026-07-31' })).toEqual({ documents: ['ZXZC-202607-0001'] })
      const [entry] = await books.rows<{ date: string }>(
        `select distinct date from party_entry where company_id = $1 and document_type = 'pendingVatDue'`,
      )
      // The 180th day after 5 January. 8 of 10 are there: 20.80 of VAT are due, and owed by the consignee.
      expect(entry?.date).toBe('2026-07-04')
      expect(await ledger()).toMatchObject({ 1122: '66.00', ...tax('-26.00'), 5001: '-40.00' })
      expect(await run(books, 'moveDueVat', { through: '2026-08-31' })).toEqual({ documents: [] })
      // 3 are sold at last: their revenue is new, their VAT is not. 5 come back, and their VAT with them.
      await books.push(consignmentOut, out, consignmentSettlement, {
        date: '2026-08-01',
        lines: [{ item: 'A', quantity: '3', price: '22.6', source: sourceOf('consignmentOut', out) }],
      })
      expect(await ledger()).toMatchObject({ 1122: '126.00', ...tax('-26.00'), 5001: '-100.00' })
      await books.push(consignmentOut, out, consignmentReturn, { date: '2026-08-02' })
      expect(await ledger()).toMatchObject({
        1122: '113.00',
        ...tax('-13.00'),
        5001: '-100.00',
        5401: expect.any(String),
      })
    },
  )

  it('[DEP-05] money of a consignee without a list makes the VAT in it due; the list then owes the rest (rule 1)', async () => {
    const { books, ledger } = await openStocked({})
    const out = await books.post(consignmentOut, { date: '2026-01-05', ...ten })
    await books.post(collection, {
      date: '2026-02-10',
      customer: 'C1',
      lines: [{ cashAccount: 'BANK', amount: '113' }],
    })
    expect(await run(books, 'moveDueVat', { through: '2026-02-09' })).toEqual({ documents: [] })
    expect(await run(books, 'moveDueVat', { through: '2026-02-28' })).toEqual({ documents: ['ZXZC-202602-0001'] })
    // 113 of the 226 that the goods sell for hold 13 of VAT.
    expect(await ledger()).toMatchObject({ 22210107: '-13.00', 1122: '13.00', 2203: '-113.00' })
    expect(await run(books, 'moveDueVat', { through: '2026-03-31' })).toEqual({ documents: [] })
    // Their list: all ten at last. Its VAT is the rest.
    await books.push(consignmentOut, out, consignmentSettlement, { date: '2026-03-31' })
    expect(await ledger()).toMatchObject({ 22210107: '-26.00', 5001: '-200.00', 1122: '226.00' })
    expect(await run(books, 'moveDueVat', { through: '2026-08-31' })).toEqual({ documents: [] })
  })

  it('[DEP-05] lent goods come back or are bought, from where they are', async () => {
    const { books, ledger } = await openStocked()
    const loan = await books.post(loanOut, { date: '2026-01-05', ...ten, lines: [{ item: 'A', quantity: '10' }] })
    expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
    const places = () =>
      books.rows<{ place: string; quantity: string }>(
        `select place, sum(quantity)::float8::text as quantity from stock_balance where company_id = $1
         group by 1 having sum(quantity) <> 0 order by 1`,
      )
    expect(await places()).toEqual([
      { place: 'lent', quantity: '10' },
      { place: 'onHand', quantity: '90' },
    ])
    await books.push(loanOut, loan, loanReturn, {
      date: '2026-01-10',
      lines: [{ item: 'A', quantity: '7', source: sourceOf('loanOut', loan) }],
    })
    const bought = await books.push(loanOut, loan, salesDelivery, {
      date: '2026-01-12',
      lines: [{ item: 'A', quantity: '3', price: '22.6', source: sourceOf('loanOut', loan) }],
    })
    expect(await places()).toEqual([{ place: 'onHand', quantity: '97' }])
    expect(await ledger()).toEqual({
      1122: '67.80',
      1405: '970.00',
      220202: '-1000.00',
      22210107: '-7.80',
      5001: '-60.00',
      5401: '30.00',
    })
    await expect(books.push(loanOut, loan, loanReturn, { date: '2026-01-13' })).rejects.toThrow(/open/)
    // What was bought and comes back is on hand, not lent again.
    await books.push(salesDelivery, bought, salesReturn, { date: '2026-01-14' })
    expect(await places()).toEqual([{ place: 'onHand', quantity: '100' }])
    expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
  })
})

describe('goods that never were ours to keep', () => {
  it('[DEP-05] goods of others: a quantity with its owner, without value, until we buy them', async () => {
    const { books, ledger } = await openTrade()
    const held = await books.post(custodyReceipt, {
      date: '2026-01-05',
      owner: 'S1',
      purpose: 'consigned',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '20' }],
    })
    expect(await ledger()).toEqual({})
    const byOwner = () =>
      books.rows<{ owner: string; place: string; quantity: string; amount: string }>(
        `select p.code as owner, e.place, sum(e.quantity)::float8::text as quantity, sum(e.amount)::text as amount
         from stock_entry e join party p on p.company_id = $1 and p.id::text = e.owner where e.company_id = $1
         group by 1, 2 having sum(e.quantity) <> 0`,
      )
    expect(await byOwner()).toEqual([{ owner: 'S1', place: 'held', quantity: '20', amount: '0.00' }])
    await expect(books.post(salesDelivery, { date: '2026-01-06', ...ten })).rejects.toThrow(/short/)
    expect(columnsOf((await ask(books, 'goodsElsewhere', {})).rows, 'kindLabel', 'partyName', 'open')).toEqual([])
    const asOf = { asOf: '2026-01-31' }
    expect(
      columnsOf((await ask(books, 'goodsElsewhere', asOf)).rows, 'kindLabel', 'partyName', 'open', 'days'),
    ).toEqual(['代管 | 供应商一 | 20.000000 | 26'])
    const bought = await books.push(custodyReceipt, held, custodyIssue, {
      date: '2026-01-08',
      reason: 'bought',
      lines: [{ item: 'A', quantity: '15', source: sourceOf('custodyReceipt', held) }],
    })
    await books.push(custodyIssue, bought, purchaseReceipt, {
      date: '2026-01-08',
      lines: [{ item: 'A', quantity: '15', price: '11.3', source: sourceOf('custodyIssue', bought) }],
    })
    expect(await ledger()).toEqual({ 1405: '150.00', 220202: '-150.00' })
    expect(await byOwner()).toEqual([{ owner: 'S1', place: 'held', quantity: '5', amount: '0.00' }])
    await books.push(custodyReceipt, held, custodyIssue, { date: '2026-01-09' })
    expect(await byOwner()).toEqual([])
  })

  it('[DEP-05] a drop shipment: both parties’ items and the margin, without our stock', async () => {
    const trade = await openTrade()
    const { books, ledger, openItems } = trade
    const order = await books.post(salesOrder, { date: '2026-01-03', ...ten })
    const direct = await books.push(salesOrder, order, dropshipOrder, {
      date: '2026-01-05',
      supplier: 'S1',
      lines: [
        { item: 'A', quantity: '10', price: '22.6', purchasePrice: '13.56', source: sourceOf('salesOrder', order) },
      ],
    })
    // Sold 200, bought 120: a margin of 80, and nothing in 1405.
    const met = { 1122: '226.00', 220202: '-120.00', 22210107: '-26.00', 5001: '-200.00', 5401: '120.00' }
    expect(await ledger()).toEqual(met)
    expect(await openItems()).toEqual(['estimate -120.00', 'receivable 226.00'])
    expect(await promisedOf(trade)).toBe('0')
    await expect(books.push(salesOrder, order, salesDelivery, {})).rejects.toThrow(/open/)
    await books.push(dropshipOrder, direct, salesInvoice, { date: '2026-01-06' })
    expect(await ledger()).toEqual(met)
    // The supplier's invoice says 12.50 each: the rest is cost of sales at once.
    await books.push(dropshipOrder, direct, purchaseInvoice, {
      date: '2026-01-08',
      lines: [{ item: 'A', quantity: '10', price: '14.125', source: sourceOf('dropshipOrder', direct) }],
    })
    expect(await ledger()).toEqual({
      1122: '226.00',
      220201: '-141.25',
      222105: '16.25',
      22210107: '-26.00',
      5001: '-200.00',
      5401: '125.00',
    })
    expect(await openItems()).toEqual(['payable -141.25', 'receivable 226.00'])
  })
})
