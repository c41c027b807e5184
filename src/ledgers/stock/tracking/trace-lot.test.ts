import { expect, test } from 'vitest'
import { testDatabase } from '../../../kernel/database/testing.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineDomain } from '../../../kernel/definition/domain.ts'
import { choice, money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { item } from '../../dimensions/item.ts'
import { warehouse } from '../../dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../priced-lines.ts'
import { openBooks } from '../../testing/books.ts'
import { newLotLine, trackedOf } from '../../tracked-lines.ts'
import { stock } from '../stock.ts'
import { traceLot } from './trace-lot.ts'
import type { TracedLot } from './trace-lot.ts'

const moving = defineDocument({
  name: 'mixing',
  label: '配料',
  numbering: 'MIX-{yyyyMM}-{seq:4}',
  header: { warehouse: ref(warehouse, { label: '仓库', required: true }) },
  tables: {
    lines: lineTable({
      label: '明细',
      fields: {
        ...goodsLine,
        ...newLotLine,
        way: choice({ label: '方向', options: { in: '入', out: '出', come: '外来' }, required: true }),
        amount: money({ label: '金额' }),
      },
      derive: deriveGoods,
    }),
  },
})

const postMoving = definePosting(
  moving,
  function* ({ header, lines }) {
    for (const line of lines) {
      const goods = { line, item: line.item, quantity: line.baseQuantity ?? line.quantity, ...trackedOf(line) }
      yield line.way === 'out'
        ? stock.issue({ ...goods, from: header.warehouse, against: within })
        : stock.receive({
            ...goods,
            to: header.warehouse,
            amount: line.amount ?? line.quantity,
            against: line.way === 'come' ? 'openingBalance' : within,
          })
    }
  },
  { remainder: () => 'costOfSales' },
)

const database = await testDatabase()
const books = await openBooks(database, {
  domains: [defineDomain({ name: 'kitchen', label: '厨房', documents: [moving] })],
  servers: [{ name: 'kitchen', postings: [postMoving] }],
})

const told = async (lots: readonly TracedLot[]): Promise<string[]> => {
  const items = await books.rows<{ id: string; code: string }>(`select id, code from item where company_id = $1`)
  const code = new Map(items.map((row) => [row.id, row.code]))
  return lots.map((one) => {
    const others = one.documents.flatMap((document) => document.others)
    const next = others.map((other) => `${code.get(other.item)}/${other.lot}×${other.quantity.toString()}`)
    return `${one.level} ${code.get(one.item)}/${one.number} > ${next.join(' ')}`
  })
}

test('a lot is followed through what was made of it, and what was made of that, both ways, each lot once', async () => {
  const codes = ['FLOUR', 'SUGAR', 'DOUGH', 'CAKE']
  for (const code of codes) await books.entity(item, { code, name: code, unit: 'PCS', tracksLots: true })
  const post = (day: string, lines: (readonly [way: string, item: string, quantity: string, lot: string])[]) =>
    books.post(moving, {
      date: `2026-01-${day}`,
      warehouse: 'MAIN',
      lines: lines.map(([way, code, quantity, lot]) => ({ way, item: code, quantity, lot })),
    })
  await post('02', [
    ['come', 'FLOUR', '100', 'F1'],
    ['come', 'FLOUR', '100', 'F2'],
    ['come', 'SUGAR', '50', 'S1'],
  ])
  await post('03', [
    ['out', 'FLOUR', '10', 'F1'],
    ['out', 'FLOUR', '5', 'F2'],
    ['in', 'DOUGH', '15', 'D1'],
  ])
  await post('04', [
    ['out', 'FLOUR', '20', 'F1'],
    ['in', 'DOUGH', '20', 'D2'],
  ])
  const baking = await post('05', [
    ['out', 'DOUGH', '15', 'D1'],
    ['out', 'DOUGH', '1', 'D2'],
    ['out', 'SUGAR', '3', 'S1'],
    ['in', 'CAKE', '4', 'C1'],
  ])
  const items = await books.rows<{ id: string; code: string }>(`select id, code from item where company_id = $1`)
  const id = (code: string) => items.find((row) => row.code === code)?.id ?? ''
  const trace = (code: string, number: string, direction: 'from' | 'to') =>
    books.inWork((work) => traceLot(work, { item: id(code), number }, direction)).then(told)
  expect(await trace('FLOUR', 'F1', 'to')).toEqual([
    '0 FLOUR/F1 > DOUGH/D1×15 DOUGH/D2×20',
    '1 DOUGH/D1 > CAKE/C1×4',
    '1 DOUGH/D2 > CAKE/C1×4',
    '2 CAKE/C1 > ',
  ])
  expect(new Set(await trace('CAKE', 'C1', 'from'))).toEqual(
    new Set([
      '0 CAKE/C1 > DOUGH/D1×15 DOUGH/D2×1 SUGAR/S1×3',
      '1 DOUGH/D1 > FLOUR/F1×10 FLOUR/F2×5',
      '1 DOUGH/D2 > FLOUR/F1×20',
      '1 SUGAR/S1 > ',
      '2 FLOUR/F1 > ',
      '2 FLOUR/F2 > ',
    ]),
  )
  // What was undone made nothing.
  await books.act(moving, baking, 'unpost')
  expect(await trace('DOUGH', 'D1', 'to')).toEqual(['0 DOUGH/D1 > '])
})

test('[DEP-06] a tree takes less than a second beside a hundred thousand other movements of its items', async () => {
  const post = (lines: readonly JsonObject[]) =>
    books.post(moving, { date: '2026-02-01', warehouse: 'MAIN', lines: [...lines] })
  await post([{ way: 'come', item: 'FLOUR', quantity: '1000', lot: 'BIG' }])
  // Fifty batches of dough, each baked into a cake of its own.
  for (let batch = 0; batch < 50; batch += 1) {
    const [dough, cake] = [`BD${batch}`, `BC${batch}`]
    await post([
      { way: 'out', item: 'FLOUR', quantity: '10', lot: 'BIG' },
      { way: 'in', item: 'DOUGH', quantity: '10', lot: dough },
      { way: 'out', item: 'DOUGH', quantity: '10', lot: dough },
      { way: 'in', item: 'CAKE', quantity: '4', lot: cake },
    ])
  }
  await books.rows(
    `insert into stock_entry (company_id, id, posting_id, document_type, document_id, date, recorded_at, role, item, warehouse, place, lot, quantity, amount, kind, pool, sequence)
     select $1, gen_random_uuid(), gen_random_uuid(), 'mixing', gen_random_uuid(), '2026-01-01', now(), 'inventory', i.id, w.id, 'onHand',
       'X' || (n % 5000), case when n % 2 = 0 then 1 else -1 end, 0, 'takeIn', '', n
     from generate_series(1, 100000) n, item i, warehouse w
     where i.company_id = $1 and i.code = 'FLOUR' and w.company_id = $1 and w.code = 'MAIN'`,
  )
  const [flour] = await books.rows<{ id: string }>(`select id from item where company_id = $1 and code = 'FLOUR'`)
  const begun = performance.now()
  const down = await books.inWork((work) => traceLot(work, { item: flour?.id ?? '', number: 'BIG' }, 'to'))
  const took = performance.now() - begun
  // A lot made and used up in one document leads to what it became, and stands in the tree by its document.
  expect(down.filter((one) => one.number.startsWith('BC'))).toHaveLength(50)
  expect(took).toBeLessThan(1000)
}, 60_000)
