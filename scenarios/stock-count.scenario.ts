import { describe, expect, it } from 'vitest'
import type { Json } from '../src/base/json.ts'
import { newId } from '../src/base/id.ts'
import {
  compareCount,
  countAdjustment,
  countSheet,
  otherReceipt,
  previewCount,
  recordCounts,
  stockCount,
  undoCount,
} from '../src/domains/inventory/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { lot, lotCode } from '../src/ledgers/dimensions/lot.ts'
import { recordJson } from '../src/kernel/documents/record-json.ts'
import { askReport } from './kit/ask-report.ts'
import { makeCall } from './kit/call.ts'
import { documentNumbered } from './kit/run.ts'
import { deliver, li, linesOf, minute, scan, shelves, start, told, zhang } from './kit/shelves.ts'

describe('a count begins with one click', () => {
  it('[INV-08] makes a sheet of the chosen scope with the books frozen at that moment, after telling how long it will be', async () => {
    const shelf = await shelves()
    const { trade } = shelf
    expect(await makeCall(trade.books, previewCount, { warehouse: 'MAIN' })).toEqual({ lines: 3, items: 3 })
    const count = await start(shelf)
    expect(await told(shelf, count)).toEqual(['BOOK 20   ', 'CUP 50   ', 'PEN 100   '])
    // What moves afterwards does not change what the sheet was made from.
    trade.books.clock.advance(minute)
    await deliver(trade, 'PEN', '7')
    expect(linesOf(await makeCall(trade.books, countSheet, { count }))).toContain('PEN 100 null')
    const again = await start(shelf)
    expect(await told(shelf, again)).toContain('PEN 93   ')
  })

  it('is refused where there is nothing in the scope, and says so before anything is made', async () => {
    const shelf = await shelves()
    await expect(start(shelf, { lot: '没有' })).rejects.toThrow(/nothing to count/)
    await expect(start(shelf, { counters: 'E1,E9' })).rejects.toThrow(/not valid/)
    expect(await shelf.trade.books.rows(`select 1 from stock_count where company_id = $1`)).toEqual([])
  })
})

describe('a count takes in what is asked for', () => {
  it('by warehouse, category with what is below it, item, ABC class, supplier, lot and expiry, or as a random sample', async () => {
    const shelf = await shelves()
    const { books } = shelf.trade
    await books.entity(item, { code: 'INK', name: '墨', unit: 'PCS', tracksLots: true })
    for (const [number, expiresOn] of [
      ['L1', '2026-01-20'],
      ['L2', '2026-12-31'],
    ] as const) {
      await books.entity(lot, { code: lotCode(number, 'INK'), name: number, item: 'INK', number, expiresOn })
    }
    await books.post(otherReceipt, {
      date: '2026-01-04',
      warehouse: 'MAIN',
      reason: 'FOUND',
      lines: [
        { item: 'INK', quantity: '5', unitCost: '3', lot: 'L1' },
        { item: 'INK', quantity: '6', unitCost: '3', lot: 'L2' },
      ],
    })
    await deliver(shelf.trade, 'PEN', '40')
    await deliver(shelf.trade, 'CUP', '10')
    const codes = async (asked: Readonly<Record<string, Json>>) =>
      (await told(shelf, await start(shelf, asked))).map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(await codes({ category: 'OFFICE' })).toEqual(['BOOK 20', 'PEN 60'])
    expect(await codes({ category: 'PAPER' })).toEqual(['BOOK 20'])
    expect(await codes({ item: 'CUP' })).toEqual(['CUP 40'])
    // 400 of pens and 40 of cups left: the pens alone are over four fifths.
    expect(await codes({ abcClass: 'A' })).toEqual(['PEN 60'])
    expect(await codes({ supplier: 'S1' })).toEqual(['BOOK 20'])
    expect(await codes({ expiresWithin: 30 })).toEqual(['INK 5'])
    expect(await codes({ lot: 'L2' })).toEqual(['INK 6'])
    expect(await codes({})).toEqual(['BOOK 20', 'CUP 40', 'INK 5', 'INK 6', 'PEN 60'])
    expect((await codes({ sample: 2 })).length).toBe(2)
    expect((await codes({ withEmpty: true })).length).toBe(6)
  })

  it('open or blind: a blind sheet is sent without the books to anyone, until it is compared', async () => {
    const shelf = await shelves()
    const { books } = shelf.trade
    const open = await start(shelf)
    expect(linesOf(await makeCall(books, countSheet, { count: open }, zhang))).toEqual([
      'BOOK 20 null',
      'CUP 50 null',
      'PEN 100 null',
    ])
    const blind = await start(shelf, { isBlind: true })
    const sent = JSON.stringify(await makeCall(books, countSheet, { count: blind }, zhang))
    expect(sent).not.toMatch(/"book":"/)
    // Nor does the document say it, to whoever reads or changes it.
    const draft = await documentNumbered(books, stockCount, blind)
    const read = await books.inWork(async (work) => JSON.stringify(recordJson(stockCount, draft, work)))
    expect(read).not.toMatch(/"(bookQuantity|movedQuantity|difference|variance)":"/)
    await scan(shelf, blind, { PEN: '99', CUP: '50', BOOK: '20' }, zhang)
    await makeCall(books, compareCount, { count: blind })
    expect(await told(shelf, blind)).toEqual(['BOOK 20 0 20 0', 'CUP 50 0 50 0', 'PEN 100 0 99 -1'])
  })

  it('shares the lines out among those who count, neighbours together', async () => {
    const shelf = await shelves()
    const count = await start(shelf, { counters: 'E1，E2' })
    const sheet = Object(await makeCall(shelf.trade.books, countSheet, { count }))
    const names = new Map<string, string>(sheet.counters.map((one: { id: string; name: string }) => [one.id, one.name]))
    expect(sheet.lines.map((line: { counter: string }) => names.get(line.counter))).toEqual(['张三', '张三', '李四'])
  })
})

describe('a count goes on while goods move', () => {
  it('[INV-10] each line is compared with the books of its own scan; approving it makes gains, losses and vouchers', async () => {
    const shelf = await shelves()
    const { trade } = shelf
    const { clock } = trade.books
    const count = await start(shelf, { isBlind: true })
    clock.advance(minute)
    await deliver(trade, 'PEN', '10')
    clock.advance(minute)
    // 90 pens are there; 88 are found. The cups are all there when they are counted, and leave afterwards.
    await scan(shelf, count, { PEN: '80', CUP: '50' }, zhang)
    await scan(shelf, count, { PEN: '8' }, li)
    clock.advance(minute)
    await deliver(trade, 'CUP', '20')
    await deliver(trade, 'PEN', '5')
    clock.advance(minute)
    await scan(shelf, count, { BOOK: '21' }, li)
    expect(await makeCall(trade.books, compareCount, { count })).toMatchObject({
      stage: 'compared',
      lines: 3,
      right: 1,
      gain: '25',
      loss: '20',
    })
    expect(await told(shelf, count)).toEqual(['BOOK 20 0 21 1', 'CUP 50 0 50 0', 'PEN 100 -10 88 -2'])
    const before = await trade.ledger()
    const sheet = await documentNumbered(trade.books, stockCount, count)
    await trade.books.act(stockCount, sheet, 'post')
    const adjusted = await trade.books.rows<{ state: string; code: string; direction: string; quantity: string }>(
      `select d.state, i.code, l.direction, l.adjusted_quantity::float as quantity from count_adjustment_line l
       join count_adjustment d on d.company_id = $1 and d.id = l.owner_id join item i on i.company_id = $1 and i.id = l.item
       where l.company_id = $1 order by i.code`,
    )
    expect(adjusted.map((row) => Object.values(row).join(' '))).toEqual(['posted BOOK gain 1', 'posted PEN loss 2'])
    const after = await trade.ledger()
    // 25 of books found, 20 of pens missing, waiting for a decision.
    expect(after['1901'] ?? '0.00').toBe('-5.00')
    expect(Number(after['1405']) - Number(before['1405'])).toBeCloseTo(5, 2)
    const onHand = await askReport(trade.books, 'stockOnHand', {})
    expect(onHand.rows.map((row) => `${String(row['code'])} ${String(row['quantity'])}`)).toEqual([
      'BOOK 21',
      'CUP 30',
      'PEN 83',
    ])
    // What grew out of it has to be undone first.
    await expect(trade.books.act(stockCount, sheet, 'unpost')).rejects.toThrow(/PYK/)
  })

  it('is compared before it is posted, and not before everything is counted', async () => {
    const shelf = await shelves()
    const { books } = shelf.trade
    const count = await start(shelf)
    await scan(shelf, count, { PEN: '100', CUP: '50' }, zhang)
    await expect(books.act(stockCount, await documentNumbered(books, stockCount, count), 'post')).rejects.toThrow(
      /cannot be posted/,
    )
    await expect(makeCall(books, compareCount, { count })).rejects.toMatchObject({
      errors: [{ path: 'lines.0.countedQuantity' }],
    })
    await makeCall(books, compareCount, { count, uncounted: 'zero' })
    expect(await told(shelf, count)).toContain('BOOK 20 0 0 -20')
    await expect(scan(shelf, count, { BOOK: '20' }, zhang)).rejects.toThrow(/compared already/)
  })

  it('counts once what is sent twice over a weak line, by the moment of the scan and not of its arrival', async () => {
    const shelf = await shelves()
    const { trade, ids } = shelf
    const count = await start(shelf)
    trade.books.clock.advance(10 * minute)
    await deliver(trade, 'PEN', '30')
    trade.books.clock.advance(5 * minute)
    // Scanned ten minutes ago, before the delivery, and sent when the line was back; the answer was lost, so it comes again.
    const entries = [
      { id: newId(), item: ids['PEN'] ?? '', quantity: '60', ago: 10 * minute },
      { id: newId(), item: ids['PEN'] ?? '', quantity: '40', ago: 9 * minute },
    ]
    const send = () => makeCall(trade.books, recordCounts, { count, entries }, zhang)
    expect(await send()).toEqual(await send())
    await scan(shelf, count, { CUP: '50', BOOK: '20' }, zhang)
    await makeCall(trade.books, compareCount, { count })
    expect(await told(shelf, count)).toContain('PEN 100 0 100 0')
  })

  it('keeps the order of a device, whichever message takes the longer way', async () => {
    const shelf = await shelves()
    const { trade, ids } = shelf
    const count = await start(shelf)
    const item = ids['CUP'] ?? ''
    const [scanned, typed, again] = [newId(), newId(), newId()]
    const send = (entry: Record<string, unknown>) =>
      makeCall(trade.books, recordCounts, { count, entries: [{ item, ...entry }] }, zhang)
    await send({ id: scanned, quantity: '1', ago: 0 })
    await send({ id: typed, quantity: '58', kind: 'set', ago: 0, after: scanned })
    // Its message was quick, so that it seems to have been scanned before the others.
    const sheet = Object(await send({ id: again, quantity: '1', ago: 20, after: typed }))
    expect(linesOf(sheet)).toContain('CUP 50 59')
    expect(sheet.last.id).toBe(again)
    // Taken back on the device while the answer was lost: whether it had arrived or not, it counts no more.
    const more = newId()
    const undone = { id: more, quantity: '5', ago: 0, after: again, undone: true }
    expect(linesOf(await send(undone))).toContain('CUP 50 59')
    expect(linesOf(await send({ ...undone, undone: false })), 'late, and known').toContain('CUP 50 59')
    expect(linesOf(await send({ id: again, quantity: '1', after: typed, undone: true }))).toContain('CUP 50 58')
    await expect(send({ id: newId(), quantity: '1', after: '前一条' })).rejects.toMatchObject({
      errors: [{ path: 'entries.0.after' }],
    })
  })

  it('takes back a wrong scan, and lets a typed figure say the whole', async () => {
    const shelf = await shelves()
    const { books } = shelf.trade
    const count = await start(shelf)
    const sheet = Object(await scan(shelf, count, { PEN: '5' }, zhang))
    await makeCall(books, undoCount, { count, entry: sheet.last.id }, zhang)
    await expect(makeCall(books, undoCount, { count, entry: sheet.last.id }, zhang)).rejects.toThrow(/no such entry/)
    await scan(shelf, count, { CUP: '3' }, zhang)
    await scan(shelf, count, { CUP: '49' }, zhang, { kind: 'set' })
    expect(linesOf(await makeCall(books, countSheet, { count }))).toEqual(['BOOK 20 null', 'CUP 50 49', 'PEN 100 null'])
    await expect(scan(shelf, count, { CUP: '一' }, zhang)).rejects.toMatchObject({
      errors: [{ path: 'entries.0.quantity' }],
    })
  })

  it('adds what is found beside the sheet, at its current cost, else at what it last came in at', async () => {
    const shelf = await shelves()
    const { trade } = shelf
    await deliver(trade, 'BOOK', '20')
    const count = await start(shelf, { item: 'PEN' })
    await scan(shelf, count, { PEN: '100', BOOK: '2' }, zhang)
    await makeCall(trade.books, compareCount, { count })
    expect(await told(shelf, count)).toEqual(['PEN 100 0 100 0', 'BOOK 0 0 2 2'])
    const sheet = await documentNumbered(trade.books, stockCount, count)
    await trade.books.act(stockCount, sheet, 'post')
    // Two books at 25: none was left, the last ones had come in at 25.
    expect((await trade.ledger())['1901']).toBe('-50.00')
  })
})

it('a sheet written by hand still leads to gains and losses as before', async () => {
  const { trade } = await shelves()
  const count = await trade.books.post(stockCount, {
    date: '2026-01-05',
    warehouse: 'MAIN',
    lines: [{ item: 'PEN', bookQuantity: '100', countedQuantity: '98' }],
  })
  await trade.books.push(stockCount, count, countAdjustment, { date: '2026-01-05' })
  expect((await trade.ledger())['1901']).toBe('20.00')
})
