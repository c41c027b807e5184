import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { startCosting } from './costing.ts'
import type { Costing } from './costing.ts'
import type { CostHints } from './cost-method.ts'

const at = (price: bigint): CostHints => ({ standard: { amount: price, quantity: 1_000_000n } })
const pieces = (count: number) => BigInt(count) * 1_000_000n
const date = calendarDate('2026-01-05')

/** What the account holds, and what stands beside it on 材料成本差异. */
const standing = (pool: Costing) => ({ account: pool.amount() + pool.markup(), variance: -pool.markup() })

describe('goods at standard cost', () => {
  test('come in at the standard, and what they cost beyond it stands beside them', () => {
    const pool = startCosting('standard')
    const step = pool.apply({ kind: 'receive', entry: 'a', date, quantity: pieces(100), amount: 105_000n }, at(1000n))
    expect(step).toMatchObject({ amount: 105_000n, markup: -5000n, markupRole: 'priceVariance' })
    expect(standing(pool)).toEqual({ account: 100_000n, variance: 5000n })
  })

  test('leave at the standard in the month; the last ones take what is left of both', () => {
    const pool = startCosting('standard')
    pool.apply({ kind: 'receive', entry: 'a', date, quantity: pieces(3), amount: 1003n }, at(333n))
    const first = pool.apply({ kind: 'issue', entry: 'b', date, quantity: pieces(1) }, at(333n))
    expect(first).toMatchObject({ amount: -333n, markup: 0n })
    pool.apply({ kind: 'issue', entry: 'c', date, quantity: pieces(2) }, at(333n))
    expect([pool.quantity(), pool.amount(), pool.markup()]).toEqual([0n, 0n, 0n])
  })

  test('are worth another standard from its day on; what they cost stays', () => {
    const pool = startCosting('standard')
    pool.apply({ kind: 'receive', entry: 'a', date, quantity: pieces(100), amount: 105_000n }, at(1000n))
    expect(pool.reprice(at(1100n))).toMatchObject({ amount: 0n, markup: 10_000n })
    expect(pool.reprice(at(1100n))).toMatchObject({ amount: 0n, markup: 0n })
    expect(standing(pool)).toEqual({ account: 110_000n, variance: -5000n })
    const again = startCosting('standard', pool.freeze())
    expect(standing(again)).toEqual(standing(pool))
  })

  test('that are short are covered at what they cost, and the account keeps the standard', () => {
    const pool = startCosting('standard')
    pool.apply({ kind: 'issue', entry: 'a', date, quantity: pieces(5) }, at(1250n))
    const step = pool.apply({ kind: 'receive', entry: 'b', date, quantity: pieces(10), amount: 14_000n }, at(1250n))
    expect(step.trueUps).toEqual([{ entry: 'a', quantity: pieces(5), amount: 750n }])
    expect(pool.amount()).toBe(7000n)
    expect(standing(pool)).toEqual({ account: 6250n, variance: 750n })
  })

  test('need a standard', () => {
    expect(() => startCosting('standard').apply({ kind: 'issue', entry: 'a', date, quantity: pieces(1) })).toThrow(
      RangeError,
    )
  })
})
