import { expect, it } from 'vitest'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { priceList, salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { ask, columnsOf } from './kit/finance.ts'
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

/** Cost without the internal mark-up, and the mark-up, of each warehouse's goods: `SHOP1 120.00 20.00`. */
const worths = async ({ books }: Trade): Promise<string[]> => {
  const rows = await books.rows<{ what: string }>(
    `select w.code || ' ' || sum(e.amount) || ' ' || sum(e.markup) as what from stock_entry e join warehouse w on w.company_id = $1 and w.id = e.warehouse
     where e.company_id = $1 group by w.code having sum(e.amount) <> 0 or sum(e.markup) <> 0 order by w.code`,
  )
  return rows.map((row) => row.what)
}

const sell = (trade: Trade, where: string, quantity: string, date: string) =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: where,
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price: '20' }],
  })

it.each(['movingAverage', 'fifo'])(
  '[INV-17] goods moved in at a price carry the mark-up until they are sold: cost of sales is the true cost (rule 17, %s)',
  async (costMethod) => {
    const trade = await openShops({ costMethod })
    await buy(trade, 'MAIN', '10', '10')
    const moved = await trade.books.post(stockTransfer, {
      date: '2026-01-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP1',
      priceBy: 'typed',
      lines: [{ item: 'A', quantity: '10', inPrice: '12' }],
    })
    expect(await trade.ledger()).toEqual({ 1405: '120.00', 1407: '-20.00', 220202: '-100.00' })
    expect(await worths(trade)).toEqual(['SHOP1 100.00 20.00'])
    // Reports of value tell it apart from what goods cost; where there is none, they have no such column.
    const { rows, columns } = await ask(trade.books, 'stockOnHand', {})
    expect(columnsOf(rows, 'amount', 'markup')).toEqual(['100 | 20'])
    expect(columns?.map((column) => column.name)).toContain('markup')
    const summary = await ask(trade.books, 'stockSummary', { from: '2026-01-01', to: '2026-01-03' })
    expect(columnsOf(summary.rows, 'closeAmount', 'closeMarkup')).toEqual(['100 | 20'])
    const ledger = await ask(trade.books, 'stockLedger', { item: String(moved.tables['lines']?.[0]?.['item']) })
    expect(ledger.rows.at(-1)).toMatchObject({ leftAmount: '100', leftMarkup: '20' })
    const before = await ask(trade.books, 'stockOnHand', { asOf: '2026-01-02' })
    expect(columnsOf(before.rows, 'amount', 'markup')).toEqual(['100 | 0'])
    expect(before.columns?.map((column) => column.name)).not.toContain('markup')
    const sold = await sell(trade, 'SHOP1', '4', '2026-01-04')
    expect(await trade.ledger()).toMatchObject({ 1405: '72.00', 1407: '-12.00', 5401: '40.00' })
    // Returned goods bring their mark-up back.
    await trade.books.push(salesDelivery, sold, salesReturn, { date: '2026-01-05' })
    expect(await worths(trade)).toEqual(['SHOP1 100.00 20.00'])
    await sell(trade, 'SHOP1', '10', '2026-01-06')
    expect(await trade.ledger()).toMatchObject({ 5401: '100.00' })
    expect(Object.keys(await trade.ledger())).not.toContain('1407')
    await expect(trade.books.act(stockTransfer, moved, 'unpost')).rejects.toThrow(/short/)
  },
)

it.each(['movingAverage', 'fifo'])(
  '[INV-17] the age of stock and the capital tied up are at cost, and at what the warehouse took the goods at where that is asked (%s)',
  async (costMethod) => {
    const trade = await openShops({ costMethod })
    await buy(trade, 'MAIN', '10', '10')
    await buy(trade, 'SHOP1', '5', '16')
    await trade.books.post(stockTransfer, {
      date: '2026-01-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP1',
      priceBy: 'typed',
      lines: [{ item: 'A', quantity: '4', inPrice: '12.5' }],
    })
    const age = (by: string, worth: string | null) => ask(trade.books, 'stockAge', { by, worth, asOf: '2026-01-04' })
    const consolidated = await age('item', null)
    expect(columnsOf(consolidated.rows, 'quantity', 'amount', 'markup')).toEqual(['15 | 180.00 | 10.00'])
    expect(columnsOf((await age('item', 'books')).rows, 'amount', 'amount0')).toEqual(['190.00 | 190.00'])
    const byWarehouse = await age('warehouse', 'books')
    expect(columnsOf(byWarehouse.rows, 'warehouse', 'quantity', 'amount', 'markup').toSorted()).toEqual([
      '一店 | 9 | 130.00 | 10.00',
      '主仓库 | 6 | 60.00 | 0.00',
    ])
    const warehouse = String(byWarehouse.rows.find((row) => row['warehouse'] === '一店')?.['warehouseId'])
    const shop = await ask(trade.books, 'stockAge', { by: 'layer', warehouse, asOf: '2026-01-04' })
    const amounts =
      costMethod === 'fifo' ? ['4 | 40.00 | 10.00', '5 | 80.00 | 0.00'] : ['4 | 53.33 | 4.44', '5 | 66.67 | 5.56']
    expect(columnsOf(shop.rows, 'quantity', 'amount', 'markup').toSorted()).toEqual(amounts)
    // 180 from the 2nd to the 4th; with the mark-up 190 from the 3rd.
    const asked = { by: 'item', from: '2026-01-01', to: '2026-01-04' }
    const capital = (worth: string) => ask(trade.books, 'stockCapital', { ...asked, worth })
    const told = async (worth: string) =>
      columnsOf((await capital(worth)).rows, 'averageValue', 'closingValue', 'closingMarkup')
    expect(await told('cost')).toEqual(['135 | 180 | 10'])
    expect(await told('books')).toEqual(['140 | 190 | 10'])
    // Sold, the mark-up is gone from both.
    await sell(trade, 'SHOP1', '9', '2026-01-04')
    const after = await age('item', 'books')
    expect(columnsOf(after.rows, 'amount')).toEqual(['60.00'])
    expect(after.columns?.map((column) => column.name)).not.toContain('markup')
  },
)

it.each(['movingAverage', 'fifo'])(
  'a late price changes the mark-up of what was moved at a price, and the cost of what was sold of it (%s)',
  async (costMethod) => {
    const trade = await openShops({ costMethod })
    const bought = await buy(trade, 'MAIN', '10', '10')
    await trade.books.post(stockTransfer, {
      date: '2026-01-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP1',
      priceBy: 'typed',
      lines: [{ item: 'A', quantity: '10', inPrice: '12' }],
    })
    await sell(trade, 'SHOP1', '5', '2026-01-04')
    await trade.books.push(purchaseReceipt, bought, purchaseInvoice, {
      date: '2026-01-10',
      lines: [
        {
          item: 'A',
          quantity: '10',
          price: '11',
          source: {
            type: 'purchaseReceipt',
            document: String(bought.header['id']),
            line: String(bought.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    })
    expect(await worths(trade)).toEqual(['SHOP1 55.00 5.00'])
    expect(await trade.ledger()).toMatchObject({ 1405: '60.00', 1407: '-5.00', 5401: '55.00' })
  },
)

it('[INV-17] a list or a percentage sets the price, the mark-up moves on with the goods and leaves with what is reversed', async () => {
  const trade = await openShops()
  await buy(trade, 'MAIN', '10', '10')
  const lines = [{ item: 'A', price: '13.56' }]
  await trade.books.entity(priceList, {
    code: 'SHOPS',
    name: '门店结算价',
    kind: 'wholesale',
    includesTax: true,
    lines,
  })
  await trade.books.post(stockTransfer, {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP1',
    priceBy: 'priceList',
    priceList: 'SHOPS',
    lines: [{ item: 'A', quantity: '5' }],
  })
  expect(await worths(trade)).toEqual(['MAIN 50.00 0.00', 'SHOP1 50.00 10.00'])
  const byPercent = await trade.books.post(stockTransfer, {
    date: '2026-01-04',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP2',
    priceBy: 'markUp',
    markUpPercent: '8',
    lines: [{ item: 'A', quantity: '5' }],
  })
  expect(await worths(trade)).toEqual(['SHOP1 50.00 10.00', 'SHOP2 50.00 4.00'])
  // At the same price the mark-up goes along.
  const further = await trade.books.post(stockTransfer, {
    date: '2026-01-05',
    fromWarehouse: 'SHOP1',
    toWarehouse: 'SHOP2',
    lines: [{ item: 'A', quantity: '2' }],
  })
  expect(await worths(trade)).toEqual(['SHOP1 30.00 6.00', 'SHOP2 70.00 8.00'])
  await trade.books.act(stockTransfer, further, 'reverse', { date: '2026-01-06' })
  await trade.books.act(stockTransfer, byPercent, 'reverse', { date: '2026-01-06' })
  expect(await worths(trade)).toEqual(['MAIN 50.00 0.00', 'SHOP1 50.00 10.00'])
  expect(await trade.ledger()).toEqual({ 1405: '110.00', 1407: '-10.00', 220202: '-100.00' })
})

it('a price between warehouses is refused where all of them share one cost, and where the month finds it (rule 11)', async () => {
  const at = { date: '2026-01-03', fromWarehouse: 'MAIN', toWarehouse: 'SHOP1', priceBy: 'typed' }
  const lines = [{ item: 'A', quantity: '1', inPrice: '12' }]
  const company = await openShops({ costPool: 'company' })
  await buy(company, 'MAIN', '10', '10')
  await expect(company.books.post(stockTransfer, { ...at, lines })).rejects.toMatchObject({
    errors: [{ path: 'lines.0.item' }],
  })
  const monthly = await openShops({ costMethod: 'monthlyAverage' })
  await buy(monthly, 'MAIN', '10', '10')
  await expect(monthly.books.post(stockTransfer, { ...at, lines })).rejects.toMatchObject({
    errors: [{ path: 'lines.0.item' }],
  })
  await expect(
    (await openShops()).books.post(stockTransfer, { ...at, lines: [{ item: 'A', quantity: '1' }] }),
  ).rejects.toMatchObject({ errors: [{ path: 'lines.0.inPrice' }] })
})

it.each(['movingAverage', 'fifo'])(
  'goods go there and back again on one document, at their cost (%s)',
  async (costMethod) => {
    const trade = await openShops({ costMethod })
    await buy(trade, 'MAIN', '10', '10')
    await buy(trade, 'SHOP1', '10', '16')
    await trade.books.post(stockTransfer, {
      date: '2026-01-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP1',
      lines: [
        { item: 'A', quantity: '10' },
        { item: 'A', quantity: '15', fromWarehouse: 'SHOP1', toWarehouse: 'MAIN' },
        { item: 'A', quantity: '5' },
      ],
    })
    expect(await worths(trade)).toEqual(
      costMethod === 'fifo' ? ['MAIN 130.00 0.00', 'SHOP1 130.00 0.00'] : ['MAIN 130.00 0.00', 'SHOP1 130.00 0.00'],
    )
  },
)
