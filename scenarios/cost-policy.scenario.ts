import { expect, it } from 'vitest'
import { costMethodChange, stockReason, stockReclassification, stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import { accountMapping } from '../src/ledgers/dimensions/account.ts'
import { item, itemCategory } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import { changeItem, costOf, deliver, pools, receive } from './kit/priced-goods.ts'
import { sourceOf } from './kit/source-of.ts'

it('[CST-05] 按批次核算: each lot carries its own cost, through sale, return and transfer; a late invoice reaches its own lot alone', async () => {
  const trade = await openTrade({ costPool: 'warehouse' })
  await changeItem(trade, { costMethod: 'specificLot' })
  await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
  const first = await receive(trade, '2026-01-02', '100', '10', { lot: 'L1' })
  await receive(trade, '2026-01-03', '100', '12', { lot: 'L2' })
  const sold = await deliver(trade, '2026-01-05', '60', { lot: 'L2' })
  expect(await costOf(trade, sold)).toBe('-720.00')
  const returned = await trade.books.push(salesDelivery, sold, salesReturn, {
    date: '2026-01-06',
    lines: [{ item: 'A', quantity: '10', price: '30', source: sourceOf('salesDelivery', sold) }],
  })
  expect(await costOf(trade, returned)).toBe('120.00')
  await trade.books.post(stockTransfer, {
    date: '2026-01-07',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'A', quantity: '40', lot: 'L1' }],
  })
  expect(await costOf(trade, await deliver(trade, '2026-01-08', '20', { lot: 'L1' }, 'SHOP'))).toBe('-200.00')
  await trade.books.post(purchaseInvoice, {
    date: '2026-01-10',
    supplier: 'S1',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '100', price: '11', source: sourceOf('purchaseReceipt', first) }],
  })
  // 60 of L1 at 11 and 50 of L2 at 12 in the warehouse, 20 of L1 in the shop.
  expect((await pools(trade)).map((pool) => `${pool.quantity} ${pool.amount}`).toSorted()).toEqual([
    '110 1260.00',
    '20 220.00',
  ])
  await expect(deliver(trade, '2026-01-11', '1')).rejects.toThrow(/批次计价|by lot/)
  await expect(deliver(trade, '2026-01-11', '51', { lot: 'L2' })).rejects.toThrow(/不够|not enough/i)
})

it('[CST-06] 个别计价: each unit carries its own cost, through sale, return and transfer; a late charge reaches its own units alone', async () => {
  const trade = await openTrade({ costPool: 'warehouse' })
  await changeItem(trade, { costMethod: 'specificSerial', tracksSerials: true })
  await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
  const first = await receive(trade, '2026-01-02', '3', '33.333333', { serials: 'X1\nX2\nX3' })
  await receive(trade, '2026-01-03', '2', '50', { serials: 'Y1\nY2' })
  const sold = await deliver(trade, '2026-01-05', '2', { serials: 'Y2\nX2' })
  // 100.00 for three units: 33.33, 33.34 and 33.33, so that no cent is lost.
  expect(await costOf(trade, sold)).toBe('-83.33')
  const returned = await trade.books.push(salesDelivery, sold, salesReturn, {
    date: '2026-01-06',
    lines: [{ item: 'A', quantity: '1', price: '30', serials: 'Y2', source: sourceOf('salesDelivery', sold) }],
  })
  expect(await costOf(trade, returned)).toBe('50.00')
  await trade.books.post(stockTransfer, {
    date: '2026-01-07',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'A', quantity: '2', serials: 'X1\nY1' }],
  })
  expect(await costOf(trade, await deliver(trade, '2026-01-08', '1', { serials: 'Y1' }, 'SHOP'))).toBe('-50.00')
  await trade.books.post(purchaseInvoice, {
    date: '2026-01-10',
    supplier: 'S1',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '3', price: '40', source: sourceOf('purchaseReceipt', first) }],
  })
  expect(await costOf(trade, sold)).toBe('-90.00')
  expect((await pools(trade)).map((pool) => `${pool.quantity} ${pool.amount}`).toSorted()).toEqual([
    '1 40.00',
    '2 90.00',
  ])
  await expect(deliver(trade, '2026-01-11', '1')).rejects.toThrow(/serial/i)
  await expect(deliver(trade, '2026-01-11', '1', { serials: 'X2' })).rejects.toThrow(/X2/)
})

it('takes the method of the item, else that of its category or the one above, else the company’s', async () => {
  const trade = await openTrade({ costMethod: 'monthlyAverage' })
  await trade.books.entity(itemCategory, { code: 'DRY', name: '商品', costMethod: 'fifo' })
  await trade.books.entity(itemCategory, { code: 'FOOD', name: '食品', parent: 'DRY' })
  await trade.books.entity(item, { code: 'B', name: '乙', unit: 'PCS', taxRate: 'VAT13', category: 'FOOD' })
  await trade.books.entity(item, {
    code: 'C',
    name: '丙',
    unit: 'PCS',
    taxRate: 'VAT13',
    category: 'FOOD',
    costMethod: 'movingAverage',
  })
  for (const code of ['A', 'B', 'C']) await receive(trade, '2026-01-02', '1', '1', { item: code })
  const rows = await trade.books.rows<{ code: string; method: string }>(
    `select i.code, p.method from cost_pool p join item i on i.company_id = $1 and i.id = p.item where p.company_id = $1 order by 1`,
  )
  expect(rows.map((row) => `${row.code} ${row.method}`)).toEqual(['A monthlyAverage', 'B fifo', 'C movingAverage'])
})

const methods = ['movingAverage', 'fifo', 'monthlyAverage', 'specificLot'] as const
const pairs = methods.flatMap((from) => methods.flatMap((to) => (from === to ? [] : [[from, to] as const])))

it.each(pairs)(
  '[CST-04] 计价方法变更 from %s to %s: at the first day of a period, the value kept, in the trail, refused by the back door',
  async (from, to) => {
    const trade = await openTrade({ costPool: 'warehouse' })
    await changeItem(trade, { costMethod: from })
    await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
    const early = await receive(trade, '2026-01-02', '30', '10', { lot: 'L1' })
    await receive(trade, '2026-01-08', '30', '13.33', { lot: 'L2' })
    await deliver(trade, '2026-01-10', '7', { lot: 'L1' })
    await trade.books.post(stockTransfer, {
      date: '2026-01-12',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'A', quantity: '11', lot: 'L2' }],
    })
    if (from === 'monthlyAverage') await run(trade.books, 'carryCostOfSales', { period: '2026-01' })
    const before = await pools(trade)
    await expect(changeItem(trade, { costMethod: to })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: 'costMethod' })],
    })
    const input = { costMethod: to, reason: '管理需要', lines: [{ item: 'A' }] }
    await expect(trade.books.post(costMethodChange, { date: '2026-02-03', ...input })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: 'date' })],
    })
    const change = await trade.books.post(costMethodChange, { date: '2026-02-01', ...input })
    const kept = (rows: Awaited<ReturnType<typeof pools>>) => rows.map((row) => `${row.quantity} ${row.amount}`)
    expect(kept(await pools(trade))).toEqual(kept(before))
    expect((await pools(trade)).map((row) => row.method)).toEqual([to, to])
    const [changed] = await trade.books.rows<{ method: string }>(
      `select cost_method as method from item where company_id = $1 and code = 'A'`,
    )
    expect(changed?.method).toBe(to)
    // Nothing came after: it can be taken back, and done again.
    const undone = await trade.books.act(costMethodChange, change, 'unpost')
    expect(await pools(trade)).toEqual(before)
    await trade.books.act(costMethodChange, undone, 'post')
    // A late price of January reaches what was carried over.
    await deliver(trade, '2026-02-05', '5', { lot: 'L1' })
    await trade.books.post(purchaseInvoice, {
      date: '2026-02-06',
      supplier: 'S1',
      priceIncludesTax: false,
      lines: [{ item: 'A', quantity: '30', price: '11', source: sourceOf('purchaseReceipt', early) }],
    })
    await expect(trade.books.act(costMethodChange, change, 'unpost')).rejects.toThrow(/Goods have moved/)
    await expect(receive(trade, '2026-01-20', '1', '10', { lot: 'L1' })).rejects.toThrow(/changed on 2026-02-01/)
    if ([from, to].includes('monthlyAverage')) {
      await run(trade.books, 'carryCostOfSales', { period: '2026-01' })
      await run(trade.books, 'carryCostOfSales', { period: '2026-02' })
    }
  },
)

it('an average becomes one opening layer, and layers become an average of their value (rule 13)', async () => {
  const trade = await openTrade()
  await receive(trade, '2026-01-02', '10', '10')
  await receive(trade, '2026-01-03', '10', '20')
  await trade.books.post(costMethodChange, {
    date: '2026-02-01',
    costMethod: 'fifo',
    reason: '管理需要',
    lines: [{ item: 'A' }],
  })
  await receive(trade, '2026-02-02', '10', '30')
  expect(await costOf(trade, await deliver(trade, '2026-02-03', '25'))).toBe('-450.00')
  await trade.books.post(costMethodChange, {
    date: '2026-03-01',
    costMethod: 'movingAverage',
    reason: '改回',
    lines: [{ item: 'A' }],
  })
  expect(await pools(trade)).toEqual([{ method: 'movingAverage', quantity: '5', amount: '150.00' }])
})

it('goods on hand go over to costing by serial number: each unit takes its part of what they cost together', async () => {
  const trade = await openTrade({ costPool: 'warehouse' })
  await changeItem(trade, { tracksSerials: true, costMethod: 'movingAverage' })
  await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await receive(trade, '2026-01-02', '3', '30', { serials: 'X1\nX2\nX3' })
  await receive(trade, '2026-01-03', '1', '10.01', { serials: 'X4' })
  await trade.books.post(stockTransfer, {
    date: '2026-01-04',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'A', quantity: '1', serials: 'X4' }],
  })
  const before = await deliver(trade, '2026-01-05', '1', { serials: 'X2' })
  const change = (date: string) =>
    trade.books.post(costMethodChange, { date, costMethod: 'specificSerial', reason: '个别计价', wholeCompany: true })
  await expect(change('2026-01-01')).rejects.toThrow(/moved since|first day|short/)
  await change('2026-02-01')
  // 100.01 for four units: 75.01 for three of them, of which two are left at 50.00 or so, to the cent.
  expect((await pools(trade)).map((pool) => `${pool.method} ${pool.quantity} ${pool.amount}`)).toEqual([
    'specificSerial 2 50.01',
    'specificSerial 1 25.00',
  ])
  expect(await costOf(trade, await deliver(trade, '2026-02-03', '1', { serials: 'X1' }))).toBe('-25.01')
  // What was sold before comes back as the unit that it is, and is sold as that again.
  await trade.books.push(salesDelivery, before, salesReturn, {
    date: '2026-02-04',
    lines: [{ item: 'A', quantity: '1', price: '30', serials: 'X2', source: sourceOf('salesDelivery', before) }],
  })
  expect(await costOf(trade, await deliver(trade, '2026-02-05', '2', { serials: 'X2\nX3' }))).toBe('-50.00')
  expect((await pools(trade)).map((pool) => `${pool.quantity} ${pool.amount}`)).toEqual(['0 0.00', '1 25.00'])
})

it('goods without numbers do not, and a category goes over as a whole', async () => {
  const trade = await openTrade()
  await trade.books.entity(itemCategory, { code: 'K', name: '厨具' })
  await trade.books.entity(itemCategory, { code: 'KK', name: '锅具', parent: 'K' })
  await changeItem(trade, { category: 'KK' })
  await trade.books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
  await receive(trade, '2026-01-02', '3', '10')
  await receive(trade, '2026-01-02', '3', '10', { item: 'B' })
  const change = (costMethod: string) =>
    trade.books.post(costMethodChange, { date: '2026-02-01', costMethod, reason: '管理需要', category: 'K' })
  await expect(change('specificSerial')).rejects.toThrow(/have a serial number/)
  const made = await change('fifo')
  expect(made.tables['lines']).toHaveLength(1)
  expect((await pools(trade)).map((pool) => pool.method).toSorted()).toEqual(['fifo', 'movingAverage'])
})

it('存货重分类: the value of goods moves to the account of their new category, and what is corrected later follows', async () => {
  const trade = await openTrade()
  await trade.books.entity(itemCategory, { code: 'RAW', name: '原材料' })
  await trade.books.entity(accountMapping, {
    code: 'RAWSTOCK',
    name: '原材料',
    role: 'inventory',
    itemCategory: 'RAW',
    account: '1403',
  })
  await trade.books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  const receipt = await receive(trade, '2026-01-02', '100', '10')
  await deliver(trade, '2026-01-03', '40')
  await expect(changeItem(trade, { category: 'RAW' })).rejects.toMatchObject({
    errors: [expect.objectContaining({ path: 'category' })],
  })
  const change = await trade.books.post(stockReclassification, {
    date: '2026-02-01',
    category: 'RAW',
    reason: '转作原料',
    lines: [{ item: 'A' }],
  })
  expect(await trade.ledger()).toMatchObject({ 1403: '600.00' })
  expect(await trade.ledger()).not.toHaveProperty('1405')
  const undone = await trade.books.act(stockReclassification, change, 'unpost')
  expect(await trade.ledger()).toMatchObject({ 1405: '600.00' })
  await trade.books.act(stockReclassification, undone, 'post')
  await trade.books.post(purchaseInvoice, {
    date: '2026-02-06',
    supplier: 'S1',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '100', price: '11', source: sourceOf('purchaseReceipt', receipt) }],
  })
  expect(await trade.ledger()).toMatchObject({ 1403: '660.00', 5401: '440.00' })
  await deliver(trade, '2026-02-10', '60')
  expect(await trade.ledger()).toMatchObject({ 5401: '1100.00' })
  expect(await trade.ledger()).not.toHaveProperty('1403')
})

it('of two changes on one day the later one holds, whatever is replayed after', async () => {
  const trade = await openTrade({ costMethod: 'fifo' })
  const first = await receive(trade, '2026-01-05', '10', '10')
  const change = (costMethod: string) =>
    trade.books.post(costMethodChange, { date: '2026-02-01', reason: '口径', costMethod, lines: [{ item: 'A' }] })
  await change('monthlyAverage')
  await change('movingAverage')
  // Nothing changes behind the back of a change: what it carried out was by the method of its day.
  const behind = { date: '2026-01-01', reason: '口径', costMethod: 'movingAverage', lines: [{ item: 'A' }] }
  await expect(trade.books.post(costMethodChange, behind)).rejects.toMatchObject({
    errors: [expect.objectContaining({ path: 'date' })],
  })
  await receive(trade, '2026-02-03', '10', '20')
  // A late price of January has the whole chain folded again.
  await trade.books.push(purchaseReceipt, first, purchaseInvoice, {
    date: '2026-02-04',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '10', price: '16', source: sourceOf('purchaseReceipt', first) }],
  })
  await deliver(trade, '2026-02-05', '3')
  expect(await pools(trade)).toEqual([{ method: 'movingAverage', quantity: '17', amount: '306.00' }])
})
