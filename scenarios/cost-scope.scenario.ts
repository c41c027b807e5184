import { expect, it } from 'vitest'
import { costMethodChange, openingStock, stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import { company } from '../src/ledgers/dimensions/company.ts'
import { item, itemCategory } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'
import { deliver, receive } from './kit/priced-goods.ts'
import { sourceOf } from './kit/source-of.ts'

it('the scope of cost pools cannot change once goods have moved', async () => {
  const trade = await openTrade()
  await trade.books.post(openingStock, {
    date: '2025-12-31',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1', amount: '1' }],
  })
  const rows = await trade.books.rows<{ code: string }>(`select code from company where company_id = $1`)
  await expect(
    trade.books.inWork((work) => updateEntity(work, company, String(rows[0]?.code), { costPool: 'warehouse' })),
  ).rejects.toMatchObject({ errors: [expect.objectContaining({ path: 'costPool' })] })
})

const changeScope = (trade: Trade, date: string, costPool: string, more: JsonObject = {}) =>
  trade.books.post(costMethodChange, { date, costPool, reason: '管理需要', lines: [{ item: 'A' }], ...more })

/** Every pool that holds goods, as warehouse or company, quantity and amount. */
const held = async (trade: Trade) => {
  const rows = await trade.books.rows<{ at: string; quantity: string; amount: string }>(
    `select coalesce(w.code, '*') as at, trim_scale(p.quantity) as quantity, p.amount from cost_pool p
     left join warehouse w on w.company_id = $1 and p.pool = p.item || '/' || w.id where p.company_id = $1 and p.quantity <> 0 order by 1, 3`,
  )
  return rows.map((row) => `${row.at} ${row.quantity} ${row.amount}`)
}

/** From and to which days goods belonged to which pools. */
const scopeDays = (trade: Trade) =>
  trade.books.rows<{ pool: string; from: string | null; to: string | null }>(
    `select pool, scope_from as from, scope_to as to from cost_pool where company_id = $1 and length(pool) in (36, 73) order by pool`,
  )

const move = (trade: Trade, date: string, quantity: string, more: JsonObject = {}) =>
  trade.books.post(stockTransfer, {
    date,
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'A', quantity, ...more }],
  })

it.for(['movingAverage', 'fifo', 'monthlyAverage'] as const)(
  'one cost for the company becomes one for each warehouse, by %s, and one again: the value kept, late prices of before reach it all',
  async (costMethod) => {
    const trade = await openTrade({ costMethod })
    await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
    const early = await receive(trade, '2026-01-02', '30', '10')
    await receive(trade, '2026-01-03', '10', '20')
    await move(trade, '2026-01-05', '15')
    const sold = await deliver(trade, '2026-01-06', '10')
    if (costMethod === 'monthlyAverage') await run(trade.books, 'carryCostOfSales', { period: '2026-01' })
    // 30@10 and 10@20 less 10: by average 12.50, by layers 20@10 and 10@20; half of what is left is in each place.
    const whole = costMethod === 'fifo' ? '400.00' : '375.00'
    const half = costMethod === 'fifo' ? '200.00' : '187.50'
    expect(await held(trade)).toEqual([`* 30 ${whole}`])
    await expect(changeScope(trade, '2026-02-02', 'warehouse')).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: 'date' })],
    })
    const change = await changeScope(trade, '2026-02-01', 'warehouse')
    expect(await held(trade)).toEqual([`MAIN 15 ${half}`, `SHOP 15 ${half}`])
    const [line] = change.tables['lines'] ?? []
    expect([line?.['heldQuantity'], line?.['heldAmount'], line?.['becomes']].map(String)).toEqual([
      '30',
      String(Number(whole)),
      `主仓库 15 ＝ ${half}；门店 15 ＝ ${half}`,
    ])
    const undone = await trade.books.act(costMethodChange, change, 'unpost')
    expect(await held(trade)).toEqual([`* 30 ${whole}`])
    await trade.books.act(costMethodChange, undone, 'post')
    // From now on what comes to a warehouse is of that warehouse alone.
    await receive(trade, '2026-02-03', '15', '20')
    await expect(receive(trade, '2026-01-20', '1', '10')).rejects.toThrow(/changed on 2026-02-01/)
    await expect(move(trade, '2026-01-20', '1')).rejects.toThrow(/changed on 2026-02-01/)
    await deliver(trade, '2026-02-04', '5', {}, 'SHOP')
    // What was sold before comes back to where it was sold from, at what it cost then.
    await trade.books.push(salesDelivery, sold, salesReturn, {
      date: '2026-02-05',
      lines: [{ item: 'A', quantity: '2', price: '30', source: sourceOf('salesDelivery', sold) }],
    })
    await trade.books.post(purchaseInvoice, {
      date: '2026-02-06',
      supplier: 'S1',
      priceIncludesTax: false,
      lines: [{ item: 'A', quantity: '30', price: '14', source: sourceOf('purchaseReceipt', early) }],
    })
    if (costMethod === 'monthlyAverage') {
      await run(trade.books, 'carryCostOfSales', { period: '2026-01' })
      await run(trade.books, 'carryCostOfSales', { period: '2026-02' })
    }
    const apart = await held(trade)
    expect(apart.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(['MAIN 32', 'SHOP 10'])
    await expect(trade.books.act(costMethodChange, change, 'unpost')).rejects.toThrow(/Goods have moved/)
    await expect(changeScope(trade, '2026-02-01', 'company')).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: 'date' })],
    })
    // A second change that is taken back leaves the first as it was, to the day.
    const marks = await scopeDays(trade)
    const second = await changeScope(trade, '2026-03-01', 'company')
    const taken = await trade.books.act(costMethodChange, second, 'unpost')
    expect(await scopeDays(trade)).toEqual(marks)
    expect(await held(trade)).toEqual(apart)
    await trade.books.act(costMethodChange, taken, 'post')
    const sum = apart.map((one) => Number(one.split(' ')[2]) * 100).reduce((a, b) => a + b, 0)
    expect(await held(trade)).toEqual([`* 42 ${(sum / 100).toFixed(2)}`])
    await move(trade, '2026-03-02', '1')
    await deliver(trade, '2026-03-03', '31')
    await deliver(trade, '2026-03-03', '11', {}, 'SHOP')
    expect(await held(trade)).toEqual([])
  },
)

it('the scope is the item’s, else its category’s, else the company’s; where goods have moved it changes by a document alone', async () => {
  const trade = await openTrade()
  await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await trade.books.entity(itemCategory, { code: 'K', name: '厨具', costPool: 'warehouse' })
  await trade.books.entity(itemCategory, { code: 'KK', name: '锅具', parent: 'K' })
  for (const [code, more] of [
    ['B', { category: 'KK' }],
    ['C', { category: 'KK', costPool: 'company' }],
  ] as const) {
    await trade.books.entity(item, { code, name: `商品${code}`, unit: 'PCS', taxRate: 'VAT13', ...more })
  }
  for (const code of ['A', 'B', 'C']) {
    await receive(trade, '2026-01-02', '10', '10', { item: code })
    await trade.books.post(purchaseReceipt, {
      date: '2026-01-03',
      supplier: 'S1',
      warehouse: 'SHOP',
      priceIncludesTax: false,
      lines: [{ item: code, quantity: '10', price: '20' }],
    })
  }
  expect(await held(trade)).toEqual(['* 20 300.00', '* 20 300.00', 'MAIN 10 100.00', 'SHOP 10 200.00'])
  const refused = { errors: [expect.objectContaining({ path: 'costPool' })] }
  const rows = await trade.books.rows<{ code: string }>(`select code from company where company_id = $1`)
  const change = (definition: typeof company | typeof item | typeof itemCategory, code: string, more: JsonObject) =>
    trade.books.inWork((work) => updateEntity(work, definition, code, more))
  await expect(change(item, 'A', { costPool: 'warehouse' })).rejects.toMatchObject(refused)
  await expect(change(item, 'A', { category: 'KK' })).rejects.toMatchObject(refused)
  await expect(change(itemCategory, 'K', { costPool: 'company' })).rejects.toMatchObject(refused)
  await expect(change(company, String(rows[0]?.code), { costPool: 'warehouse' })).rejects.toMatchObject(refused)
  await expect(changeScope(trade, '2026-02-01', '')).rejects.toMatchObject({
    errors: [expect.objectContaining({ path: 'costMethod' })],
  })
  // All of the company that is costed otherwise, by one document; then the company’s own setting is free.
  const made = await changeScope(trade, '2026-02-01', 'warehouse', { lines: [], wholeCompany: true })
  expect(made.tables['lines']).toHaveLength(2)
  await change(company, String(rows[0]?.code), { costPool: 'warehouse' })
  expect(await held(trade)).toEqual([
    'MAIN 10 100.00',
    'MAIN 10 150.00',
    'MAIN 10 150.00',
    'SHOP 10 150.00',
    'SHOP 10 150.00',
    'SHOP 10 200.00',
  ])
})
