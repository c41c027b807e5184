import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { CostMethodName, CostSlice, Movement, Step } from './cost-method.ts'
import { startCosting } from './costing.ts'
import type { Costing } from './costing.ts'
import { atWorth } from './markup.ts'

const day = '2026-01-01' as CalendarDate
const unit = 1_000_000n

const slice = (source: string, quantity: bigint, amount: bigint, markup = 0n): CostSlice => ({
  layerDate: day,
  quantity: quantity * unit,
  amount,
  source,
  markup,
})

const takeIn = (entry: string, ...slices: CostSlice[]): Movement => ({ kind: 'takeIn', entry, date: day, slices })
const issue = (entry: string, quantity: bigint): Movement => ({
  kind: 'issue',
  entry,
  date: day,
  quantity: quantity * unit,
})

const figures = (pool: Costing) => [pool.quantity() / unit, pool.amount(), pool.markup()]
const markups = (step: Step) => step.slices.map((each) => each.markup ?? 0n)

describe('goods moved in above their cost', () => {
  test('carry the difference beside their cost, and take it along as they leave (rule 17)', () => {
    const pool = startCosting('movingAverage')
    pool.apply(takeIn('in', ...atWorth([slice('A', 10n, 100n)], 120n)))
    expect(figures(pool)).toEqual([10n, 100n, 20n])
    expect(pool.apply(issue('out', 3n))).toMatchObject({ amount: -30n, markup: -6n })
    expect(pool.apply(issue('last', 7n))).toMatchObject({ amount: -70n, markup: -14n })
    expect(figures(pool)).toEqual([0n, 0n, 0n])
  })

  test('mix with others in an average, and stay with their layer under first in, first out', () => {
    const both = (method: CostMethodName) => {
      const pool = startCosting(method)
      pool.apply({ kind: 'receive', entry: 'bought', date: day, quantity: 10n * unit, amount: 100n })
      pool.apply(takeIn('in', { ...slice('A', 10n, 100n, 20n), layerDate: '2026-01-02' as CalendarDate }))
      return [markups(pool.apply(issue('one', 10n))), markups(pool.apply(issue('two', 10n)))]
    }
    expect(both('movingAverage')).toEqual([[10n], [10n]])
    expect(both('fifo')).toEqual([[0n], [20n]])
  })

  test('bring none to cover what was gone already', () => {
    const pool = startCosting('movingAverage')
    pool.apply(issue('short', 4n))
    expect(pool.apply(takeIn('in', slice('A', 10n, 100n, 20n)))).toMatchObject({ markup: 12n })
    pool.apply(issue('rest', 6n))
    expect(figures(pool)).toEqual([0n, 0n, 0n])
  })

  test('give back to a reversal what they brought', () => {
    const pool = startCosting('movingAverage')
    pool.apply({ kind: 'receive', entry: 'bought', date: day, quantity: 10n * unit, amount: 100n })
    const brought = [slice('A', 10n, 100n, 20n)]
    pool.apply(takeIn('in', ...brought))
    const back: Movement = { kind: 'takeBack', entry: 'back', date: day, quantity: 10n * unit, slices: brought }
    expect(pool.apply(back)).toMatchObject({ amount: -100n, markup: -20n })
    expect(figures(pool)).toEqual([10n, 100n, 0n])
  })

  test('below cost carry a negative difference', () => {
    const pool = startCosting('fifo')
    pool.apply(takeIn('in', ...atWorth([slice('A', 10n, 100n)], 90n)))
    expect(pool.apply(issue('out', 5n))).toMatchObject({ amount: -50n, markup: 5n })
  })

  test('spread what they are worth over their layers to the cent', () => {
    const slices = atWorth([slice('A', 1n, 33n), slice('B', 2n, 50n)], 100n)
    expect(slices.map((each) => each.markup)).toEqual([6n, 11n])
  })
})

test('mark-up is never lost nor made, leaves no empty pool behind, and survives freezing', () => {
  const movement = fc.record({
    into: fc.boolean(),
    quantity: fc.bigInt({ min: 1n, max: 9n }),
    amount: fc.bigInt({ min: 0n, max: 500n }),
    markup: fc.bigInt({ min: -60n, max: 60n }),
    age: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(fc.constantFrom<CostMethodName>('movingAverage', 'fifo'), fc.array(movement), (method, movements) => {
      let pool = startCosting(method)
      let sum = 0n
      for (const [index, m] of movements.entries()) {
        const layerDate = `2026-01-0${m.age}` as CalendarDate
        const coming = { ...slice(`s${m.age}`, m.quantity, m.amount, m.markup), layerDate }
        const step = pool.apply(m.into ? takeIn(`m${index}`, coming) : issue(`m${index}`, m.quantity))
        sum += step.markup ?? 0n
        expect(pool.markup()).toBe(sum)
        expect(pool.quantity() <= 0n && pool.markup() !== 0n).toBe(false)
        pool = startCosting(method, pool.freeze())
      }
    }),
  )
})
