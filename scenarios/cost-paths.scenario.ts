import { describe, expect, it } from 'vitest'
import { decimal } from '../src/base/decimal.ts'
import { otherIssue, otherReceipt, stockReason } from '../src/domains/inventory/index.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { readSeparated } from '../src/kernel/transfer/read-table.ts'
import { runImport } from '../src/kernel/transfer/run-import.ts'
import { costVectors } from './kit/cost-vectors.ts'
import type { CostVector, VectorMove } from './kit/cost-vectors.ts'
import { run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const dayOf = (move: VectorMove) => `2026-01-${String(move.day).padStart(2, '0')}`
const typeOf = (move: VectorMove): AnyDocument => (move.unitCost === undefined ? otherIssue : otherReceipt)

const inputOf = (move: VectorMove, quantity = move.quantity): JsonObject => ({
  date: dayOf(move),
  warehouse: 'MAIN',
  reason: 'USE',
  lines: [{ item: 'A', quantity, ...(move.unitCost === undefined ? {} : { unitCost: move.unitCost }) }],
})

const post = (trade: Trade, move: VectorMove, quantity?: string) =>
  trade.books.post(typeOf(move), inputOf(move, quantity))

const byDay = (moves: readonly VectorMove[]) => moves.toSorted((one, other) => one.day - other.day)

const lineOf = (record: LoadedRecord) => String(record.tables['lines']?.[0]?.['id'])

const importOf = async (trade: Trade, definition: AnyDocument, moves: readonly VectorMove[]) => {
  const rows = moves.map((move) => [
    `${definition.name}${move.day}`,
    dayOf(move),
    'MAIN',
    'USE',
    'A',
    move.quantity,
    move.unitCost ?? '',
  ])
  const head = ['单号', 'date', '仓库', 'reason', '商品', '数量', '单位成本'].slice(
    0,
    definition === otherIssue ? 6 : 7,
  )
  const text = [head, ...rows].map((row) => row.slice(0, head.length).join(',')).join('\n')
  const options = { fileName: 'moves.csv', mapping: {}, update: false, post: true, defaults: {} }
  const outcome = await trade.books.inWork((work) => runImport(work, definition, readSeparated(text), options))
  expect(outcome.errors).toEqual([])
  expect(outcome.unknownColumns).toEqual([])
}

/** Every way in which the same movements may get into the books. */
const paths: Readonly<Record<string, (trade: Trade, moves: readonly VectorMove[]) => Promise<void>>> = {
  'typed in the order of their days': async (trade, moves) => {
    for (const move of byDay(moves)) await post(trade, move)
  },
  'typed from the last day to the first': async (trade, moves) => {
    for (const move of byDay(moves).toReversed()) await post(trade, move)
  },
  'imported, all receipts before all issues': async (trade, moves) => {
    await importOf(
      trade,
      otherReceipt,
      moves.filter((move) => move.unitCost !== undefined),
    )
    await importOf(
      trade,
      otherIssue,
      moves.filter((move) => move.unitCost === undefined),
    )
  },
  'typed wrong and amended': async (trade, moves) => {
    const posted: { readonly move: VectorMove; readonly record: LoadedRecord }[] = []
    for (const move of byDay(moves)) {
      const wrong =
        move.unitCost === undefined ? move : { ...move, unitCost: decimal(move.unitCost).plus('1.37').toString() }
      posted.push({ move, record: await post(trade, wrong, decimal(move.quantity).plus(3).toString()) })
    }
    for (const { move, record } of posted) {
      const { lines } = inputOf(move)
      const changed = (lines as readonly JsonObject[]).map((line) => ({ ...line, id: lineOf(record) }))
      await trade.books.act(typeOf(move), record, 'amend', { lines: changed })
    }
  },
  'with others between them that were reversed on their own day or unposted': async (trade, moves) => {
    for (const move of byDay(moves)) {
      const stray = { ...move, ...(move.unitCost === undefined ? {} : { unitCost: '99' }) }
      const reversed = move.unitCost === undefined ? null : await post(trade, stray)
      if (reversed !== null) await trade.books.act(otherReceipt, reversed, 'reverse')
      await post(trade, move)
      const undone = await post(trade, { ...stray, unitCost: '77' })
      await trade.books.act(otherReceipt, undone, 'unpost')
    }
  },
}

/** What each issue costs now, in the order of days, and what is left. */
const outcomeOf = async (trade: Trade) => {
  const issues = await trade.books.rows<{ cost: string }>(
    `select -sum(e.amount) as cost from stock_entry e join other_issue i on i.company_id = $1 and i.id = e.document_id
     where e.company_id = $1 and i.state = 'posted' group by i.id, i.date order by i.date`,
  )
  const [pool] = await trade.books.rows<{ quantity: string; amount: string }>(
    `select trim_scale(quantity)::text as quantity, amount from cost_pool where company_id = $1`,
  )
  return { issues: issues.map((row) => row.cost), closing: pool }
}

const vectorsOf = (method: CostVector['method']) => costVectors().filter((one) => one.method === method)

/** What a vector comes to by a path, as text. */
const comesTo = async (one: CostVector, path: keyof typeof paths): Promise<string> => {
  // Movements that come in another order than their days run short on the way, whatever is left in the end.
  const trade = await openTrade({ costMethod: one.method, negativeStock: 'allow' })
  await trade.books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  await paths[path]?.(trade, one.moves)
  if (one.method === 'monthlyAverage') await run(trade.books, 'carryCostOfSales', { period: '2026-01' })
  const { issues, closing } = await outcomeOf(trade)
  const sum = issues.reduce((total, cost) => total.plus(cost), decimal(0)).toString()
  return told(one.name, one.issues.length === 1 ? [sum] : issues, closing ?? { quantity: '', amount: '' })
}

const told = (
  name: string,
  issues: readonly string[],
  closing: { readonly quantity: string; readonly amount: string },
) =>
  `${name}: ${issues.map((cost) => decimal(cost).toString()).join(', ')}; left ${closing.quantity} / ${decimal(closing.amount).toString()}`

const titles = {
  movingAverage: '[CST-01] moving average',
  fifo: '[CST-02] first in, first out',
  monthlyAverage: '[CST-03] monthly weighted average, after the carry',
} as const

describe.each(Object.keys(paths))('known answers, %s', (path) => {
  for (const method of ['movingAverage', 'fifo', 'monthlyAverage'] as const) {
    it(`${titles[method]}: every vector comes out to the cent`, { timeout: 60_000 }, async () => {
      for (const one of vectorsOf(method)) {
        expect(await comesTo(one, path)).toBe(told(one.name, one.issues, one.closing))
      }
    })
  }
})
