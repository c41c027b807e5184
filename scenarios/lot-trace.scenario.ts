import { expect, it } from 'vitest'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const lotId = async ({ books }: Trade, number: string): Promise<string> =>
  (await books.rows<{ id: string }>(`select id from lot where company_id = $1 and number = $2`, number))[0]?.id ?? ''

/** A lot of ham: in from the supplier, part of it to the shop, to two customers, and a little of it back. */
const ham = async (): Promise<Trade> => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await books.entity(item, {
    code: 'HAM',
    name: '火腿',
    unit: 'PCS',
    taxRate: 'VAT13',
    tracksLots: true,
    shelfLifeDays: 90,
  })
  await books.entity(party, { code: 'C2', name: '好又多', isCustomer: true, contact: '王经理', phone: '13800000002' })
  const goods = (quantity: string, more: JsonObject = {}) => [
    { item: 'HAM', quantity, price: '22.6', lot: 'H1', ...more },
  ]
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: goods('100', { producedOn: '2026-01-01' }),
  })
  await books.post(stockTransfer, {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'HAM', quantity: '30', lot: 'H1' }],
  })
  const deliver = (date: string, customer: string, from: string, quantity: string) =>
    books.post(salesDelivery, { date, customer, warehouse: from, lines: goods(quantity) })
  await deliver('2026-01-04', 'C1', 'MAIN', '40')
  const second = await deliver('2026-01-05', 'C2', 'SHOP', '25')
  await books.push(salesDelivery, second, salesReturn, {
    date: '2026-01-06',
    lines: goods('5', {
      source: {
        type: 'salesDelivery',
        document: String(second.header['id']),
        line: String(second.tables['lines']?.[0]?.['id']),
      },
    }),
  })
  return trade
}

it('[INV-23] a lot leads back to whom it came from and on to everyone who has it, through transfers and returns', async () => {
  const trade = await ham()
  const lot = await lotId(trade, 'H1')
  const down = await ask(trade.books, 'lotTrace', { lot })
  expect(columnsOf(down.rows, 'what', 'quantity', 'partyName')).toEqual([
    'HAM 火腿 批号 H1 |  | ',
    '　采购入库单 | 100 | 供应商一',
    '　调拨单（移动） | 30 | ',
    '　销售出库单 | -40 | 客户一',
    '　销售出库单 | -25 | 好又多',
    '　销售退货单 | 5 | 好又多',
  ])
  const up = await ask(trade.books, 'lotTrace', { lot, direction: 'from' })
  expect(columnsOf(up.rows, 'partyName')).toContain('供应商一')
  // No movement of a tracked item is without its lot.
  expect(
    await trade.books.rows(
      `select 1 from stock_entry e join item i on i.company_id = $1 and i.id = e.item
       where e.company_id = $1 and i.tracks_lots and e.lot is null`,
    ),
  ).toEqual([])
})

it('[DEP-06] a recall freezes the lot and says who must be called about how much, and what is still here', async () => {
  const trade = await ham()
  const lot = await lotId(trade, 'H1')
  await expect(run(trade.books, 'freezeLot', { lot, to: 'recalled' })).rejects.toThrow(/reason/)
  await run(trade.books, 'freezeLot', { lot, to: 'recalled', reason: '检出李斯特菌' })
  const list = await ask(trade.books, 'recallList', { lot })
  expect(columnsOf(list.rows, 'where', 'contact', 'phone', 'lot', 'quantity')).toEqual([
    '客户一 |  |  | H1 | 40',
    '好又多 | 王经理 | 13800000002 | H1 | 20',
    '本公司 主仓库 |  |  | H1 | 30',
    '本公司 门店 |  |  | H1 | 10',
  ])
  await expect(
    trade.books.post(salesDelivery, {
      date: '2026-01-07',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'HAM', quantity: '1', price: '22.6', lot: 'H1' }],
    }),
  ).rejects.toThrow(/lot H1 is recalled/)
  // It is red in the list of lots, and nothing of it is proposed.
  const stock = await ask(trade.books, 'lotStock', {})
  expect(columnsOf(stock.rows, 'light', 'lot', 'warehouse', 'quantity')).toEqual([
    '召回 | H1 | 主仓库 | 30',
    '召回 | H1 | 门店 | 10',
  ])
  await run(trade.books, 'freezeLot', { lot, to: 'normal' })
  expect(columnsOf((await ask(trade.books, 'lotStock', {})).rows, 'light')).toEqual(['正常', '正常'])
})

it('[INV-24] one unit has one history: a scan of its number tells every step, and where it is', async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await books.entity(item, { code: 'PUMP', name: '水泵', unit: 'PCS', taxRate: 'VAT13', tracksSerials: true })
  const goods = (serials: string) => [{ item: 'PUMP', price: '113', serials }]
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: goods('SN-1 SN-2'),
  })
  await books.post(stockTransfer, {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'PUMP', serials: 'SN-1' }],
  })
  const sold = await books.post(salesDelivery, {
    date: '2026-01-04',
    customer: 'C1',
    warehouse: 'SHOP',
    lines: goods('SN-1'),
  })
  const asked = () => ask(books, 'serialHistory', { serialNumber: ' SN-1 ' })
  const history = await asked()
  expect(history.notes).toEqual(['水泵 SN-1：已出库'])
  expect(columnsOf(history.rows, 'date', 'what', 'way', 'warehouse', 'partyName', 'cost')).toEqual([
    '2026-01-02 | 采购入库单 | 入 | 主仓库 | 供应商一 | 100.00',
    '2026-01-03 | 调拨单 | 出 | 主仓库 |  | ',
    '2026-01-03 | 调拨单 | 入 | 门店 |  | ',
    '2026-01-04 | 销售出库单 | 出 | 门店 | 客户一 | 100.00',
  ])
  await books.push(salesDelivery, sold, salesReturn, { date: '2026-01-05' })
  expect((await asked()).notes).toEqual(['水泵 SN-1：在门店'])
  expect((await ask(books, 'serialHistory', { serialNumber: 'SN-9' })).rows).toEqual([])
})

it('labels of a receipt come as a PDF, one for each unit, with what a scan of them reads', async () => {
  const trade = await ham()
  const { books } = trade
  const [posting] = await books.rows<{ document_number: string }>(
    `select document_number from posting where company_id = $1 and document_type = 'purchaseReceipt'`,
  )
  const asked = { documentNumber: posting?.document_number ?? '' }
  const rows = await ask(books, 'goodsLabels', asked)
  expect(columnsOf(rows.rows, 'itemName', 'lot', 'expiresOn', 'content')).toEqual(['HAM 火腿 | H1 | 2026-04-01 | H1'])
  const write = books.installed.reports.get('goodsLabels')?.files?.['label60x40']
  const file = await books.inWork(async (work) => write?.({ ...asked, copies: 3 }, work))
  expect(Buffer.from(file ?? '').toString('latin1', 0, 5)).toBe('%PDF-')
  const matrix = await books.inWork(async (work) => write?.({ ...asked, symbol: 'dataMatrix' }, work))
  expect(matrix?.length).toBeGreaterThan(1000)
  await expect(books.inWork(async (work) => write?.({}, work))).rejects.toThrow(/nothing to label/)
})
