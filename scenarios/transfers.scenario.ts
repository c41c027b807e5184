import { expect, it } from 'vitest'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** A company with a main warehouse and two shops, each with its own cost. */
const openShops = async (settings: JsonObject = {}) => {
  const trade = await openTrade({ costPool: 'warehouse', ...settings })
  await trade.books.entity(warehouse, { code: 'SHOP1', name: '一店' })
  await trade.books.entity(warehouse, { code: 'SHOP2', name: '二店' })
  return trade
}

const buy = (trade: Trade, where: string, quantity: string, price: string, of = 'A', date = '2026-01-02') =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: where,
    priceIncludesTax: false,
    lines: [{ item: of, quantity, price }],
  })

/** What each warehouse holds and what it is worth there: `MAIN A 70 700.00`. */
const held = async ({ books }: Trade): Promise<string[]> => {
  const rows = await books.rows<{ what: string }>(
    `select w.code || ' ' || i.code || ' ' || trim_scale(b.quantity) || ' ' || coalesce(sum(e.amount), 0) as what from stock_balance b
     join warehouse w on w.company_id = $1 and w.id = b.warehouse join item i on i.company_id = $1 and i.id = b.item
     left join stock_entry e on e.company_id = $1 and e.item = b.item and e.warehouse = b.warehouse and e.place = b.place
     where b.company_id = $1 and b.quantity <> 0 group by w.code, i.code, b.quantity order by w.code, i.code`,
  )
  return rows.map((row) => row.what)
}

it('[INV-18] [INV-21] one document sends goods from one warehouse to many, and each has its quantity at once', async () => {
  const trade = await openShops()
  await buy(trade, 'MAIN', '100', '10')
  await trade.books.post(stockTransfer, {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    lines: [
      { item: 'A', quantity: '30', toWarehouse: 'SHOP1' },
      { item: 'A', quantity: '20', toWarehouse: 'SHOP2' },
    ],
  })
  expect(await held(trade)).toEqual(['MAIN A 50 500.00', 'SHOP1 A 30 300.00', 'SHOP2 A 20 200.00'])
  expect(await trade.ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
})

it('[INV-19] [INV-21] one document gathers goods from many warehouses, each at its own cost', async () => {
  const trade = await openShops()
  await buy(trade, 'SHOP1', '10', '8')
  await buy(trade, 'SHOP2', '10', '12')
  await trade.books.post(stockTransfer, {
    date: '2026-01-03',
    toWarehouse: 'MAIN',
    lines: [
      { item: 'A', quantity: '4', fromWarehouse: 'SHOP1' },
      { item: 'A', quantity: '6', fromWarehouse: 'SHOP2' },
    ],
  })
  expect(await held(trade)).toEqual(['MAIN A 10 104.00', 'SHOP1 A 6 48.00', 'SHOP2 A 4 48.00'])
})

it('a transfer says of each line where from and where to, in its own line or at its head', async () => {
  const trade = await openShops()
  await buy(trade, 'MAIN', '10', '10')
  const without = { date: '2026-01-03', fromWarehouse: 'MAIN', lines: [{ item: 'A', quantity: '1' }] }
  await expect(trade.books.post(stockTransfer, without)).rejects.toMatchObject({
    errors: [{ path: 'lines.0.toWarehouse' }],
  })
  const same = { ...without, lines: [{ item: 'A', quantity: '1', toWarehouse: 'MAIN' }] }
  await expect(trade.books.post(stockTransfer, same)).rejects.toMatchObject({
    errors: [{ path: 'lines.0.toWarehouse' }],
  })
})

it('[INV-20] [INV-21] moves so many sets of a kit’s components, or of a list of ratios', async () => {
  const trade = await openShops()
  await trade.books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
  const components = [
    { component: 'A', quantity: '2' },
    { component: 'B', quantity: '5' },
  ]
  await trade.books.entity(item, { code: 'KIT', name: '礼盒', unit: 'SET', taxRate: 'VAT13', components })
  await buy(trade, 'MAIN', '100', '10')
  await buy(trade, 'MAIN', '100', '3', 'B')
  await trade.books.post(stockTransfer, {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP1',
    kit: 'KIT',
    ratioQuantity: '8',
  })
  expect(await held(trade)).toEqual(['MAIN A 84 840.00', 'MAIN B 60 180.00', 'SHOP1 A 16 160.00', 'SHOP1 B 40 120.00'])
  await trade.books.post(stockTransfer, {
    date: '2026-01-04',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP2',
    ratioBy: 'sets',
    ratioQuantity: '4',
    lines: [
      { item: 'A', ratio: '1' },
      { item: 'B', ratio: '3' },
    ],
  })
  expect(await held(trade)).toContain('SHOP2 B 12 36.00')
})

it('[INV-20] [INV-21] shares one quantity out over the shops by ratio, so that the parts add up exactly', async () => {
  const trade = await openShops()
  await buy(trade, 'MAIN', '100', '10')
  const split = {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    ratioBy: 'split',
    lines: [
      { item: 'A', ratio: '1', toWarehouse: 'SHOP1' },
      { item: 'A', ratio: '2', toWarehouse: 'SHOP2' },
    ],
  }
  await expect(trade.books.post(stockTransfer, split)).rejects.toMatchObject({ errors: [{ path: 'ratioQuantity' }] })
  await trade.books.post(stockTransfer, { ...split, ratioQuantity: '50' })
  expect(await held(trade)).toEqual(['MAIN A 50 500.00', 'SHOP1 A 17 170.00', 'SHOP2 A 33 330.00'])
})
