import { expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { newId } from '../src/base/id.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const receive = (trade: Trade, code: string, place: string, date: string, quantity: string, price: string) =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: place,
    priceIncludesTax: false,
    lines: [{ item: code, quantity, price }],
  })

const deliver = (trade: Trade, code: string, place: string, date = '2026-01-05') =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: place,
    lines: [{ item: code, quantity: '5', price: '30' }],
  })

const notices = async (trade: Trade) =>
  (await trade.books.rows<{ zh: string }>(`select zh from notice where company_id = $1 order by id`)).map(
    (row) => row.zh,
  )

/** Forbidden in the company, reminded in the shop, allowed for one item; someone looks after stock. */
const opened = async (): Promise<Trade> => {
  const trade = await openTrade({ negativeStock: 'forbid' })
  const { books } = trade
  await books.entity(warehouse, { code: 'SHOP', name: '门店', negativeStock: 'warn' })
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13', negativeStock: 'allow' })
  await books.entity(item, { code: 'C', name: '商品丙', unit: 'PCS', taxRate: 'VAT13', negativeStock: 'forbid' })
  await books.inWork(async (work) => {
    await work.tx.query(
      `insert into role (company_id, name, label, rights) values ($1, 'keeper', '仓管', '["report.stockOnHand"]')`,
      [work.company],
    )
    await work.tx.query(`insert into member (company_id, user_id, role) values ($1, $2, 'keeper')`, [
      work.company,
      newId<'user'>(),
    ])
  })
  for (const code of ['A', 'B', 'C']) await receive(trade, code, 'MAIN', '2026-01-02', '1', '12.5')
  return trade
}

it('[DEP-09] 负库存 by item, else by warehouse, else by company: forbidden, reminded or allowed', async () => {
  const trade = await opened()
  await expect(deliver(trade, 'A', 'MAIN')).rejects.toThrow(/A 商品甲|A is short|Not enough stock: A/)
  await expect(deliver(trade, 'C', 'SHOP')).rejects.toThrow(/Not enough stock: C/)
  await deliver(trade, 'B', 'MAIN')
  expect(await notices(trade)).toEqual([])
  await deliver(trade, 'A', 'SHOP')
  expect(await notices(trade)).toEqual(['负库存：A 商品甲 在门店缺 5，成本先按最近成本计，补货时补差'])
  await deliver(trade, 'A', 'SHOP')
  expect(await notices(trade)).toHaveLength(1)
})

it('[DEP-09] what was issued short is trued up when it comes, on that day, and the reminder goes', async () => {
  const trade = await opened()
  const sold = await deliver(trade, 'A', 'SHOP')
  const costOf = async () =>
    (
      await trade.books.rows<{ amount: string; date: string }>(
        `select date, sum(amount) as amount from stock_entry where company_id = $1 and document_id = $2 group by date order by date`,
        sold.header['id'],
      )
    ).map((row) => `${row.date} ${row.amount}`)
  // One is in the company's pool at 12.50, four go at the same cost for the time being.
  expect(await costOf()).toEqual(['2026-01-05 -62.50'])
  await receive(trade, 'A', 'SHOP', '2026-01-09', '10', '14')
  expect(await costOf()).toEqual(['2026-01-05 -62.50', '2026-01-09 -6.00'])
  expect(await notices(trade)).toEqual([])
  expect(await trade.ledger()).toMatchObject({ 5401: '68.50' })
})

it.each(['unpost', 'amend'] as const)(
  'the receipt of the next month that covered is changed, and so is what it trued up (%s)',
  async (action) => {
    const trade = await openTrade({ negativeStock: 'allow', costMethod: 'fifo' })
    await receive(trade, 'A', 'MAIN', '2026-01-02', '1', '12.5')
    await deliver(trade, 'A', 'MAIN', '2026-01-20')
    const covering = await receive(trade, 'A', 'MAIN', '2026-02-03', '10', '14')
    expect(await trade.ledger()).toMatchObject({ 1405: '84.00', 5401: '68.50' })
    await trade.books.act(purchaseReceipt, covering, action, action === 'amend' ? { remark: '重录' } : {})
    // Nothing else has moved since January: what was trued up is taken back all the same.
    const costOfSales = action === 'amend' ? '68.50' : '62.50'
    expect(await trade.ledger()).toMatchObject({ 5401: costOfSales })
  },
)
