import { expect, it } from 'vitest'
import { addMonths, calendarDate } from '../src/base/calendar-date.ts'
import { textOf } from '../src/base/text.ts'
import { planning, salesForecast } from '../src/domains/planning/index.ts'
import { purchaseReceipt, purchaseRequest } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { askReport } from './kit/ask-report.ts'
import { documentNumbered, named, numbersIn, readReport, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const forecastSales = named(planning.processes, 'forecastSales')
const requestNeeds = named(planning.processes, 'requestNeeds')
const proposals = named(planning.reports, 'replenishmentProposals')

const first = calendarDate('2024-10-05')

/**
 * Eighteen months to March 2026: A sells about 20 a month and two more each month, B once in three months; in December 2025 A is out of
 * stock from the 11th.
 */
const openHistory = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS' })
  await books.entity(item, { code: 'N', name: '新商品', unit: 'PCS' })
  const receive = (date: string, code: string, quantity: number) =>
    books.post(purchaseReceipt, {
      date,
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: code, quantity: String(quantity), price: '60' }],
    })
  const sales = Array.from({ length: 18 }, (_one, index) => 20 + 2 * index)
  const untilDecember = sales.slice(0, 14).reduce((sum, quantity) => sum + quantity, 0)
  await receive(addMonths(first, -1), 'A', untilDecember + 16)
  await receive(addMonths(first, -1), 'B', 100)
  for (const [index, quantity] of sales.entries()) {
    const date = addMonths(first, index)
    // In December the last 16 go on the 10th; goods come again on the 1st of January.
    const isDecember = index === 14
    await books.post(salesDelivery, {
      date: isDecember ? '2025-12-10' : date,
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [
        { item: 'A', quantity: isDecember ? '16' : String(quantity), price: '113' },
        ...(index % 3 === 0 ? [{ item: 'B', quantity: '6', price: '113' }] : []),
      ],
    })
    if (isDecember) await receive('2026-01-01', 'A', 1000)
  }
  await receive('2026-03-01', 'N', 10)
  await books.post(salesDelivery, {
    date: '2026-03-20',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'N', quantity: '3', price: '113' }],
  })
  books.clock.moveTo(calendarDate('2026-04-08'))
  return trade
}

it('[INV-32] forecasts each item by the method that was least off, says how far and why, and feeds forecasts and purchases', async () => {
  const { books } = await openHistory()
  const table = await askReport(books, 'demandForecast', { horizon: 3 })
  expect(table.columns?.filter(({ group }) => group === '预测').map(({ label }) => label)).toEqual([
    '2026-04',
    '2026-05',
    '2026-06',
  ])
  const [a, b, n] = table.rows
  // A grows by two a month: 56, 58, 60 are next.
  expect([a?.['2026-04'], a?.['2026-05'], a?.['2026-06']].map(Number)).toEqual([56, 58, 60])
  expect(textOf(a?.['method'])).toMatch(/趋势/)
  expect(Number(a?.['wape'])).toBeLessThan(5)
  expect(Number(a?.['mase'])).toBeLessThan(1)
  expect(textOf(a?.['reason'])).toMatch(/^需求平稳；回测 \d 种方法，.*误差最小：WAPE .*%，MASE .*；其次 /)
  expect(a?.['notes']).toBe('1 个月有缺货')
  expect(a?.['lastYear']).toBe('102')
  // B is sporadic: about two a month by a method made for that.
  expect(textOf(b?.['reason'])).toMatch(/^需求间断/)
  expect(Number(b?.['expected'])).toBeGreaterThan(3)
  expect(Number(b?.['expected'])).toBeLessThan(9)
  // N has one month: its mean, and no measure of error.
  expect([n?.['2026-04'], n?.['wape'], n?.['method']]).toEqual(['3', null, '平均'])
  expect(n?.['reason']).toBe('需求平稳；历史太短，不能回测，取平均')

  const one = await askReport(books, 'itemForecast', { item: 'A', horizon: 2 })
  const december = one.rows.find((row) => row['month'] === '2025-12')
  // 16 in ten days of thirty-one, and the shelf empty after: mostly out of stock, so December says nothing of demand.
  expect(december).toMatchObject({ sold: '16', outDays: 21, demand: null })
  expect(one.rows.at(-2)).toMatchObject({ month: '2026-04', sold: null, forecast: '56' })
  const bounds = ['low', 'forecast', 'high'].map((name) => Number(one.rows.at(-1)?.[name]))
  expect(bounds).toEqual(bounds.toSorted((x, y) => x - y))
  await expect(askReport(books, 'itemForecast')).rejects.toThrow(/item/)
  await expect(askReport(books, 'demandForecast', { horizon: 20 })).rejects.toThrow(/horizon/)

  // The forecast becomes a document a month, which a person may change; approved, it is bought for.
  const made = await runProcess(books, forecastSales, { horizon: 2 })
  const numbers = numbersIn(made)
  expect(numbers).toHaveLength(2)
  const may = await documentNumbered(books, salesForecast, numbers[0] ?? '')
  expect([textOf(may.header['startsOn']), textOf(may.header['endsOn'])]).toEqual(['2026-05-01', '2026-05-31'])
  expect((may.tables['lines'] ?? []).map((line) => textOf(line['quantity']))[0]).toBe('58')
  expect(textOf(may.tables['lines']?.[0]?.['remark'])).toMatch(/误差最小/)

  // What to buy follows from it where one asks so: 10 days to come and 30 to cover.
  const [row] = (await readReport(books, proposals, { item: 'N', basis: 'forecast', withEnough: true })) ?? []
  expect(row?.['expected']).toBe('3.65')
  expect(textOf(row?.['reason'])).toContain('近90天销 3；预测 37 天销 3.65（平均），日均 0.1')
})

it('asks for purchases by what was forecast', async () => {
  const { books } = await openHistory()
  const made = await runProcess(books, forecastSales, { item: 'B', horizon: 1 })
  const forecast = await documentNumbered(books, salesForecast, numbersIn(made)[0] ?? '')
  const [line] = forecast.tables['lines'] ?? []
  await books.act(salesForecast, forecast, 'post')
  // 64 of B are here, more than enough.
  await expect(runProcess(books, requestNeeds, { origin: 'forecast' })).rejects.toThrow(/Nothing is needed/)
  await books.post(salesDelivery, {
    date: '2026-04-08',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'B', quantity: '64', price: '113' }],
  })
  const request = await runProcess(books, requestNeeds, { origin: 'forecast' })
  const written = await documentNumbered(books, purchaseRequest, numbersIn(request)[0] ?? '')
  expect(textOf(written.tables['lines']?.[0]?.['quantity'])).toBe(textOf(line?.['quantity']))
})
