import { expect, it } from 'vitest'
import { textOf } from '../src/base/text.ts'
import { inventory } from '../src/domains/inventory/index.ts'
import { planning } from '../src/domains/planning/index.ts'
import { purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { fromMicros } from '../src/base/fixed-point.ts'
import { fiveQuantities } from '../src/ledgers/stock/stock-parts.ts'
import { askReport } from './kit/ask-report.ts'
import { named, readReport, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const freezeLot = named(inventory.processes, 'freezeLot')
const proposals = named(planning.reports, 'replenishmentProposals')

/** Two warehouses; goods that lie free, wait for inspection, are on the way and are promised, and an item of which none is here. */
const openRegions = async (): Promise<Trade> => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(warehouse, { code: 'W2', name: '二号仓' })
  await books.entity(item, { code: 'Q', name: '待检商品', unit: 'PCS', needsInspection: true })
  await books.entity(item, { code: 'Z', name: '未到商品', unit: 'PCS' })
  const receive = (warehouseCode: string, code: string, quantity: string) =>
    books.post(purchaseReceipt, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: warehouseCode,
      lines: [{ item: code, quantity, price: '11.3' }],
    })
  await receive('MAIN', 'A', '10')
  await receive('W2', 'A', '20')
  await receive('MAIN', 'Q', '6')
  await books.post(purchaseOrder, {
    date: '2026-01-05',
    supplier: 'S1',
    warehouse: 'W2',
    lines: [
      { item: 'A', quantity: '8', price: '10' },
      { item: 'Z', quantity: '5', price: '10' },
    ],
  })
  return trade
}

const orderOf = ({ books }: Trade, quantity: string, date = '2026-01-06', warehouseCode: string | null = 'MAIN') =>
  books.post(salesOrder, {
    date,
    customer: 'C1',
    warehouse: warehouseCode,
    lines: [{ item: 'A', quantity, price: '50' }],
  })

const names = ['quantity', 'available', 'supply', 'demand', 'held']

/** 现存 可用 在途 待发 冻结 of each row of the stock page. */
const five = async (trade: Trade, asked: Readonly<Record<string, string | boolean>> = {}): Promise<string[]> =>
  (await askReport(trade.books, 'stockOnHand', asked)).rows.map((row) =>
    [row['code'], row['warehouse'], ...names.map((name) => row[name])].join(' '),
  )

it('[INV-12] tells in one screen what is there, free, on the way, promised and frozen, of the whole company and of each warehouse', async () => {
  const trade = await openRegions()
  await orderOf(trade, '7')
  await orderOf(trade, '3', '2026-01-06', null)
  expect(await five(trade)).toEqual(['A （全部） 30 20 8 10 0', 'Q 主仓库 6 0 0 0 6', 'Z 二号仓 0 0 5 0 0'])
  // An order without a warehouse is promised by the company, and by no warehouse yet.
  expect(await five(trade, { byWarehouse: true, item: 'A' })).toEqual([
    'A 主仓库 10 3 0 7 0',
    'A 二号仓 20 20 8 0 0',
    'A （未定仓库） 0 -3 0 3 0',
  ])
  const matrix = await askReport(trade.books, 'stockByWarehouse')
  expect(matrix.columns?.flatMap(({ group, label }) => (group === undefined ? [] : [`${group} ${label}`]))).toEqual([
    ...['现存', '可用', '在途', '待发', '冻结'].map((label) => `合计 ${label}`),
    ...['主仓库', '二号仓', '未定仓库'].flatMap((name) => [`${name} 现存`, `${name} 可用`]),
  ])
  const places = ['quantity', 'w0.quantity', 'w0.available', 'w1.quantity', 'w1.available', 'w2.available']
  expect(matrix.rows.map((row) => ['code', ...places].map((name) => row[name]).join(' '))).toEqual([
    'A 30 10 3 20 20 -3',
    'Q 6 6 0 0 0 0',
    'Z 0 0 0 0 0 0',
  ])
  expect(await five(trade, { warehouse: 'W2' })).toEqual(['A 二号仓 20 20 8 0 0', 'Z 二号仓 0 0 5 0 0'])
})

it('frees what a closed order held, and counts a delivery once', async () => {
  const trade = await openRegions()
  const order = await orderOf(trade, '7')
  await trade.books.push(salesOrder, order, salesDelivery, {
    date: '2026-01-07',
    lines: [
      {
        item: 'A',
        quantity: '4',
        price: '50',
        source: {
          type: salesOrder.name,
          document: textOf(order.header['id']),
          line: textOf(order.tables['lines']?.[0]?.['id']),
        },
      },
    ],
  })
  expect(await five(trade, { item: 'A' })).toEqual(['A （全部） 26 23 8 3 0'])
  await trade.books.act(salesOrder, order, 'close')
  expect(await five(trade, { item: 'A' })).toEqual(['A （全部） 26 26 8 0 0'])
})

it('tells what was promised on any past day and as it was known then', async () => {
  const trade = await openRegions()
  trade.books.clock.moveTo(new Date('2026-01-20T04:00:00Z'))
  await orderOf(trade, '7')
  expect(await five(trade, { item: 'A', asOf: '2026-01-05' })).toEqual(['A （全部） 30 30 8 0 0'])
  expect(await five(trade, { item: 'A', asOf: '2026-01-04' })).toEqual(['A （全部） 30 30 0 0 0'])
  expect(await five(trade, { item: 'A', asOf: '2026-01-06' })).toEqual(['A （全部） 30 23 8 7 0'])
  expect(await five(trade, { item: 'A', asOf: '2026-01-06', knownAt: '2026-01-19T00:00:00Z' })).toEqual([
    'A （全部） 30 30 8 0 0',
  ])
})

it('agrees wherever it is shown: on the stock page, by warehouse, in the matrix and where purchases are proposed', async () => {
  const trade = await openRegions()
  await orderOf(trade, '7')
  const whole = await trade.books.inWork((work) => fiveQuantities(work, { items: null }))
  const codes = new Map(
    (await trade.books.rows<{ id: string; code: string }>(`select id, code from item where company_id = $1`)).map(
      (row) => [row.id, row.code],
    ),
  )
  const source = [...whole].map(([id, one]) => [
    codes.get(id),
    ...[one.onHand, one.available, one.onWay, one.toDeliver, one.frozen].map((micros) => Number(fromMicros(micros))),
  ])
  const shown = async (report: string, columns: readonly string[], asked = {}) =>
    (await askReport(trade.books, report, asked)).rows.map((row) => [
      row['code'],
      ...columns.map((column) => Number(row[column])),
    ])
  const sorted = (rows: readonly (readonly unknown[])[]) =>
    rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))
  expect(sorted(await shown('stockOnHand', names))).toEqual(sorted(source))
  expect(await shown('stockByWarehouse', names)).toEqual(sorted(source))
  const places = await shown('stockOnHand', names, { byWarehouse: true })
  const added = [...Map.groupBy(places, (row) => row[0])].map(([code, rows]) => [
    code,
    ...names.map((_name, index) => rows.reduce((sum, row) => sum + Number(row[index + 1]), 0)),
  ])
  expect(sorted(added)).toEqual(sorted(source))
  const proposed = (await readReport(trade.books, proposals, { withEnough: true })).map((row) => [
    textOf(row['itemName']).split(' ')[0],
    ...['onHand', 'inTransit', 'demand', 'frozen'].map((name) => Number(row[name])),
  ])
  expect(sorted(proposed)).toEqual(
    sorted(source).map(([code, onHand, _available, onWay, toDeliver, frozen]) => [
      code,
      onHand,
      onWay,
      toDeliver,
      frozen,
    ]),
  )
})

it('counts a lot that is frozen as frozen, wherever its goods lie', async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(item, { code: 'L', name: '批次商品', unit: 'PCS', tracksLots: true })
  const receive = (number: string, quantity: string) =>
    books.post(purchaseReceipt, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'L', quantity, price: '11.3', lot: number }],
    })
  await receive('L1', '10')
  await receive('L2', '4')
  expect(await five(trade)).toEqual(['L 主仓库 14 14 0 0 0'])
  await runProcess(books, freezeLot, { lot: 'L2@L', to: 'frozen', reason: '包装破损' })
  expect(await five(trade)).toEqual(['L 主仓库 14 10 0 0 4'])
})
