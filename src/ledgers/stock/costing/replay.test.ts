import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCents, toMicros } from '../../../base/fixed-point.ts'
import type { CostMethod, Movement } from './cost-method.ts'
import { startCosting } from './costing.ts'
import { fifo } from './fifo.ts'
import { movingAverage } from './moving-average.ts'
import { replay, storedCostOf } from './replay.ts'
import type { Difference, StoredCost } from './replay.ts'
import { arbitraryActs, chainOf } from './testing/arbitrary-chains.ts'
import { issued, january, received } from './testing/movements.ts'

/** What is stored after the differences are appended, zeros left out. */
function appended(stored: ReadonlyMap<string, StoredCost>, differences: readonly Difference[]): Map<string, bigint> {
  const totals = new Map<string, bigint>()
  const add = (key: string, amount: bigint): void => {
    const total = (totals.get(key) ?? 0n) + amount
    if (total === 0n) totals.delete(key)
    else totals.set(key, total)
  }
  for (const [entry, cost] of stored) {
    add(entry, cost.amount)
    for (const [issue, amount] of cost.trueUps ?? []) add(`${issue} by ${entry}`, -amount)
  }
  for (const { entry, amount, coveredBy } of differences) {
    add(coveredBy === undefined ? entry : `${entry} by ${coveredBy}`, amount)
  }
  return totals
}

function storedBy<State>(method: CostMethod<State>, movements: readonly Movement[]): Map<string, StoredCost> {
  const { steps } = replay(method, method.initial(), movements, new Map())
  return new Map(movements.map((movement, index) => [movement.entry, storedCostOf(steps[index] ?? failed())]))
}

function failed(): never {
  throw new Error('a movement without a step')
}

test('a backdated receipt gives the differences of what came after', () => {
  const movements = [
    received('a', '100', '10', january(1)),
    issued('c', '60', january(5)),
    received('d', '100', '12', january(10)),
    issued('e', '80', january(20)),
  ]
  const stored = storedBy(movingAverage, movements)
  const late = movements.toSpliced(1, 0, received('b', '50', '9', january(3)))
  const { differences } = replay(movingAverage, movingAverage.initial(), late, stored)
  expect(differences).toEqual([
    { entry: 'b', date: january(3), amount: toCents('450') },
    { entry: 'c', date: january(5), amount: toCents('20') },
    { entry: 'e', date: january(20), amount: toCents('42.71') },
  ])
})

test('a receipt dated before the short issue takes its true-up back (rule 16)', () => {
  const movements = [received('a', '5', '10'), issued('s', '10', january(3)), received('r', '10', '14', january(9))]
  const stored = storedBy(movingAverage, movements)
  const late = movements.toSpliced(1, 0, received('b', '5', '20', january(2)))
  const { differences, state } = replay(movingAverage, movingAverage.initial(), late, stored)
  expect(differences).toEqual([
    { entry: 'b', date: january(2), amount: toCents('100') },
    { entry: 's', date: january(3), amount: toCents('-50') },
    { entry: 's', date: january(9), amount: toCents('20'), coveredBy: 'r' },
  ])
  expect(movingAverage.amountOf(state)).toBe(toCents('140'))
})

function properties<State>(method: CostMethod<State>): void {
  test('what is stored and the differences of a backdated movement = from nothing', () => {
    const backdated = fc.record({
      quantity: fc.bigInt({ min: 1n, max: 9_000_000n }),
      amount: fc.nat(99_999).map(BigInt),
    })
    fc.assert(
      fc.property(arbitraryActs, fc.nat(40), backdated, (acts, place, { quantity, amount }) => {
        const { movements } = chainOf(method, acts)
        const at = Math.min(place, movements.length)
        const date = movements[at]?.date ?? january(31)
        const inserted: Movement = { kind: 'receive', entry: 'late', date, quantity, amount }
        const all = movements.toSpliced(at, 0, inserted)
        const stored = storedBy(method, movements)
        const before = replay(method, method.initial(), movements.slice(0, at), stored, { snapshotEvery: 3 })
        expect(before.differences).toEqual([])
        const snapshot = before.snapshots.at(-1)
        const state = snapshot === undefined ? method.initial() : method.thaw(snapshot.state)
        const after = replay(method, state, all.slice(snapshot?.after ?? 0), stored)
        const fromNothing = replay(method, method.initial(), all, new Map())
        expect(appended(stored, after.differences)).toEqual(appended(new Map(), fromNothing.differences))
        expect(method.freeze(after.state)).toEqual(method.freeze(fromNothing.state))
      }),
      { numRuns: 300 },
    )
  })
}

describe('moving average', () => {
  properties(movingAverage)
})
describe('first in, first out', () => {
  properties(fifo)
})

test('a costing starts empty or frozen, by the method’s name', () => {
  for (const name of ['movingAverage', 'fifo', 'monthlyAverage', 'specificLot'] as const) {
    const costing = startCosting(name)
    expect(costing.method).toBe(name)
    costing.apply(received('a', '10', '10'))
    const again = startCosting(name, costing.freeze())
    expect(again.apply(issued('b', '4')).amount).toBe(toCents('-40'))
    expect([again.quantity(), again.amount()]).toEqual([toMicros('6'), toCents('60')])
    expect(again.unitCost()).toEqual({ amount: toCents('60'), quantity: toMicros('6') })
  }
})
