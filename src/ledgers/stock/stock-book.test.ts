import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { defineDocument } from '../../kernel/definition/define.ts'
import { defineDomain } from '../../kernel/definition/domain.ts'
import { money, ref } from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'
import { testDatabase } from '../../kernel/database/testing.ts'
import { definePosting } from '../../kernel/posting/proposal.ts'
import { updateEntity } from '../../kernel/documents/entities.ts'
import { item } from '../dimensions/item.ts'
import { warehouse } from '../dimensions/place.ts'
import { deriveGoods, goodsLine } from '../priced-lines.ts'
import { openBooks } from '../testing/books.ts'
import { holdPoolsOf, lockPools } from './pools.ts'
import { stock } from './stock.ts'

const goodsIn = defineDocument({
  name: 'goodsIn',
  label: '入库',
  numbering: 'IN-{yyyyMM}-{seq:4}',
  header: { warehouse: ref(warehouse, { label: '仓库', required: true }) },
  tables: {
    lines: lineTable({
      label: '明细',
      fields: { ...goodsLine, amount: money({ label: '金额', required: true }) },
      derive: deriveGoods,
    }),
  },
})

const goodsOut = defineDocument({
  name: 'goodsOut',
  label: '出库',
  numbering: 'OUT-{yyyyMM}-{seq:4}',
  header: { warehouse: ref(warehouse, { label: '仓库', required: true }) },
  tables: { lines: lineTable({ label: '明细', fields: goodsLine, derive: deriveGoods }) },
})

const postIn = definePosting(goodsIn, function* ({ header, lines }) {
  for (const line of lines) {
    yield stock.receive({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      to: header.warehouse,
      amount: line.amount,
      against: 'openingBalance',
    })
  }
})

const postOut = definePosting(goodsOut, function* ({ header, lines }) {
  for (const line of lines) {
    yield stock.issue({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.warehouse,
      against: 'costOfSales',
    })
  }
})

const trade = defineDomain({ name: 'trade', label: '买卖', documents: [goodsIn, goodsOut] })
const server = { name: 'trade', postings: [postIn, postOut] }
const database = await testDatabase()

const open = async (method: string) => {
  const books = await openBooks(database, {
    domains: [trade],
    servers: [server],
    settings: { costMethod: method },
    migrated: opened,
  })
  opened = true
  await books.entity(item, { code: 'A', name: '商品甲', unit: 'PCS' })
  const line = (quantity: number, amount?: number) => ({
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity, ...(amount === undefined ? {} : { amount }) }],
  })
  return {
    books,
    in: (date: string, quantity: number, amount: number) => books.post(goodsIn, { date, ...line(quantity, amount) }),
    out: (date: string, quantity: number) => books.post(goodsOut, { date, ...line(quantity) }),
    closing: async () => {
      const [row] = await books.rows<{ quantity: string; amount: string }>(
        `select sum(quantity) as quantity, sum(amount) as amount from stock_entry where company_id = $1`,
      )
      const [pool] = await books.rows<{ quantity: string; amount: string }>(
        `select quantity, amount from cost_pool where company_id = $1`,
      )
      expect(pool).toEqual(row)
      return row
    },
    costs: async () => {
      const rows = await books.rows<{ cost: string }>(
        `select -sum(e.amount + coalesce((select sum(c.amount) from stock_entry c where c.company_id = $1 and c.corrects = e.id), 0)) as cost
         from stock_entry e where e.company_id = $1 and e.kind = 'issue' and e.negates is null
           and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id) group by e.id, e.date order by e.date`,
      )
      return rows.map((row) => row.cost)
    },
    ledger: async () => {
      const rows = await books.rows<{ code: string; balance: string }>(
        `select a.code, sum(e.debit - e.credit) as balance from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
         where e.company_id = $1 group by a.code having sum(e.debit - e.credit) <> 0 order by a.code`,
      )
      return Object.fromEntries(rows.map((row) => [row.code, row.balance]))
    },
  }
}
let opened = false

describe('the stock ledger', () => {
  it('[CST-01] costs case A and its back-dated receipt by moving average', async () => {
    const kit = await open('movingAverage')
    await kit.in('2026-01-01', 100, 1000)
    await kit.out('2026-01-05', 60)
    await kit.in('2026-01-10', 100, 1200)
    await kit.out('2026-01-20', 80)
    expect(await kit.costs()).toEqual(['600.00', '914.29'])
    expect(await kit.closing()).toEqual({ quantity: '60.000000', amount: '685.71' })
    const late = await kit.in('2026-01-03', 50, 450)
    expect(await kit.costs()).toEqual(['580.00', '871.58'])
    expect(await kit.closing()).toEqual({ quantity: '110.000000', amount: '1198.42' })
    expect(await kit.ledger()).toEqual({ 1405: '1198.42', 310499: '-2650.00', 5401: '1451.58' })
    await kit.books.act(goodsIn, late, 'unpost')
    expect(await kit.costs()).toEqual(['600.00', '914.29'])
    expect(await kit.closing()).toEqual({ quantity: '60.000000', amount: '685.71' })
    expect(await kit.ledger()).toEqual({ 1405: '685.71', 310499: '-2200.00', 5401: '1514.29' })
  })

  it('[CST-02] costs case A and B by first in first out', async () => {
    const kit = await open('fifo')
    await kit.in('2026-01-01', 100, 1000)
    await kit.out('2026-01-05', 60)
    await kit.in('2026-01-10', 100, 1200)
    await kit.out('2026-01-20', 80)
    expect(await kit.costs()).toEqual(['600.00', '880.00'])
    await kit.in('2026-01-03', 50, 450)
    expect(await kit.costs()).toEqual(['600.00', '760.00'])
    expect(await kit.closing()).toEqual({ quantity: '110.000000', amount: '1290.00' })
  })

  it('[INV-34] refuses what is not there, on the day and on every day since', async () => {
    const kit = await open('movingAverage')
    await kit.in('2026-01-10', 10, 100)
    await expect(kit.out('2026-01-10', 11)).rejects.toThrow(/Not enough stock/)
    await expect(kit.out('2026-01-09', 1)).rejects.toThrow(/Not enough stock/)
    await kit.out('2026-01-10', 10)
    expect(await kit.closing()).toEqual({ quantity: '0.000000', amount: '0.00' })
  })

  it('[DEP-13] reverses an issue at its own cost on another day', async () => {
    const kit = await open('movingAverage')
    await kit.in('2026-01-01', 10, 100)
    const out = await kit.out('2026-01-02', 5)
    await kit.in('2026-01-03', 10, 200)
    await kit.out('2026-01-04', 6)
    await kit.books.act(goodsOut, out, 'reverse', { date: '2026-01-05' as CalendarDate })
    expect(await kit.closing()).toEqual({ quantity: '14.000000', amount: '200.00' })
  })
})

describe('goods whose method or category changes', () => {
  it('are held while someone writes a line about them, who may wait for their pools in turn', async () => {
    const kit = await open('movingAverage')
    await kit.in('2026-01-01', 10, 100)
    await kit.books.inWork(async (writer) => {
      // What a line does to the item that it names.
      const [goods] = await writer.tx.rows<{ id: string }>(
        `select id from item where company_id = $1 and code = 'A' for key share`,
        [writer.company],
      )
      await kit.books.inWork(async (changer) => {
        changer.tx.send(`set local lock_timeout = '3s'`)
        await holdPoolsOf(changer, [goods?.id ?? ''])
        await updateEntity(changer, item, 'A', { name: '商品乙' })
      })
    })
    expect(await kit.books.rows(`select name from item where company_id = $1 and code = 'A'`)).toEqual([
      { name: '商品乙' },
    ])
  })
})

it('who waits for a pool sees the standards that its holder has set', async () => {
  const kit = await open('movingAverage')
  await kit.in('2026-01-01', 10, 100)
  const [pool] = await kit.books.rows<{ pool: string; item: string }>(
    `select pool, item from cost_pool where company_id = $1`,
  )
  const key = { pool: pool?.pool ?? '', item: pool?.item ?? '', method: 'movingAverage' } as const
  const waiter = await kit.books.inWork(async (holder) => {
    await lockPools(holder, [key])
    const waiting = kit.books.inWork(async (work) => (await lockPools(work, [key])).get(key.pool)?.standards)
    await expect
      .poll(async () => {
        const rows = await kit.books.rows<{ waits: string }>(
          `select count(*) as waits from pg_stat_activity where wait_event_type = 'Lock' and $1 <> ''`,
        )
        return Number(rows[0]?.waits)
      })
      .toBeGreaterThan(0)
    await holder.tx.query(
      `insert into standard_price (company_id, item, date, price, posting) select $1, $2, '2026-02-01', 7, posting_id from stock_entry where company_id = $1 and item = $2`,
      [holder.company, key.item],
    )
    return { waiting }
  })
  expect(await waiter.waiting).toEqual([{ from: '2026-02-01', price: expect.anything() }])
})
