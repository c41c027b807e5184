import { describe, expect, it } from 'vitest'
import { lotChange, otherIssue, stockReason, stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseReceipt, purchaseReturn } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { lot } from '../src/ledgers/dimensions/lot.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** Yoghurt that keeps for 30 days, a customer who wants ten of them left, and one who wants half. */
const dairy = async (more: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await books.entity(item, {
    code: 'YOG',
    name: '酸奶',
    unit: 'PCS',
    taxRate: 'VAT13',
    tracksLots: true,
    shelfLifeDays: 30,
    ...more,
  })
  await books.entity(party, { code: 'MART', name: '大润发', isCustomer: true, minimumLifeDays: 10 })
  await books.entity(party, { code: 'HALF', name: '山姆', isCustomer: true, minimumLifePercent: '50' })
  await books.entity(stockReason, { code: 'USE', name: '领用', direction: 'both', role: 'adminExpense' })
  return trade
}

const receive = ({ books }: Trade, date: string, line: JsonObject) =>
  books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'YOG', quantity: '10', price: '11.3', ...line }],
  })

const deliver = ({ books }: Trade, date: string, line: JsonObject, customer = 'C1', warehouse = 'MAIN') =>
  books.post(salesDelivery, { date, customer, warehouse, lines: [{ item: 'YOG', price: '22.6', ...line }] })

const lotsIn = (record: LoadedRecord): string[] =>
  (record.tables['lines'] ?? []).map((line) => `${String(line['lot'])} ${String(line['quantity'])}`)

const there = ({ books }: Trade): Promise<string[]> =>
  books
    .rows<{ what: string }>(
      `select w.code || ' ' || b.lot || ' ' || trim_scale(b.quantity) as what from stock_lot_balance b
       join warehouse w on w.company_id = $1 and w.id = b.warehouse
       where b.company_id = $1 and b.quantity <> 0 order by 1`,
    )
    .then((rows) => rows.map((row) => row.what))

describe('lots and shelf life', () => {
  it('[INV-25] a receipt makes the lot: production date and shelf life give the expiry; the first to expire leaves first', async () => {
    const trade = await dairy()
    const { books } = trade
    const second = await receive(trade, '2026-01-05', { producedOn: '2026-01-04' })
    const first = await receive(trade, '2026-01-06', { producedOn: '2026-01-01' })
    expect(lotsIn(second)).toEqual(['20260105-001 10'])
    expect(lotsIn(first)).toEqual(['20260106-001 10'])
    expect(
      await books.rows(`select number, produced_on, expires_on from lot where company_id = $1 order by expires_on`),
    ).toEqual([
      { number: '20260106-001', produced_on: '2026-01-01', expires_on: '2026-01-31' },
      { number: '20260105-001', produced_on: '2026-01-04', expires_on: '2026-02-03' },
    ])
    await expect(receive(trade, '2026-01-07', {})).rejects.toThrow(/lines\.0\.producedOn/)
    // 12 of it: all of what expires first, and 2 of the next; the line's amounts add up to the cent.
    const delivery = await deliver(trade, '2026-01-10', { quantity: '12', price: '9.99' })
    expect(lotsIn(delivery)).toEqual(['20260106-001 10', '20260105-001 2'])
    const gross = (delivery.tables['lines'] ?? []).map((line) => String(line['gross']))
    expect(gross).toEqual(['99.9', '19.98'])
    expect(await there(trade)).toEqual(['MAIN 20260105-001 8'])
  })

  it('[DEP-07] a customer gets no lot with less life left than was agreed, in days or as a share of the shelf life', async () => {
    const trade = await dairy()
    await receive(trade, '2026-01-02', { producedOn: '2026-01-01', lot: 'OLD' })
    await receive(trade, '2026-01-08', { producedOn: '2026-01-08', lot: 'NEW' })
    // On 22 January OLD has nine days left.
    await expect(deliver(trade, '2026-01-22', { quantity: '1', lot: 'OLD' }, 'MART')).rejects.toThrow(
      /lines\.0\.lot: lot OLD has 9 days left; the customer asks for 10/,
    )
    expect(lotsIn(await deliver(trade, '2026-01-22', { quantity: '1' }, 'MART'))).toEqual(['NEW 1'])
    expect(lotsIn(await deliver(trade, '2026-01-22', { quantity: '1' }))).toEqual(['OLD 1'])
    // Half of thirty days: NEW has sixteen left on the 22nd, fourteen on the 24th.
    expect(lotsIn(await deliver(trade, '2026-01-22', { quantity: '1' }, 'HALF'))).toEqual(['NEW 1'])
    await expect(deliver(trade, '2026-01-24', { quantity: '1', lot: 'NEW' }, 'HALF')).rejects.toThrow(
      /has 14 days left; the customer asks for 15/,
    )
  })

  it('[INV-04] expired and frozen lots are neither sold nor used, and may still be moved away or returned to the supplier', async () => {
    const trade = await dairy()
    const { books } = trade
    const receipt = await receive(trade, '2026-01-02', { producedOn: '2026-01-01', lot: 'L1' })
    await receive(trade, '2026-01-02', { producedOn: '2026-01-02', lot: 'L2' })
    const frozen = await books.rows<{ id: string }>(`select id from lot where company_id = $1 and number = 'L2'`)
    const freeze = (input: JsonObject) => books.inWork((work) => updateEntity(work, lot, frozen[0]?.id ?? '', input))
    await expect(freeze({ state: 'frozen' })).rejects.toThrow(/reason/)
    await freeze({ state: 'frozen', reason: '抽检不合格' })
    await expect(deliver(trade, '2026-01-10', { quantity: '1', lot: 'L2' })).rejects.toThrow(/lot L2 is frozen/)
    // The last good day is the day it expires on.
    await deliver(trade, '2026-01-31', { quantity: '1', lot: 'L1' })
    await expect(deliver(trade, '2026-02-01', { quantity: '1', lot: 'L1' })).rejects.toThrow(/lot L1 expired/)
    const use = { date: '2026-02-01', warehouse: 'MAIN', reason: 'USE' }
    await expect(
      books.post(otherIssue, { ...use, lines: [{ item: 'YOG', quantity: '1', lot: 'L1' }] }),
    ).rejects.toThrow(/expired/)
    // Nothing fit is there, so nothing is proposed, and nothing leaves without a lot.
    await expect(deliver(trade, '2026-02-01', { quantity: '1' })).rejects.toThrow(/lines\.0\.lot/)
    await books.post(stockTransfer, {
      date: '2026-02-01',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'YOG', quantity: '10', lot: 'L2' }],
    })
    await books.push(purchaseReceipt, receipt, purchaseReturn, {
      date: '2026-02-01',
      lines: [
        {
          item: 'YOG',
          quantity: '9',
          price: '11.3',
          lot: 'L1',
          source: {
            type: 'purchaseReceipt',
            document: String(receipt.header['id']),
            line: String(receipt.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    })
    expect(await there(trade)).toEqual(['SHOP L2 10'])
    await freeze({ state: 'normal', reason: null })
    await deliver(trade, '2026-02-01', { quantity: '1', lot: 'L2' }, 'C1', 'SHOP')
  })

  it('a lot cannot fall below nothing though the item is there in other lots, on any day', async () => {
    const trade = await dairy()
    await receive(trade, '2026-01-05', { lot: 'A1', producedOn: '2026-01-05' })
    await receive(trade, '2026-01-10', { lot: 'A2', producedOn: '2026-01-05' })
    await expect(deliver(trade, '2026-01-12', { quantity: '11', lot: 'A1' })).rejects.toThrow(/short of 1.*lot A1/)
    await expect(deliver(trade, '2026-01-08', { quantity: '1', lot: 'A2' })).rejects.toThrow(/short of 1/)
    await expect(deliver(trade, '2026-01-08', { quantity: '1', lot: 'A9' })).rejects.toThrow(/has no lot A9/)
  })

  it('lot numbers come by rule, from the supplier, or by hand; the same lot may come again, other goods need another', async () => {
    const trade = await dairy({ lotNumbering: 'supplier' })
    const { books } = trade
    const receipt = await receive(trade, '2026-01-05', { supplierLot: 'X-77', producedOn: '2026-01-04' })
    expect(lotsIn(receipt)).toEqual(['X-77 10'])
    await receive(trade, '2026-01-06', { lot: 'X-77', producedOn: '2026-01-04' })
    expect(await there(trade)).toEqual(['MAIN X-77 20'])
    await expect(receive(trade, '2026-01-07', { lot: 'X-77', producedOn: '2026-01-06' })).rejects.toThrow(
      /lot X-77 has 2026-02-03/,
    )
    await expect(receive(trade, '2026-01-07', { producedOn: '2026-01-06' })).rejects.toThrow(/lines\.0\.lot/)
    await books.entity(item, {
      code: 'MILK',
      name: '牛奶',
      unit: 'PCS',
      taxRate: 'VAT13',
      tracksLots: true,
      lotRule: '{item}{yy}{MM}{seq:4}',
    })
    const milk = await receive(trade, '2026-01-07', { item: 'MILK' })
    expect(lotsIn(milk)).toEqual(['MILK26010001 10'])
    await expect(
      books.entity(item, { code: 'BAD', name: '坏规则', unit: 'PCS', tracksLots: true, lotRule: '{yyyy}' }),
    ).rejects.toThrow(/lotRule/)
  })

  it('goods come back in the lot they left in, an undone receipt leaves no lot behind in stock, and tracking cannot change under stock', async () => {
    const trade = await dairy()
    const { books } = trade
    const receipt = await receive(trade, '2026-01-05', { lot: 'A1', producedOn: '2026-01-05' })
    const order = await books.post(salesOrder, {
      date: '2026-01-06',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'YOG', quantity: '4', price: '22.6' }],
    })
    const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-07' })
    expect(lotsIn(delivery)).toEqual(['A1 4'])
    const back = await books.push(salesDelivery, delivery, salesReturn, { date: '2026-01-08' })
    expect(lotsIn(back)).toEqual(['A1 4'])
    expect(await there(trade)).toEqual(['MAIN A1 10'])
    await expect(books.inWork((work) => updateEntity(work, item, 'YOG', { tracksLots: false }))).rejects.toThrow(
      /tracksLots/,
    )
    await books.act(salesReturn, back, 'unpost')
    expect(await there(trade)).toEqual(['MAIN A1 6'])
    await books.act(salesDelivery, delivery, 'reverse', { date: '2026-01-09' })
    await books.act(purchaseReceipt, receipt, 'reverse', { date: '2026-01-10' })
    expect(await there(trade)).toEqual([])
    await books.inWork((work) => updateEntity(work, item, 'YOG', { tracksLots: false }))
  })

  it.each(['movingAverage', 'fifo', 'specificLot'])(
    'a wrong lot number is put right: goods go on under another at what they cost, and back again (%s)',
    async (costMethod) => {
      const trade = await dairy({ costMethod })
      const { books, ledger } = trade
      await receive(trade, '2026-01-02', { lot: 'L1', producedOn: '2026-01-01' })
      const before = await ledger()
      const changed = await books.post(lotChange, {
        date: '2026-01-03',
        warehouse: 'MAIN',
        reason: '批号录错',
        lines: [{ item: 'YOG', quantity: '4', lot: 'L1', toLot: 'L2', producedOn: '2026-01-01' }],
      })
      expect(await there(trade)).toEqual(['MAIN L1 6', 'MAIN L2 4'])
      expect(await ledger()).toEqual(before)
      const [made] = await books.rows<{ expires_on: string }>(
        `select expires_on from lot where company_id = $1 and number = 'L2'`,
      )
      expect(made?.expires_on).toBe('2026-01-31')
      const delivery = await deliver(trade, '2026-01-04', { quantity: '4', lot: 'L2' })
      expect(await ledger()).toMatchObject({ 5401: '40.00' })
      await expect(books.act(lotChange, changed, 'unpost')).rejects.toThrow(/L2|enough|short/)
      await books.act(salesDelivery, delivery, 'unpost')
      await books.act(lotChange, changed, 'unpost')
      expect(await there(trade)).toEqual(['MAIN L1 10'])
      const wrong = (line: JsonObject) =>
        books.post(lotChange, { date: '2026-01-03', warehouse: 'MAIN', reason: '并批', lines: [line] })
      await expect(wrong({ item: 'YOG', quantity: '4', lot: 'L1', toLot: 'L1' })).rejects.toMatchObject({
        errors: [{ path: 'lines.0.toLot' }],
      })
      await expect(wrong({ item: 'YOG', quantity: '11', lot: 'L1', toLot: 'L2' })).rejects.toThrow(
        /short of 1|not enough/,
      )
      await expect(wrong({ item: 'A', quantity: '1', lot: 'L1', toLot: 'L2' })).rejects.toMatchObject({
        errors: [{ path: 'lines.0.item' }],
      })
    },
  )
})
