import { describe, expect, it } from 'vitest'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const pumps = async (): Promise<Trade> => {
  const trade = await openTrade()
  await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await trade.books.entity(item, {
    code: 'PUMP',
    name: '水泵',
    unit: 'PCS',
    taxRate: 'VAT13',
    tracksSerials: true,
  })
  return trade
}

const receive = ({ books }: Trade, date: string, line: JsonObject) =>
  books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'PUMP', price: '113', ...line }],
  })

const deliver = ({ books }: Trade, date: string, line: JsonObject, from = 'MAIN') =>
  books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: from,
    lines: [{ item: 'PUMP', price: '226', ...line }],
  })

const places = ({ books }: Trade): Promise<string[]> =>
  books
    .rows<{ what: string }>(
      `select s.number || ' ' || coalesce(w.code, '-') as what from stock_serial s
       left join warehouse w on w.company_id = $1 and w.id = s.warehouse where s.company_id = $1 order by s.number`,
    )
    .then((rows) => rows.map((row) => row.what))

describe('serial numbers', () => {
  it('a unit comes in once, is in one place, is sold once, and comes back only to whom it was sold from', async () => {
    const trade = await pumps()
    const { books } = trade
    await expect(receive(trade, '2026-01-05', { quantity: '3', serials: 'P1 P2' })).rejects.toThrow(/lines\.0\.serials/)
    await expect(receive(trade, '2026-01-05', { serials: 'P1 P2 P1' })).rejects.toThrow(/there twice/)
    // Who scanned the units need not count them.
    const receipt = await receive(trade, '2026-01-05', { serials: 'P1\nP2，P3' })
    expect(String(receipt.tables['lines']?.[0]?.['quantity'])).toBe('3')
    await expect(receive(trade, '2026-01-06', { serials: 'P3' })).rejects.toThrow(/P3 is in stock already/)
    await expect(deliver(trade, '2026-01-06', { serials: 'P9' })).rejects.toThrow(/P9 never came in/)
    await expect(deliver(trade, '2026-01-04', { serials: 'P1' })).rejects.toThrow(/moved on 2026-01-05|short/)
    await books.post(stockTransfer, {
      date: '2026-01-07',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'PUMP', serials: 'P1 P2' }],
    })
    expect(await places(trade)).toEqual(['P1 SHOP', 'P2 SHOP', 'P3 MAIN'])
    await expect(deliver(trade, '2026-01-08', { serials: 'P1' })).rejects.toThrow(/P1 is elsewhere/)
    const delivery = await deliver(trade, '2026-01-08', { serials: 'P1 P2' }, 'SHOP')
    await expect(deliver(trade, '2026-01-09', { serials: 'P1' }, 'SHOP')).rejects.toThrow(/has left already|short/)
    const source = {
      type: 'salesDelivery',
      document: String(delivery.header['id']),
      line: String(delivery.tables['lines']?.[0]?.['id']),
    }
    const give = (serials: string) =>
      books.push(salesDelivery, delivery, salesReturn, {
        date: '2026-01-10',
        lines: [{ item: 'PUMP', price: '226', quantity: '1', serials, source }],
      })
    await expect(give('P3')).rejects.toThrow(/P3 is not one of those of the source/)
    await give('P2')
    expect(await places(trade)).toEqual(['P1 -', 'P2 SHOP', 'P3 MAIN'])
  })

  it('what is undone puts every unit back where it was, and is refused once a unit moved on', async () => {
    const trade = await pumps()
    const { books } = trade
    const receipt = await receive(trade, '2026-01-05', { serials: 'P1 P2' })
    const transfer = await books.post(stockTransfer, {
      date: '2026-01-06',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'PUMP', serials: 'P1' }],
    })
    await expect(books.act(purchaseReceipt, receipt, 'unpost')).rejects.toThrow(/P1 moved again since|short/)
    await books.act(stockTransfer, transfer, 'unpost')
    expect(await places(trade)).toEqual(['P1 MAIN', 'P2 MAIN'])
    await books.act(stockTransfer, transfer, 'post')
    expect(await places(trade)).toEqual(['P1 SHOP', 'P2 MAIN'])
    await books.act(stockTransfer, transfer, 'reverse', { date: '2026-01-07' })
    expect(await places(trade)).toEqual(['P1 MAIN', 'P2 MAIN'])
    // P1 has a history by now; the receipt can be reversed, not made undone.
    await expect(books.act(purchaseReceipt, receipt, 'unpost')).rejects.toThrow(/P1 moved again since/)
    await books.act(purchaseReceipt, receipt, 'reverse', { date: '2026-01-08' })
    expect(await places(trade)).toEqual(['P1 -', 'P2 -'])
    const again = await receive(trade, '2026-01-09', { serials: 'P1 P3' })
    await books.act(purchaseReceipt, again, 'unpost')
    expect(await places(trade)).toEqual(['P1 -', 'P2 -'])
  })

  it('a thousand units go through one line', async () => {
    const trade = await pumps()
    const serials = Array.from({ length: 1000 }, (_, index) => `SN${String(index).padStart(6, '0')}`)
    await receive(trade, '2026-01-05', { serials: serials.join('\n') })
    await deliver(trade, '2026-01-06', { serials: serials.slice(0, 990).join(' ') })
    expect(await places(trade)).toHaveLength(1000)
    expect((await places(trade)).filter((one) => one.endsWith('MAIN'))).toHaveLength(10)
  })
})

describe('two units at once (浮动换算)', () => {
  const fish = async () => {
    const trade = await openTrade()
    await trade.books.entity(item, {
      code: 'FISH',
      name: '三文鱼',
      unit: 'KG',
      secondUnit: 'PCS',
      secondPerBase: '0.2',
      taxRate: 'VAT13',
    })
    return trade
  }
  const kept = ({ books }: Trade): Promise<string[]> =>
    books
      .rows<{ what: string }>(
        `select trim_scale(quantity) || ' / ' || trim_scale(second_quantity) as what from stock_balance where company_id = $1`,
      )
      .then((rows) => rows.map((row) => row.what))

  it('[DEP-26] kilograms and pieces are both kept exactly, line by line, and nothing of either is left behind', async () => {
    const trade = await fish()
    const { books } = trade
    const line = (quantity: string, secondQuantity: string | null, more: JsonObject = {}) => ({
      item: 'FISH',
      quantity,
      price: '113',
      ...(secondQuantity === null ? {} : { secondQuantity }),
      ...more,
    })
    await books.post(purchaseReceipt, {
      date: '2026-01-05',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [line('50.415', '10'), line('19.585', '4')],
    })
    expect(await kept(trade)).toEqual(['70 / 14'])
    const sell = (lines: JsonObject[], date = '2026-01-06') =>
      books.post(salesDelivery, { date, customer: 'C1', warehouse: 'MAIN', lines })
    // Nothing typed: what is usual is proposed, and may be put right.
    const usual = await sell([line('10', null)])
    expect(String(usual.tables['lines']?.[0]?.['secondQuantity'])).toBe('2')
    expect(await kept(trade)).toEqual(['60 / 12'])
    await sell([line('55.333', '11')])
    await expect(sell([line('4.667', '0.999')])).rejects.toThrow(
      /secondQuantity: 0.001 of the second unit would be left/,
    )
    await expect(sell([line('4.666', '1')])).rejects.toThrow(/0.001 would be left without a second quantity/)
    const last = await sell([line('4.667', '1')])
    expect(await kept(trade)).toEqual(['0 / 0'])
    await books.act(salesDelivery, last, 'unpost')
    expect(await kept(trade)).toEqual(['4.667 / 1'])
    const entries = await books.rows<{ what: string }>(
      `select trim_scale(quantity) || ' / ' || trim_scale(second_quantity) as what from stock_entry where company_id = $1 and kind <> 'difference' order by id`,
    )
    expect(entries.map((row) => row.what)).toEqual([
      '50.415 / 10',
      '19.585 / 4',
      '-10 / -2',
      '-55.333 / -11',
      '-4.667 / -1',
      '4.667 / 1',
    ])
  })
})
