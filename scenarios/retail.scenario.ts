import { expect, it } from 'vitest'
import { collection } from '../src/domains/money/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import {
  priceList,
  promotion,
  retailRefund,
  retailSale,
  salesDelivery,
  shiftHandover,
} from '../src/domains/sales/index.ts'
import { previewProposals } from '../src/kernel/documents/preview.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import { ask, columnsOf, expectSoundBooks } from './kit/finance.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'

/** 100 on the shelf at a cost of 10, a till, WeChat and Alipay. */
const shop = async (settings = {}) => {
  const trade = await openTrade(settings)
  await trade.books.entity(cashAccount, { code: 'WECHAT', name: '微信', kind: 'other' })
  await trade.books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  return trade
}

it('sells over the counter: goods, revenue, VAT and money at once, with change out of the cash and cents given', async () => {
  const { books, ledger, openItems } = await shop()
  const sale = await books.post(retailSale, {
    date: '2026-01-05',
    warehouse: 'MAIN',
    roundedOff: '0.8',
    lines: [{ item: 'A', quantity: '3', price: '22.6' }],
    tenders: [
      { cashAccount: 'WECHAT', amount: '20' },
      { cashAccount: 'CASH', amount: '50' },
    ],
  })
  // 67.80 less 0.80: 20 by WeChat, 47 of the 50 in cash stay, 3 are given back.
  expect(String(sale.header['change'])).toBe('3')
  expect(await ledger()).toEqual({
    1001: '47.00',
    1012: '20.00',
    1405: '970.00',
    220202: '-1000.00',
    22210107: '-7.80',
    5001: '-60.00',
    5401: '30.00',
    560304: '0.80',
  })
  expect(await openItems()).toEqual(['estimate -1000.00'])
})

it('VAT of the counter is always due, whatever contracts say (rule 1), and simple for small-scale taxpayers', async () => {
  const pending = await shop({ vatOnDelivery: false })
  const sell = { date: '2026-01-05', warehouse: 'MAIN', lines: [{ item: 'A', quantity: '1', price: '22.6' }] }
  const paid = { ...sell, tenders: [{ cashAccount: 'CASH', amount: '22.6' }] }
  await pending.books.post(retailSale, paid)
  expect(await pending.ledger()).toMatchObject({ 22210107: '-2.60' })
  const small = await shop({ taxpayer: 'smallScale' })
  await small.books.post(retailSale, paid)
  expect(await small.ledger()).toMatchObject({ 222108: '-2.60' })
})

it('refuses what is not paid, and change for what was not paid in cash', async () => {
  const { books } = await shop()
  const sell = (tenders: { cashAccount: string; amount: string }[]) =>
    books.post(retailSale, {
      date: '2026-01-05',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1', price: '22.6' }],
      tenders,
    })
  await expect(sell([{ cashAccount: 'CASH', amount: '22.5' }])).rejects.toThrow(/0.10 is still to be paid/)
  await expect(sell([{ cashAccount: 'WECHAT', amount: '23' }])).rejects.toThrow(/without cash/)
})

it('[SAL-13] takes goods back by their receipt: at the cost they left at, the money returned, no more than was sold', async () => {
  const { books, ledger } = await shop()
  const sale = await books.post(retailSale, {
    date: '2026-01-05',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '3', price: '22.6' }],
    tenders: [{ cashAccount: 'CASH', amount: '67.8' }],
  })
  const line = String(sale.tables['lines']?.[0]?.['id'])
  const back = (quantity: string, amount: string) =>
    books.push(retailSale, sale, retailRefund, {
      date: '2026-01-06',
      lines: [
        {
          item: 'A',
          quantity,
          price: '22.6',
          source: { type: 'retailSale', document: String(sale.header['id']), line },
        },
      ],
      tenders: [{ cashAccount: 'CASH', amount }],
    })
  await expect(back('1', '20')).rejects.toThrow(/must be what is taken back/)
  await back('1', '22.6')
  expect(await ledger()).toEqual({
    1001: '45.20',
    1405: '980.00',
    220202: '-1000.00',
    22210107: '-5.20',
    5001: '-40.00',
    5401: '20.00',
  })
  await expect(back('3', '67.8')).rejects.toThrow(/at most 2/)
  // Everywhere else the shop's sales count as sales.
  const sales = await ask(books, 'salesSummary', { by: 'customer', from: '2026-01-01', to: '2026-01-31' })
  expect(columnsOf(sales.rows, 'key', 'quantity', 'net', 'cost', 'profit')).toEqual([
    '（零散客户） | 2.000000 | 40.00 | 20.00 | 20',
  ])
  const shift = await ask(books, 'shiftSummary', { day: '2026-01-05' })
  expect(columnsOf(shift.rows, 'label', 'count', 'amount')).toEqual([
    '销售 | 1 | 67.80',
    '抹零 |  | 0',
    '退货 | 0 | 0',
    '收款：现金 | 1 | 67.80',
  ])
  const handed = await books.post(shiftHandover, {
    date: '2026-01-05',
    warehouse: 'MAIN',
    cashierName: '小王',
    lines: [{ cashAccount: 'CASH', expected: '67.8', counted: '67' }],
  })
  expect(String(handed.header['totalDifference'])).toBe('-0.8')
})

it('a delivery is paid into several accounts at once, and the rest stays owed', async () => {
  const { books, ledger, openItems } = await shop()
  const delivery = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '22.6' }],
    receipts: [
      { cashAccount: 'CASH', amount: '26' },
      { cashAccount: 'BANK', amount: '100' },
    ],
  })
  expect(await openItems()).toEqual(['estimate -1000.00', 'receivable 100.00'])
  expect(await ledger()).toMatchObject({ 1001: '26.00', 1002: '100.00', 1122: '100.00' })
  await expect(books.act(salesDelivery, delivery, 'unpost')).rejects.toThrow(/settled/)
  const [made] = await books.rows<{ id: string }>(`select id from collection where company_id = $1`)
  await books.act(collection, { header: { id: made?.id }, tables: {} }, 'unpost')
  await books.act(salesDelivery, delivery, 'unpost')
  expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
})

it('[SAL-15] the counter follows price lists, takes 满减 off and lays the gift beside: VAT on what is paid, the gift at cost', async () => {
  const { books, ledger } = await shop()
  await books.entity(item, { code: 'CUP', name: '杯子', unit: 'PCS', taxRate: 'VAT13', salePrice: '15' })
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'CUP', quantity: '10', price: '5.65' }],
  })
  await books.entity(priceList, {
    code: 'MD',
    name: '门店满五件',
    kind: 'wholesale',
    lines: [{ item: 'A', fromQuantity: '5', price: '22.6' }],
  })
  await books.entity(promotion, { code: 'P1', name: '满100减10', kind: 'reduction', fromAmount: '100', off: '10' })
  await books.entity(promotion, {
    code: 'P2',
    name: '买五送杯',
    kind: 'gift',
    fromQuantity: '5',
    scope: [{ item: 'A' }],
    gifts: [{ item: 'CUP', quantity: '1' }],
  })
  const sale = { date: '2026-01-05', warehouse: 'MAIN', lines: [{ item: 'A', quantity: '5' }] }
  // What the counter shows before anything is paid is what is booked.
  const seen = await books.inWork((work) => previewProposals(work, retailSale, sale))
  const why = { priceSource: '批发价 MD 满 5', promotion: '满100减10 -10；买五送杯' }
  expect(seen.lines[0]).toMatchObject(why)
  expect(seen.more).toMatchObject([{ isGift: true, promotion: '买五送杯' }])
  const sold = await books.post(retailSale, { ...sale, tenders: [{ cashAccount: 'CASH', amount: '103' }] })
  expect(sold.tables['lines']).toMatchObject([why, { isGift: true, isPromotionGift: true }])
  // 113 less 10 holds 11.85 of VAT; five at a cost of 10 and a cup at 5 left.
  const booked = {
    1001: '103.00',
    1405: '995.00',
    220202: '-1050.00',
    22210107: '-11.85',
    5001: '-91.15',
    5401: '55.00',
  }
  expect(await ledger()).toEqual(booked)
  await expectSoundBooks(books)
  // Two of the five come back at what they were paid with: 41.20 of 103.
  const back = await books.push(retailSale, sold, retailRefund, {
    date: '2026-01-06',
    lines: [
      {
        item: 'A',
        quantity: '2',
        price: '22.6',
        discount: '8.849558',
        source: {
          type: 'retailSale',
          document: String(sold.header['id']),
          line: String(sold.tables['lines']?.[0]?.['id']),
        },
      },
    ],
    tenders: [{ cashAccount: 'CASH', amount: '41.2' }],
  })
  expect(String(back.header['totalGross'])).toBe('41.2')
  // Who sells without promotions pays the list, and nothing is given.
  const plain = await books.draft(retailSale, { ...sale, withoutPromotions: true })
  expect(String(plain.header['totalGross'])).toBe('113')
  expect(plain.tables['lines']).toHaveLength(1)
})

it('a receipt of gifts alone is a deemed sale, as a delivery of gifts is (rule 4), and taken back as such', async () => {
  const { books, ledger } = await shop()
  await books.entity(item, { code: 'G', name: '赠品', unit: 'PCS', taxRate: 'VAT13', salePrice: '22.6' })
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'G', quantity: '10', price: '11.3' }],
  })
  const before = await ledger()
  const at = { date: '2026-01-05', warehouse: 'MAIN' }
  const sale = await books.post(retailSale, { ...at, lines: [{ item: 'G', quantity: '2', isGift: true }] })
  // 2 at a cost of 10, and 13 % of a market price of 20 each.
  expect(await ledger()).toEqual({ ...before, 1405: '1080.00', 22210107: '-5.20', 560103: '25.20' })
  const gift = sourceOf('retailSale', sale)
  await books.push(retailSale, sale, retailRefund, {
    date: '2026-01-06',
    lines: [{ item: 'G', quantity: '2', isGift: true, source: gift }],
  })
  expect(await ledger()).toEqual(before)
  // Beside something paid for it is a discount, and stays one when it comes back alone.
  const paid = await books.post(retailSale, {
    ...at,
    lines: [
      { item: 'A', quantity: '1', price: '22.6' },
      { item: 'G', quantity: '1', isGift: true },
    ],
    tenders: [{ cashAccount: 'CASH', amount: '22.6' }],
  })
  expect(await ledger()).toMatchObject({ 5401: '20.00', 22210107: '-2.60' })
  const beside = sourceOf('retailSale', paid, 1)
  await books.push(retailSale, paid, retailRefund, {
    date: '2026-01-06',
    lines: [{ item: 'G', quantity: '1', isGift: true, source: beside }],
  })
  expect(await ledger()).toMatchObject({ 5401: '10.00', 22210107: '-2.60' })
  expect(await ledger()).not.toHaveProperty('560103')
})
