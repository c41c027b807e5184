import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../base/json.ts'
import type { CostMethod, Movement, Step } from './cost-method.ts'
import { revaluationShare, totalOf } from './cost-method.ts'
import { fifo } from './fifo.ts'
import { monthlyAverage, openMonth } from './monthly-average.ts'
import { movingAverage } from './moving-average.ts'
import { specificLot } from './specific-lot.ts'
import { arbitraryActs, chainOf } from './testing/arbitrary-chains.ts'
import { issued, january, received } from './testing/movements.ts'

function quantityMoved(movement: Movement, step: Step): bigint {
  const { quantity } = totalOf(step.slices)
  return movement.kind === 'receive' || movement.kind === 'takeIn' ? quantity : -quantity
}

function properties<State>(method: CostMethod<State>): void {
  test('opening + in − out = closing, to the cent and the millionth; no value without goods, none below zero', () => {
    fc.assert(
      fc.property(arbitraryActs, (acts) => {
        const { movements } = chainOf(method, acts)
        const state = method.initial()
        let [quantity, amount] = [0n, 0n]
        for (const movement of movements) {
          const step = method.apply(state, movement, {})
          quantity += quantityMoved(movement, step)
          amount += step.amount
          for (const trueUp of step.trueUps) amount -= trueUp.amount
          expect([method.quantityOf(state), method.amountOf(state)]).toEqual([quantity, amount])
          expect(quantity === 0n ? amount === 0n : quantity < 0n || amount >= 0n).toBe(true)
          expect(unexplained(movement, step)).toBe(0n)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('frozen in the middle and thawed, the chain goes on as if nothing had been', () => {
    fc.assert(
      fc.property(arbitraryActs, fc.nat(40), (acts, cut) => {
        const { movements, steps } = chainOf(method, acts)
        const first = method.initial()
        for (const movement of movements.slice(0, cut)) method.apply(first, movement, {})
        const frozen = method.freeze(first)
        expect(method.freeze(method.thaw(JSON.parse(JSON.stringify(frozen))))).toEqual(frozen)
        const second = method.thaw(frozen)
        const rest = movements.slice(cut).map((movement) => method.apply(second, movement, {}))
        expect(rest).toEqual(steps.slice(cut))
      }),
      { numRuns: 300 },
    )
  })

  test('refuses what it did not freeze', () => {
    const strange: Json[] = [null, 5, 'x', [1], { layers: 3 }, { quantity: '1.5' }]
    for (const json of strange) {
      expect(() => method.thaw(json)).toThrow(RangeError)
    }
  })
}

/** What of a step its slices, or what was asked of it, do not account for: zero. */
function unexplained(movement: Movement, step: Step): bigint {
  const { amount } = totalOf(step.slices)
  switch (movement.kind) {
    case 'receive':
      return step.amount - movement.amount
    case 'takeIn':
      return step.amount - totalOf(movement.slices).amount
    case 'issue':
      return step.amount + amount
    case 'giveBack':
      return step.amount + amount || step.remainder + amount - movement.amount
    case 'takeBack':
      return step.amount + amount || step.remainder + amount - totalOf(movement.slices).amount
    default:
      return step.amount + step.remainder - movement.amount
  }
}

describe('moving average', () => {
  properties(movingAverage)
})
describe('first in, first out', () => {
  properties(fifo)
})
describe('monthly average, in the first month', () => {
  properties(monthlyAverage)
})
describe('monthly average, in a later month', () => {
  const lastMonth = { amount: 12_345n, quantity: 3_000_000n }
  properties({ ...monthlyAverage, initial: () => openMonth(0n, 0n, lastMonth) })
})

describe('specific lot, without lots', () => {
  properties(specificLot)
})

describe('specific lot', () => {
  test('the empty pool freezes to nothing', () => {
    expect(specificLot.freeze(specificLot.thaw([]))).toEqual([])
  })
})

test('what is put together passes whole, with what is added to it, whatever its parts are worth', () => {
  const worth = fc.array(
    fc.record({ quantity: fc.bigInt({ min: 1n, max: 9_000_000n }), amount: fc.bigInt({ min: -9999n, max: 9999n }) }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(worth, fc.bigInt({ min: 0n, max: 9999n }), (parts, fee) => {
      const pool = fifo.initial()
      const date = january(1)
      const slices = parts.map((part, index) => ({ ...part, layerDate: date, source: `s${index}` }))
      for (const slice of slices) fifo.apply(pool, { kind: 'takeIn', entry: slice.source, date, slices: [slice] }, {})
      expect(fifo.apply(pool, { kind: 'revalue', entry: 'fee', date, amount: fee }, {}).remainder).toBe(0n)
      const { quantity, amount } = totalOf(slices)
      expect(fifo.apply(pool, { kind: 'issue', entry: 'out', date, quantity }, {}).amount).toBe(-(amount + fee))
    }),
    { numRuns: 2000 },
  )
})

test('a revaluation is carried in the direction it was asked for, or not at all', () => {
  const cents = fc.bigInt({ min: -9999n, max: 9999n })
  fc.assert(
    fc.property(cents, cents, fc.bigInt({ min: 1n, max: 9n }), (asked, value, quantity) => {
      const movement = { kind: 'revalue' as const, entry: 'v', date: january(1), amount: asked }
      const carried = revaluationShare(movement, quantity, value)
      expect(asked < 0n ? carried <= 0n && carried >= asked : carried === asked).toBe(true)
      expect(asked < 0n && value >= 0n ? value + carried >= 0n : true).toBe(true)
    }),
  )
})

test('when all prices are equal, first in, first out and moving average agree', () => {
  const moves = fc.array(fc.integer({ min: -9, max: 9 }).filter((units) => units !== 0))
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 5000 }), (units, price) => {
      const [average, layers] = [movingAverage.initial(), fifo.initial()]
      for (const [index, each] of units.entries()) {
        const quantity = String(Math.abs(each))
        const movement =
          each > 0 ? received(`m${index}`, quantity, String(price)) : issued(`m${index}`, quantity, january(1))
        const hints = { lastUnitCost: { amount: BigInt(price) * 100n, quantity: 1_000_000n } }
        expect(movingAverage.apply(average, movement, hints).amount).toBe(fifo.apply(layers, movement, hints).amount)
      }
      expect(movingAverage.amountOf(average)).toBe(fifo.amountOf(layers))
    }),
  )
})

test('a long chain replays in a blink (printed, not judged)', () => {
  const movements = Array.from({ length: 100_000 }, (_, index): Movement => {
    const date = january(1 + Math.floor((index * 31) / 100_000))
    const quantity = BigInt(1 + (index % 7)) * 1_000_000n
    if (index % 2 === 0) return { kind: 'receive', entry: `m${index}`, date, quantity: quantity * 2n, amount: 1234n }
    return { kind: 'issue', entry: `m${index}`, date, quantity }
  })
  const timed = <State>(method: CostMethod<State>): void => {
    const started = performance.now()
    const state = method.initial()
    for (const movement of movements) method.apply(state, movement, {})
    console.info(`${method.name}: ${movements.length} movements in ${Math.round(performance.now() - started)} ms`)
    expect(method.quantityOf(state) > 0n).toBe(true)
  }
  timed(movingAverage)
  timed(fifo)
  timed(monthlyAverage)
})
