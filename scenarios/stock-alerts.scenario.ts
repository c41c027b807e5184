import { describe, expect, it } from 'vitest'
import type { Json } from '../src/base/json.ts'
import {
  actOnAlert,
  bringAlertBack,
  checkStockAlerts,
  otherReceipt,
  setAlertAside,
  stockLimit,
  stockReason,
  takeSafetyStock,
} from '../src/domains/inventory/index.ts'
import { salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import { company } from '../src/ledgers/dimensions/company.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { lot, lotCode } from '../src/ledgers/dimensions/lot.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { askReport } from './kit/ask-report.ts'
import { makeCall } from './kit/call.ts'
import { followUp } from './kit/finance.ts'
import { runProcess } from './kit/run.ts'
import { openAccess, openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** A keeper who may see alerts, in the company's roles; two warehouses; pens to be held between 10 and 50 where it is said. */
const twoHouses = async (limited: readonly string[] = ['MAIN']): Promise<Trade> => {
  await openAccess()
  const trade = await openTrade()
  const { books } = trade
  await books.inWork(async (work) => {
    await work.tx.query(`insert into role (company_id, name, label, rights) values ($1, 'keeper', '仓管', $2)`, [
      work.company,
      JSON.stringify(['report.stockAlerts']),
    ])
    await work.tx.query(`insert into member (company_id, user_id, role) values ($1, 'keeper', 'keeper')`, [
      work.company,
    ])
  })
  await books.entity(warehouse, { code: 'W2', name: '二号仓' })
  await books.entity(item, { code: 'PEN', name: '笔', unit: 'PCS' })
  await books.entity(stockReason, { code: 'FOUND', name: '其他入库', direction: 'in', role: 'nonOperatingIncome' })
  for (const code of limited) {
    const limits = [{ item: 'PEN', minimum: '10', maximum: '50' }]
    await books.entity(stockLimit, { code, name: `${code} 上下限`, warehouse: code, limits })
  }
  return trade
}

const receive = ({ books }: Trade, place: string, quantity: string, more: Readonly<Record<string, Json>> = {}) =>
  books.post(otherReceipt, {
    date: books.clock.today(),
    warehouse: place,
    reason: 'FOUND',
    lines: [{ item: 'PEN', quantity, unitCost: '2', ...more }],
  })
const deliver = ({ books }: Trade, quantity: string, more: Readonly<Record<string, Json>> = {}) =>
  books.post(salesDelivery, {
    date: books.clock.today(),
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'PEN', quantity, price: '5', ...more }],
  })
const alerts = async ({ books }: Trade, asked: Readonly<Record<string, Json>> = {}): Promise<string[]> => {
  await followUp(books)
  const { rows } = await askReport(books, 'stockAlerts', asked)
  return rows.map((row) => ['kindLabel', 'code', 'place', 'quantity'].map((name) => row[name] ?? '–').join(' '))
}
const notices = async ({ books }: Trade): Promise<string[]> => {
  const rows = await books.rows<{ zh: string }>(
    `select zh from notice where company_id = $1 and user_id = 'keeper' and read_at is null order by id`,
  )
  return rows.map((row) => row.zh)
}
const keyOf = async ({ books }: Trade, kind: string): Promise<string> => {
  const rows = await books.rows<{ key: string }>(
    `select key from stock_alert where company_id = $1 and kind = $2`,
    kind,
  )
  return rows[0]?.key ?? ''
}

describe('limits of an item in a warehouse', () => {
  it('[INV-03] raise a message when stock falls below or rises above them, and take it back when it is right again', async () => {
    const trade = await twoHouses(['MAIN', 'W2'])
    await receive(trade, 'MAIN', '20')
    await receive(trade, 'W2', '51')
    expect(await alerts(trade)).toEqual(['超储 PEN 二号仓 51'])
    expect(await notices(trade)).toEqual(['超储：PEN 笔 二号仓 有 51，高于上限 50'])
    await deliver(trade, '11')
    expect(await alerts(trade)).toEqual(['短缺 PEN 主仓库 9', '超储 PEN 二号仓 51'])
    expect(await notices(trade)).toContain('短缺：PEN 笔 主仓库 只有 9，低于下限 10')
    // Exactly at a limit nothing is wrong; what is still wrong is not told twice.
    await receive(trade, 'MAIN', '1')
    expect(await alerts(trade)).toEqual(['超储 PEN 二号仓 51'])
    expect(await notices(trade)).toEqual(['超储：PEN 笔 二号仓 有 51，高于上限 50'])
    await deliver(trade, '2')
    await deliver(trade, '1')
    expect(await alerts(trade, { warehouse: 'MAIN' })).toEqual(['短缺 PEN 主仓库 7'])
    expect((await notices(trade)).length).toBe(2)
  })

  it('are refused where the lower is above the upper, or an item stands twice', async () => {
    const { books } = await twoHouses()
    const made = books.entity(stockLimit, {
      code: 'BAD',
      name: '错',
      warehouse: 'MAIN',
      limits: [
        { item: 'PEN', minimum: '10', maximum: '5' },
        { item: 'PEN', minimum: '1' },
      ],
    })
    await expect(made).rejects.toMatchObject({ errors: [{ path: 'limits.0.maximum' }, { path: 'limits.1.item' }] })
  })

  it('judge only the items that moved', async () => {
    const trade = await twoHouses()
    await receive(trade, 'MAIN', '60')
    expect(await alerts(trade)).toContain('超储 PEN 主仓库 60')
    // Put wrong behind the back of the books: another item's movement leaves it alone, its own mends it.
    await trade.books.rows(`update stock_alert set quantity = 1 where company_id = $1 and kind = 'over'`)
    await trade.books.post(otherReceipt, {
      date: '2026-01-01',
      warehouse: 'MAIN',
      reason: 'FOUND',
      lines: [{ item: 'A', quantity: '1', unitCost: '2' }],
    })
    expect(await alerts(trade)).toContain('超储 PEN 主仓库 1')
    await receive(trade, 'MAIN', '5')
    expect(await alerts(trade)).toContain('超储 PEN 主仓库 65')
  })

  it('lead with one click to a request, a transfer or a scrap note', async () => {
    const trade = await twoHouses()
    await receive(trade, 'W2', '40')
    await receive(trade, 'MAIN', '4')
    expect(await alerts(trade)).toEqual(['短缺 PEN 主仓库 4'])
    const act = (action: string, kind: string) =>
      keyOf(trade, kind).then((alert) => makeCall(trade.books, actOnAlert, { alert, action }))
    const line = async (table: string) => {
      const rows = await trade.books.rows<{ quantity: string }>(
        `select quantity::float as quantity from ${table} where company_id = $1`,
      )
      return rows.map((row) => Number(row.quantity))
    }
    // Up to the maximum of 50: all 46 are asked for, of which the other warehouse has 40.
    expect(await act('request', 'low')).toMatchObject({ type: 'purchaseRequest' })
    expect(await line('purchase_request_line')).toEqual([46])
    expect(await act('transfer', 'low')).toMatchObject({ type: 'stockTransfer' })
    expect(await line('stock_transfer_line')).toEqual([40])
    await receive(trade, 'MAIN', '60')
    expect(await alerts(trade)).toEqual(['超储 PEN 主仓库 64'])
    expect(await act('scrap', 'over')).toMatchObject({ type: 'scrap' })
    await expect(act('request', 'over')).rejects.toThrow(/what is short/)
    const gone = { alert: 'low/gone', action: 'request' }
    await expect(makeCall(trade.books, actOnAlert, gone)).rejects.toThrow(/is over/)
  })
})

describe('an alert that is known', () => {
  it('is set aside with a reason until a day or until it is over, and comes back', async () => {
    const trade = await twoHouses()
    const { books } = trade
    await receive(trade, 'MAIN', '4')
    expect(await alerts(trade)).toEqual(['短缺 PEN 主仓库 4'])
    const alert = await keyOf(trade, 'low')
    await expect(makeCall(books, setAlertAside, { alert, note: '等新品', until: '2026-01-01' })).rejects.toMatchObject({
      errors: [{ path: 'until' }],
    })
    await makeCall(books, setAlertAside, { alert, note: '等新品', until: '2026-01-05' })
    expect(await alerts(trade)).toEqual([])
    expect(await notices(trade)).toEqual([])
    const { rows } = await askReport(books, 'stockAlerts', { state: 'aside' })
    expect(rows).toMatchObject([
      { code: 'PEN', asideNote: '等新品', asideUntil: '2026-01-05', reason: '只有 4，低于下限 10' },
    ])
    // Another movement leaves it aside, though the figure is new.
    await deliver(trade, '1')
    expect(await alerts(trade)).toEqual([])
    books.clock.moveTo(new Date('2026-01-05T01:00:00Z'))
    await runProcess(books, checkStockAlerts)
    expect(await alerts(trade)).toEqual(['短缺 PEN 主仓库 3'])
    expect(await notices(trade)).toEqual(['短缺：PEN 笔 主仓库 只有 3，低于下限 10'])
    await makeCall(books, setAlertAside, { alert, note: '停售' })
    await makeCall(books, bringAlertBack, { alert })
    expect(await alerts(trade)).toEqual(['短缺 PEN 主仓库 3'])
    // What was set aside until it is over is told again when it comes back.
    await makeCall(books, setAlertAside, { alert, note: '停售' })
    await receive(trade, 'MAIN', '20')
    expect(await alerts(trade)).toEqual([])
    await deliver(trade, '15')
    expect(await alerts(trade)).toEqual(['短缺 PEN 主仓库 8'])
  })

  it('several shortages become one request', async () => {
    const trade = await twoHouses(['MAIN', 'W2'])
    await receive(trade, 'MAIN', '4')
    await receive(trade, 'W2', '5')
    await alerts(trade)
    const rows = await trade.books.rows<{ key: string }>(
      `select key from stock_alert where company_id = $1 order by key`,
    )
    const alert = rows.map((row) => row.key).join(',')
    await makeCall(trade.books, actOnAlert, { alert, action: 'request' })
    await expect(makeCall(trade.books, actOnAlert, { alert, action: 'transfer' })).rejects.toThrow(
      /one alert at a time/,
    )
    const lines = await trade.books.rows<{ quantity: number }>(
      `select quantity::float as quantity from purchase_request_line where company_id = $1 order by quantity`,
    )
    expect(lines.map((line) => line.quantity)).toEqual([45, 46])
  })
})

describe('safety stock', () => {
  it('[INV-07] is set by hand or reckoned from how demand varies and the service level, with its working', async () => {
    const trade = await twoHouses()
    const { books } = trade
    await receive(trade, 'MAIN', '45')
    await books.inWork((work) => updateEntity(work, item, 'PEN', { safetyStock: '30', leadDays: 4 }))
    // What is ordered is not available any more, though it lies there still.
    await books.post(salesOrder, {
      date: '2026-01-01',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'PEN', quantity: '20', price: '5' }],
    })
    expect(await alerts(trade)).toEqual(['低于安全库存 PEN – 25'])
    await receive(trade, 'W2', '11')
    expect(await alerts(trade)).toEqual([])
    for (const [day, quantity] of [
      ['2026-01-02', '2'],
      ['2026-01-03', '6'],
      ['2026-01-05', '4'],
      ['2026-01-07', '8'],
    ] as const) {
      books.clock.moveTo(new Date(`${day}T01:00:00Z`))
      await deliver(trade, quantity)
    }
    books.clock.moveTo(new Date('2026-01-08T01:00:00Z'))
    // Eight days: 2, 6, 0, 4, 0, 8, 0, 0: mean 2.5, variance 70 ÷ 7 = 10; z of 95 % is 1.645; 1.645 × √(4 × 10) = 10.4.
    const asked = { days: 8, servicePercent: '95', item: 'PEN' }
    const { rows } = await askReport(books, 'safetyStockLevels', asked)
    expect(rows).toMatchObject([
      { code: 'PEN', daily: '2.5', deviation: '3.1623', leadDays: '4', z: '1.6449', proposed: '11', current: '30' },
    ])
    expect(rows[0]?.['working']).toBe('1.64×√(4×3.16²＋2.5²×0²)＝10.4')
    await runProcess(books, takeSafetyStock, asked)
    const [stored] = await books.rows<{ safety: number }>(
      `select safety_stock::float as safety from item where company_id = $1 and code = 'PEN'`,
    )
    expect(stored?.safety).toBe(11)
    await expect(askReport(books, 'safetyStockLevels', { days: 8, servicePercent: '100' })).rejects.toMatchObject({
      errors: [{ path: 'servicePercent' }],
    })
  })
})

describe('what time makes wrong', () => {
  it('lists and tells lots that expire within the days of their item, and those that have', async () => {
    const trade = await twoHouses()
    const { books } = trade
    await books.inWork((work) => updateEntity(work, item, 'PEN', { tracksLots: true, expiryAlertDays: 10 }))
    for (const [number, expiresOn] of [
      ['L1', '2026-01-12'],
      ['L2', '2026-06-30'],
    ] as const) {
      await books.entity(lot, { code: lotCode(number, 'PEN'), name: number, item: 'PEN', number, expiresOn })
    }
    await receive(trade, 'MAIN', '12', { lot: 'L1' })
    await receive(trade, 'MAIN', '13', { lot: 'L2' })
    expect(await alerts(trade)).toEqual([])
    books.clock.moveTo(new Date('2026-01-02T01:00:00Z'))
    await runProcess(books, checkStockAlerts)
    expect(await alerts(trade)).toEqual(['临期 PEN 主仓库 12'])
    expect(await notices(trade)).toEqual(['临期：PEN 笔 主仓库 批号 L1 共 12，2026-01-12 到期'])
    books.clock.moveTo(new Date('2026-01-13T01:00:00Z'))
    await runProcess(books, checkStockAlerts)
    expect(await alerts(trade)).toEqual(['已过期 PEN 主仓库 12'])
    expect(await notices(trade)).toEqual(['已过期：PEN 笔 主仓库 批号 L1 共 12，2026-01-12 到期'])
  })

  it('[INV-05] lists what has not moved for so many days, or lasts longer than so many, with value and share of the whole', async () => {
    const trade = await twoHouses([])
    const { books } = trade
    await books.inWork((work) =>
      updateEntity(work, company, String(work.company), { slowMovingDays: 60, coverDays: 100 }),
    )
    // 30 pens worth 60 lie still; of 100 A worth 240 one leaves in a month and a half.
    await receive(trade, 'MAIN', '30')
    await books.post(otherReceipt, {
      date: '2026-01-01',
      warehouse: 'W2',
      reason: 'FOUND',
      lines: [{ item: 'A', quantity: '101', unitCost: '2.4' }],
    })
    books.clock.moveTo(new Date('2026-02-15T01:00:00Z'))
    await books.post(salesDelivery, {
      date: '2026-02-15',
      customer: 'C1',
      warehouse: 'W2',
      lines: [{ item: 'A', quantity: '1', price: '5' }],
    })
    books.clock.moveTo(new Date('2026-03-01T01:00:00Z'))
    await runProcess(books, checkStockAlerts)
    expect(await alerts(trade, { kind: 'still' })).toEqual([])
    books.clock.moveTo(new Date('2026-03-02T01:00:00Z'))
    await runProcess(books, checkStockAlerts)
    await followUp(books)
    const { rows, notes } = await askReport(books, 'stockAlerts', {})
    expect(rows).toMatchObject([
      { kindLabel: '呆滞', code: 'PEN', value: '60', share: '20' },
      { kindLabel: '周转过慢', code: 'A', value: '240', share: '80' },
    ])
    expect(rows[0]?.['reason']).toContain('已 60 天没有出入库')
    expect(rows[1]?.['reason']).toContain('还能用 6000 天')
    expect(notes).toEqual(['呆滞与周转过慢 2 种，金额 300.00，占库存总值 100%'])
    // A movement ends the stillness at once.
    await deliver(trade, '1')
    expect(await alerts(trade, { kind: 'still' })).toEqual([])
  })
})
