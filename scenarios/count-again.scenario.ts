import { describe, expect, it } from 'vitest'
import { compareCount, countPlan, startPlannedCounts, stockCount } from '../src/domains/inventory/index.ts'
import { askReport } from './kit/ask-report.ts'
import { makeCall } from './kit/call.ts'
import type { Person } from './kit/call.ts'
import { documentNumbered, numbersIn, runProcess } from './kit/run.ts'
import { deliver, li, minute, scan, shelves, start, told, zhang } from './kit/shelves.ts'

describe('a second person counts again', () => {
  it('[DEP-25] what is beyond the tolerance or moved while it was counted, and the accuracy is told', async () => {
    const shelf = await shelves()
    const { trade } = shelf
    const { books } = trade
    const count = await start(shelf, { isBlind: true, tolerancePercent: '5', toleranceAmount: '100' })
    // Pens: 3 of 100 and 30 yuan short are within the tolerance. Cups: 10 % short. Books: moved between two scans.
    await scan(shelf, count, { PEN: '97', CUP: '45', BOOK: '10' }, zhang)
    books.clock.advance(minute)
    await deliver(trade, 'BOOK', '5')
    books.clock.advance(minute)
    await scan(shelf, count, { BOOK: '10' }, zhang)
    expect(await makeCall(books, compareCount, { count })).toMatchObject({ stage: 'recounting', recount: 2 })
    // Still blind for what is counted again.
    expect(await told(shelf, count)).toEqual(['BOOK   20 ', 'CUP   45 ', 'PEN 100 0 97 -3'])
    await expect(scan(shelf, count, { CUP: '50' }, zhang)).rejects.toMatchObject({
      errors: [{ path: 'entries.0.item' }],
    })
    await expect(scan(shelf, count, { PEN: '100' }, li)).rejects.toThrow(/cannot be counted again/)
    await expect(books.act(stockCount, await documentNumbered(books, stockCount, count), 'post')).rejects.toThrow(
      /cannot be posted/,
    )
    books.clock.advance(minute)
    await scan(shelf, count, { CUP: '50', BOOK: '15' }, li)
    expect(await makeCall(books, compareCount, { count })).toMatchObject({ stage: 'compared', right: 2, loss: '30' })
    expect(await told(shelf, count)).toEqual(['BOOK 20 -5 15 0', 'CUP 50 0 50 0', 'PEN 100 0 97 -3'])
    await books.act(stockCount, await documentNumbered(books, stockCount, count), 'post')
    const accuracy = await askReport(books, 'countAccuracy', { from: '2026-01-01', to: '2026-01-31' })
    expect(accuracy.rows).toMatchObject([
      { group: '主仓库', lines: 3, right: 2, rightPercent: '66.67', bookValue: '1575', differenceValue: '30' },
    ])
    const byPerson = await askReport(books, 'countAccuracy', { from: '2026-01-01', to: '2026-01-31', by: 'counter' })
    // Of what he counted first, the pens alone were left as they were.
    expect(byPerson.rows.map((row) => [row['group'], row['lines'], row['firstRight']].join(' '))).toEqual(['张三 3 1'])
  })

  it('is not needed where whoever may accepts the difference as it is', async () => {
    const shelf = await shelves()
    const { books } = shelf.trade
    const count = await start(shelf, { tolerancePercent: '1' })
    await scan(shelf, count, { PEN: '90', CUP: '50', BOOK: '20' }, zhang)
    await makeCall(books, compareCount, { count })
    const without: Person = { name: '王五', may: (right) => right !== 'stockCount.accept' }
    await expect(makeCall(books, compareCount, { count, accept: true }, without)).rejects.toThrow(/right/)
    expect(await makeCall(books, compareCount, { count, accept: true })).toMatchObject({
      stage: 'compared',
      loss: '100',
    })
  })
})

describe('the count calendar', () => {
  it('[INV-11] makes the sheets of each class when they are due, tells who counts, and is due again so many days later', async () => {
    const shelf = await shelves()
    const { books } = shelf.trade
    await deliver(shelf.trade, 'PEN', '40')
    await books.entity(countPlan, {
      code: 'P1',
      name: '主仓循环盘点',
      warehouse: 'MAIN',
      turns: [
        { abcClass: 'A', everyDays: 7, nextOn: '2026-01-05' },
        { abcClass: 'C', everyDays: 90, nextOn: '2026-02-01' },
      ],
    })
    const made = numbersIn(await runProcess(books, startPlannedCounts))
    expect(made.length).toBe(1)
    expect((await told(shelf, made[0] ?? '')).map((line) => line.split(' ')[0])).toEqual(['PEN'])
    const sheet = await documentNumbered(books, stockCount, made[0] ?? '')
    expect(sheet.header).toMatchObject({ method: 'cycle', isBlind: true, stage: 'counting' })
    // The same day again makes nothing; three weeks that were missed make one sheet, and the rhythm is kept.
    expect(numbersIn(await runProcess(books, startPlannedCounts))).toEqual([])
    books.clock.moveTo(new Date('2026-02-02T01:00:00Z'))
    expect(numbersIn(await runProcess(books, startPlannedCounts)).length).toBe(2)
    const turns = await books.rows<{ next_on: string }>(
      `select next_on from count_plan_turns where company_id = $1 order by line_no`,
    )
    expect(turns.map((turn) => turn.next_on)).toEqual(['2026-02-09', '2026-05-02'])
  })
})
