import { expect, it } from 'vitest'
import { assembly, disassembly } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const goods = (trade: Trade, code: string, more: JsonObject = {}) =>
  trade.books.entity(item, { code, name: `商品${code}`, unit: 'PCS', taxRate: 'VAT13', ...more })

/** A company that puts desk sets together of a pen, two refills and a box; a clip may stand in for a box. */
const openWorkshop = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  await goods(trade, 'PEN', { purchasePrice: '10' })
  await goods(trade, 'REFILL', { purchasePrice: '2' })
  await goods(trade, 'CLIP')
  await goods(trade, 'BOX', { purchasePrice: '6', substitutes: [{ substitute: 'CLIP', ratio: '2' }] })
  await goods(trade, 'SET', {
    isAssembled: true,
    components: [
      { component: 'PEN', quantity: '1' },
      { component: 'REFILL', quantity: '2' },
      { component: 'BOX', quantity: '1' },
    ],
  })
  return trade
}

const buy = (trade: Trade, of: string, quantity: string, price: string, date = '2026-01-02') =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: of, quantity, price }],
  })

const stockOf = async ({ books }: Trade): Promise<string[]> => {
  const rows = await books.rows<{ what: string }>(
    `select i.code || ' ' || trim_scale(sum(e.quantity)) || ' ' || sum(e.amount) as what from stock_entry e join item i on i.company_id = $1 and i.id = e.item
     where e.company_id = $1 group by i.code having sum(e.quantity) <> 0 or sum(e.amount) <> 0 order by i.code`,
  )
  return rows.map((row) => row.what)
}

const sell = (trade: Trade, of: string, quantity: string, date: string) =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: of, quantity, price: '50' }],
  })

it.each(['movingAverage', 'fifo'])(
  '[DEP-23] a product is put together from its components with the fee, and sold at what it cost (%s)',
  async (costMethod) => {
    const trade = await openWorkshop({ costMethod })
    await buy(trade, 'PEN', '10', '10')
    await buy(trade, 'REFILL', '20', '2')
    await buy(trade, 'BOX', '10', '6')
    const made = await trade.books.post(assembly, {
      date: '2026-01-03',
      item: 'SET',
      quantity: '5',
      warehouse: 'MAIN',
      fee: '25',
      feeParty: 'S1',
    })
    expect(made.tables['lines']?.map((line) => String(line['quantity']))).toEqual(['5', '10', '5'])
    expect(await stockOf(trade)).toEqual(['BOX 5 30.00', 'PEN 5 50.00', 'REFILL 10 20.00', 'SET 5 125.00'])
    expect(await trade.ledger()).toEqual({ 1405: '225.00', 220202: '-200.00', 2241: '-25.00' })
    await sell(trade, 'SET', '2', '2026-01-04')
    expect(await trade.ledger()).toMatchObject({ 1405: '175.00', 5401: '50.00' })
    // A dearer pen, back-dated before: the set and what was sold of it follow.
    await buy(trade, 'PEN', '10', '16', '2026-01-01')
    const after = costMethod === 'fifo' ? { set: 'SET 3 93.00', sold: '62.00' } : { set: 'SET 3 84.00', sold: '56.00' }
    expect(await stockOf(trade)).toContain(after.set)
    expect(await trade.ledger()).toMatchObject({ 5401: after.sold })
    await expect(trade.books.act(assembly, made, 'unpost')).rejects.toThrow(/short/)
  },
)

it.each(['movingAverage', 'fifo', 'monthlyAverage'])(
  'an assembly is taken back as if it had never been, or reversed on a day of its own (%s)',
  async (costMethod) => {
    const trade = await openWorkshop({ costMethod, costPool: 'warehouse' })
    await buy(trade, 'PEN', '3', '10')
    await buy(trade, 'REFILL', '7', '2')
    await buy(trade, 'BOX', '3', '6.67')
    const before = await stockOf(trade)
    const input = { date: '2026-01-03', item: 'SET', quantity: '3', warehouse: 'MAIN', fee: '0.10' }
    const made = await trade.books.post(assembly, input)
    expect(await trade.ledger()).toMatchObject({ 2211: '-0.10' })
    await trade.books.act(assembly, made, 'unpost')
    expect(await stockOf(trade)).toEqual(before)
    const again = await trade.books.post(assembly, input)
    await trade.books.act(assembly, again, 'reverse', { date: '2026-01-05' })
    expect(await stockOf(trade)).toEqual(before)
    expect(Object.keys(await trade.ledger())).toEqual(['1405', '220202'])
  },
)

it.each(['movingAverage', 'fifo'])(
  'of two assemblies on one day the first is amended, and the second keeps what it was made of (%s)',
  async (costMethod) => {
    const trade = await openWorkshop({ costMethod })
    await buy(trade, 'PEN', '10', '10')
    await buy(trade, 'REFILL', '20', '2')
    await buy(trade, 'BOX', '10', '6')
    const make = (quantity: string, fee: string) =>
      trade.books.post(assembly, { date: '2026-01-03', item: 'SET', quantity, warehouse: 'MAIN', fee, feeParty: 'S1' })
    const first = await make('2', '10')
    await make('3', '60')
    await trade.books.act(assembly, first, 'amend', { fee: '20' })
    // Two at 20 and ten more each; three at 20 and twenty more each.
    expect(await stockOf(trade)).toEqual(['BOX 5 30.00', 'PEN 5 50.00', 'REFILL 10 20.00', 'SET 5 180.00'])
    expect(await trade.ledger()).toEqual({ 1405: '280.00', 220202: '-200.00', 2241: '-80.00' })
  },
)

it('[DEP-23] a component that is short is made up with its substitute, two for one', async () => {
  const trade = await openWorkshop()
  await buy(trade, 'PEN', '10', '10')
  await buy(trade, 'REFILL', '20', '2')
  await buy(trade, 'BOX', '3', '6')
  await buy(trade, 'CLIP', '10', '1')
  await trade.books.post(assembly, { date: '2026-01-03', item: 'SET', quantity: '5', warehouse: 'MAIN' })
  expect(await stockOf(trade)).toEqual(['CLIP 6 6.00', 'PEN 5 50.00', 'REFILL 10 20.00', 'SET 5 92.00'])
})

it.each([
  { costSplit: 'price', shares: ['PEN 3 53.57', 'REFILL 6 21.43'] },
  { costSplit: 'quantity', shares: ['PEN 3 25.00', 'REFILL 6 50.00'] },
  { costSplit: 'ratio', shares: ['PEN 3 60.00', 'REFILL 6 15.00'] },
])(
  '[DEP-23] goods are taken apart, and their cost is split by $costSplit to the cent',
  async ({ costSplit, shares }) => {
    const trade = await openWorkshop()
    await buy(trade, 'SET', '4', '24')
    await trade.books.post(disassembly, {
      date: '2026-01-03',
      item: 'SET',
      quantity: '3',
      warehouse: 'MAIN',
      costSplit,
      fee: '3',
      lines: [
        { item: 'PEN', quantity: '3', ratio: '4' },
        { item: 'REFILL', quantity: '6', ratio: '1' },
        { item: 'BOX', quantity: '3', ratio: '9', isByProduct: true },
      ],
    })
    expect(await stockOf(trade)).toEqual(['BOX 3 0.00', ...shares, 'SET 1 24.00'])
    expect(await trade.ledger()).toEqual({ 1405: '99.00', 220202: '-96.00', 2211: '-3.00' })
  },
)

it('by monthly average the carry makes components, product and what was sold of it final, one after the other (rule 14)', async () => {
  const trade = await openWorkshop({ costMethod: 'monthlyAverage' })
  await buy(trade, 'PEN', '10', '10')
  await buy(trade, 'REFILL', '20', '2')
  await buy(trade, 'BOX', '10', '6')
  await trade.books.post(assembly, { date: '2026-01-03', item: 'SET', quantity: '5', warehouse: 'MAIN' })
  await sell(trade, 'SET', '2', '2026-01-04')
  await buy(trade, 'PEN', '10', '16', '2026-01-20')
  await run(trade.books, 'carryCostOfSales', { period: '2026-01' })
  expect(await stockOf(trade)).toEqual(['BOX 5 30.00', 'PEN 15 195.00', 'REFILL 10 20.00', 'SET 3 69.00'])
  expect(await trade.ledger()).toMatchObject({ 5401: '46.00' })
})

it('what is not there, is made of itself or has nothing to share its cost by is refused', async () => {
  const trade = await openWorkshop()
  const at = { date: '2026-01-03', item: 'SET', quantity: '1', warehouse: 'MAIN' }
  await expect(trade.books.post(assembly, at)).rejects.toMatchObject({
    errors: [{ path: 'lines.0.quantity' }],
  })
  const itself = { ...at, lines: [{ item: 'SET', quantity: '1' }] }
  await expect(trade.books.post(assembly, itself)).rejects.toMatchObject({ errors: [{ path: 'lines.0.item' }] })
  await buy(trade, 'SET', '1', '24')
  const free = { ...at, lines: [{ item: 'CLIP', quantity: '1' }] }
  await expect(trade.books.post(disassembly, free)).rejects.toMatchObject({ errors: [{ path: 'costSplit' }] })
})
