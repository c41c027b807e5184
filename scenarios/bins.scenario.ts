import { describe, expect, it } from 'vitest'
import type { Json } from '../src/base/json.ts'
import { newId } from '../src/base/id.ts'
import {
  binTransfer,
  compareCount,
  countSheet,
  recordCounts,
  startStockCount,
  stockCount,
  lotChange,
  stockStatusChange,
  stockTransfer,
  transferIn,
  transferOut,
} from '../src/domains/inventory/index.ts'
import { purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import { bin } from '../src/ledgers/dimensions/bin.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { lot } from '../src/ledgers/dimensions/lot.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { ask, columnsOf } from './kit/finance.ts'
import { sourceOf } from './kit/source-of.ts'
import { makeCall } from './kit/call.ts'
import { documentNumbered, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** A company whose main warehouse keeps three bins, of which A1 is the usual one of item A. */
const openBins = async (settings = {}) => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.inWork((work) => updateEntity(work, warehouse, 'MAIN', { keepsBins: true }))
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  for (const [code, kind, pickOrder] of [
    ['A1', 'storage', 2],
    ['A2', 'storage', 1],
    ['R1', 'receiving', null],
  ] as const) {
    await books.entity(bin, { code, name: code, warehouse: 'MAIN', kind, pickOrder })
  }
  const there = async (code = 'A'): Promise<string[]> => {
    const rows = await books.rows<{ what: string }>(
      `select b.code || case s.lot when '' then '' else ' ' || s.lot end || ' ' || trim_scale(s.quantity)
         || case s.place when 'onHand' then '' else ' ' || s.place end as what
       from stock_bin_balance s join bin b on b.company_id = $1 and b.id = s.bin
       join item i on i.company_id = $1 and i.id = s.item and i.code = $2
       where s.company_id = $1 and s.quantity <> 0 order by 1`,
      code,
    )
    return rows.map((row) => row.what)
  }
  const receive = (lines: readonly object[], date = '2026-01-05') =>
    books.post(purchaseReceipt, { date, supplier: 'S1', warehouse: 'MAIN', lines: lines.map((line) => ({ ...line })) })
  const deliver = (lines: readonly object[], date = '2026-01-10') =>
    books.post(salesDelivery, { date, customer: 'C1', warehouse: 'MAIN', lines: lines.map((line) => ({ ...line })) })
  return { ...trade, there, receive, deliver }
}

const shelved = (trade: Trade, lines: readonly object[]) =>
  trade.books.post(binTransfer, { date: '2026-01-06', warehouse: 'MAIN', lines: lines.map((line) => ({ ...line })) })

describe('a warehouse that keeps bins', () => {
  it('says of its goods where they lie, from their coming to their going, at the cost of the warehouse as a whole', async () => {
    const trade = await openBins()
    const { there, receive, deliver, ledger } = trade
    await receive([
      { item: 'A', quantity: '10', price: '11.3', bin: 'A1' },
      { item: 'A', quantity: '6', price: '22.6', bin: 'R1' },
      { item: 'A', quantity: '4', price: '11.3' },
    ])
    expect(await there()).toEqual(['A1 10', 'R1 6'])
    // What lies in no bin yet is put away, and moved on; nothing of it is worth another voucher.
    await shelved(trade, [
      { item: 'A', quantity: '4', toBin: 'A2' },
      { item: 'A', quantity: '5', bin: 'R1', toBin: 'A2' },
    ])
    expect(await there()).toEqual(['A1 10', 'A2 9', 'R1 1'])
    expect(await ledger()).toMatchObject({ 1405: '260.00' })
    await deliver([{ item: 'A', quantity: '2', price: '20', bin: 'A1' }])
    expect(await there()).toEqual(['A1 8', 'A2 9', 'R1 1'])
  })

  it('picks along its way where nobody said whence, and splits a line that no bin fills', async () => {
    const { books, there, receive, deliver } = await openBins()
    await receive([
      { item: 'A', quantity: '10', price: '11.3', bin: 'A1' },
      { item: 'A', quantity: '3', price: '11.3', bin: 'A2' },
      { item: 'A', quantity: '5', price: '11.3', bin: 'R1' },
    ])
    const one = await deliver([{ item: 'A', quantity: '2', price: '20' }])
    expect(await there()).toEqual(['A1 10', 'A2 1', 'R1 5'])
    const many = await deliver([{ item: 'A', quantity: '13', price: '20' }])
    expect((many.tables['lines'] ?? []).map((line) => String(line['quantity']))).toEqual(['1', '10', '2'])
    expect(await there()).toEqual(['R1 3'])
    // What is taken back was where it was.
    await books.act(salesDelivery, many, 'unpost')
    expect(await there()).toEqual(['A1 10', 'A2 1', 'R1 5'])
    await books.act(salesDelivery, one, 'reverse', { date: '2026-01-12' })
    expect(await there()).toEqual(['A1 10', 'A2 3', 'R1 5'])
  })

  it('puts what comes in where the item usually lies', async () => {
    const { books, there, receive, deliver } = await openBins()
    await books.inWork((work) => updateEntity(work, item, 'A', { bins: [{ bin: 'A1' }] }))
    await receive([{ item: 'A', quantity: '10', price: '11.3' }])
    expect(await there()).toEqual(['A1 10'])
    const sold = await deliver([{ item: 'A', quantity: '4', price: '20' }])
    await books.push(salesDelivery, sold, salesReturn, { date: '2026-01-11' })
    await books.post(stockTransfer, {
      date: '2026-01-12',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'A', quantity: '3' }],
    })
    expect(await there()).toEqual(['A1 7'])
    await books.post(stockTransfer, {
      date: '2026-01-13',
      fromWarehouse: 'SHOP',
      toWarehouse: 'MAIN',
      lines: [
        { item: 'A', quantity: '1' },
        { item: 'A', quantity: '1', toBin: 'A2' },
      ],
    })
    expect(await there()).toEqual(['A1 8', 'A2 1'])
    const elsewhere = { date: '2026-01-13', fromWarehouse: 'MAIN', toWarehouse: 'SHOP' }
    await expect(
      books.post(stockTransfer, { ...elsewhere, lines: [{ item: 'A', quantity: '1', toBin: 'A2' }] }),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.0.toBin' }] })
    // In two steps the bin is said as they arrive.
    const sent = await books.post(transferOut, {
      date: '2026-01-14',
      fromWarehouse: 'SHOP',
      toWarehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1' }],
    })
    const source = sourceOf('transferOut', sent)
    await books.push(transferOut, sent, transferIn, {
      date: '2026-01-15',
      toWarehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1', bin: 'R1', source }],
    })
    expect(await there()).toEqual(['A1 8', 'A2 1', 'R1 1'])
  })

  it('takes no more from a bin than lies there, nor from beside the bins', async () => {
    const trade = await openBins({ negativeStock: 'allow' })
    const { books, there, receive, deliver } = trade
    const receipt = await receive([
      { item: 'A', quantity: '10', price: '11.3', bin: 'A1' },
      { item: 'A', quantity: '5', price: '11.3' },
    ])
    await expect(deliver([{ item: 'A', quantity: '11', price: '20', bin: 'A1' }])).rejects.toMatchObject({
      errors: [{ path: 'lines.0.bin', message: { zh: expect.stringContaining('货位 A1 缺 1') } }],
    })
    await expect(shelved(trade, [{ item: 'A', quantity: '6', toBin: 'A2' }])).rejects.toMatchObject({
      errors: [{ path: 'lines.0.bin', message: { zh: expect.stringContaining('未上架') } }],
    })
    await expect(shelved(trade, [{ item: 'A', quantity: '1' }])).rejects.toMatchObject({
      errors: [{ path: 'lines.0.toBin' }],
    })
    await shelved(trade, [{ item: 'A', quantity: '10', bin: 'A1', toBin: 'A2' }])
    // The receipt put them where they no longer are.
    await expect(books.act(purchaseReceipt, receipt, 'unpost')).rejects.toThrow(/bin A1/)
    expect(await there()).toEqual(['A2 10'])
  })

  it('takes nothing from a bin on a day when it did not lie there yet', async () => {
    const trade = await openBins({ negativeStock: 'allow' })
    const { books, there, receive, deliver } = trade
    await receive([{ item: 'A', quantity: '10', price: '11.3', bin: 'A1' }], '2026-01-03')
    const moved = await shelved(trade, [{ item: 'A', quantity: '6', bin: 'A1', toBin: 'A2' }])
    await expect(deliver([{ item: 'A', quantity: '2', price: '20', bin: 'A2' }], '2026-01-04')).rejects.toMatchObject({
      errors: [{ path: 'lines.0.bin', message: { zh: expect.stringContaining('货位 A2（2026-01-04）缺 2') } }],
    })
    // Four are left in A1 of the ten that lay there on the fourth; two of them may have gone that day.
    await deliver([{ item: 'A', quantity: '4', price: '20', bin: 'A1' }], '2026-01-04')
    expect(await there()).toEqual(['A2 6'])
    await expect(books.act(binTransfer, moved, 'unpost')).resolves.toBeDefined()
  })

  it('keeps bins, lots and states apart, and what changes its lot or state stays where it lies', async () => {
    const { books, there, receive, deliver } = await openBins()
    await books.entity(item, { code: 'L', name: '酱油', unit: 'PCS', taxRate: 'VAT13', tracksLots: true })
    await receive([
      { item: 'L', quantity: '6', price: '11.3', lot: 'X', bin: 'A1', expiresOn: '2026-06-01' },
      { item: 'L', quantity: '6', price: '11.3', lot: 'Y', bin: 'A1', expiresOn: '2026-03-01' },
      { item: 'L', quantity: '4', price: '11.3', lot: 'Y', bin: 'A2', expiresOn: '2026-03-01' },
    ])
    // The first to expire, of the first bin along the way that holds them all.
    await deliver([{ item: 'L', quantity: '5', price: '20' }])
    expect(await there('L')).toEqual(['A1 X 6', 'A1 Y 1', 'A2 Y 4'])
    await books.post(stockStatusChange, {
      date: '2026-01-12',
      warehouse: 'MAIN',
      reason: '发现破损',
      lines: [{ item: 'L', quantity: '2', fromState: 'onHand', toState: 'rejected', lot: 'X' }],
    })
    await books.post(lotChange, {
      date: '2026-01-13',
      warehouse: 'MAIN',
      reason: '批号录错',
      lines: [{ item: 'L', quantity: '1', lot: 'Y', toLot: 'Z', expiresOn: '2026-03-01' }],
    })
    expect(await there('L')).toEqual(['A1 X 2 rejected', 'A1 X 4', 'A1 Y 1', 'A2 Y 3', 'A2 Z 1'])
  })

  it('[MD-03] tells of an item how much lies in each warehouse and bin, and in which state', async () => {
    const trade = await openBins()
    const { books, receive } = trade
    const goods = await books.entity(item, {
      code: 'L',
      name: '酱油',
      unit: 'PCS',
      taxRate: 'VAT13',
      tracksLots: true,
      needsInspection: true,
    })
    const free = { item: 'L', price: '11.3', needsInspection: false }
    await receive([
      { ...free, quantity: '6', lot: 'X', bin: 'A1' },
      { ...free, quantity: '4', lot: 'Y', bin: 'A1' },
      { ...free, quantity: '7', lot: 'X' },
      { item: 'L', price: '11.3', quantity: '5', lot: 'Z', bin: 'R1' },
    ])
    await books.post(stockStatusChange, {
      date: '2026-01-12',
      warehouse: 'MAIN',
      reason: '发现破损',
      lines: [{ item: 'L', quantity: '1', fromState: 'onHand', toState: 'rejected', lot: 'X', bin: 'A1' }],
    })
    await books.inWork((work) => updateEntity(work, lot, 'Y@L', { state: 'frozen', reason: '疑似污染' }))
    await books.post(stockTransfer, {
      date: '2026-01-13',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'L', quantity: '2', lot: 'X' }],
    })
    await books.post(salesOrder, {
      date: '2026-01-14',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'L', quantity: '7', price: '20' }],
    })
    await books.post(purchaseOrder, {
      date: '2026-01-14',
      supplier: 'S1',
      warehouse: 'SHOP',
      lines: [{ item: 'L', quantity: '8', price: '11.3' }],
    })
    const { rows } = await ask(books, 'stockPosition', { item: String(goods.header['id']) })
    const named = ['warehouse', 'bin', 'quantity', 'available', 'demand', 'supply', 'inspection', 'held', 'rejected']
    expect(columnsOf(rows, ...named)).toEqual([
      '主仓库 | 未上架 | 5 | 0 | 5 | 0 | 0 | 0 | 0',
      '主仓库 | A1 | 10 | 3 | 2 | 0 | 0 | 4 | 1',
      '主仓库 | R1 | 5 | 0 | 0 | 0 | 5 | 0 | 0',
      '门店 |  | 2 | 2 | 0 | 8 | 0 | 0 | 0',
    ])
    const [five] = (await ask(books, 'stockOnHand', { item: String(goods.header['id']) })).rows
    expect(five).toMatchObject({ quantity: '22', available: '5', supply: '8', demand: '7', held: '10' })
  })

  it('[INV-09] is counted bin by bin, while goods move, and what differs is put right where it lies', async () => {
    const trade = await openBins()
    const { books, there, receive, deliver } = trade
    await receive(
      [
        { item: 'A', quantity: '10', price: '11.3', bin: 'A1' },
        { item: 'A', quantity: '6', price: '11.3', bin: 'A2' },
        { item: 'A', quantity: '4', price: '11.3' },
      ],
      '2026-01-01',
    )
    const start = async (asked: Readonly<Record<string, Json>> = {}) =>
      String(
        Object(await runProcess(books, startStockCount, { warehouse: 'MAIN', adjustOnPost: true, ...asked })).number,
      )
    // A sheet of one bin has its goods alone; the whole one goes along the way through the warehouse.
    const small = await makeCall(books, countSheet, { count: await start({ bin: 'A2' }) })
    expect(Object(small).lines).toMatchObject([{ binName: 'A2', book: '6' }])
    const count = await start()
    const sheet = Object(await makeCall(books, countSheet, { count })) as {
      lines: { bin: string | null; item: string }[]
    }
    expect(sheet.lines).toMatchObject([
      { binName: 'A2', book: '6' },
      { binName: 'A1', book: '10' },
      { binName: null, book: '4' },
    ])
    const found = (line: number, quantity: string) => ({ id: newId(), quantity, kind: 'set', ...place(line) })
    const place = (line: number) => ({ item: sheet.lines[line]?.item ?? '', bin: sheet.lines[line]?.bin ?? null })
    const record = (...entries: Json[]) => makeCall(books, recordCounts, { count, entries })
    await record(found(0, '5'))
    // What leaves A1 before it is counted is no loss there.
    await deliver([{ item: 'A', quantity: '3', price: '20', bin: 'A1' }], '2026-01-01')
    await record(found(1, '7'), found(2, '4'))
    // One more than anybody knew of lies where goods arrive.
    const [arrival] = await books.rows<{ id: string }>(`select id from bin where company_id = $1 and code = 'R1'`)
    await record({ id: newId(), item: sheet.lines[0]?.item ?? '', bin: arrival?.id ?? null, quantity: '1' })
    await makeCall(books, compareCount, { count, uncounted: 'refuse', accept: true })
    await books.act(stockCount, await documentNumbered(books, stockCount, count), 'post')
    expect(await there()).toEqual(['A1 7', 'A2 5', 'R1 1'])
    const { rows } = await ask(books, 'stockOnHand', {})
    expect(columnsOf(rows, 'code', 'quantity')).toEqual(['A | 17'])
  })

  it('is asked for bins of its own alone, and gives them up when they are empty', async () => {
    const trade = await openBins()
    const { books, receive } = trade
    await expect(books.entity(bin, { code: 'S1', name: 'S1', warehouse: 'SHOP' })).rejects.toMatchObject({
      errors: [{ path: 'warehouse' }],
    })
    await expect(
      books.post(purchaseReceipt, {
        date: '2026-01-05',
        supplier: 'S1',
        warehouse: 'SHOP',
        lines: [{ item: 'A', quantity: '1', price: '1', bin: 'A1' }],
      }),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.0.bin' }] })
    await receive([{ item: 'A', quantity: '1', price: '11.3', bin: 'A1' }])
    const off = () => books.inWork((work) => updateEntity(work, warehouse, 'MAIN', { keepsBins: false }))
    await expect(off()).rejects.toMatchObject({ errors: [{ path: 'keepsBins' }] })
    await shelved(trade, [{ item: 'A', quantity: '1', bin: 'A1' }])
    await off()
  })
})
