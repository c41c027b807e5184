import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { centsText, microsText, toCents, toMicros } from '../../../base/fixed-point.ts'
import { unitCostMicros } from './cost-method.ts'
import type { CostMethod, Movement, UnitCost } from './cost-method.ts'
import { fifo } from './fifo.ts'
import { movingAverage } from './moving-average.ts'
import { givenBack, issued, january, poolUnder, received, takenIn } from './testing/movements.ts'

describe('the cost vectors of the specification', () => {
  const receivedLate = received('b', '50', '9', january(3))
  const caseA = [
    received('a', '100', '10', january(1)),
    issued('c', '60', january(5)),
    received('d', '100', '12', january(10)),
    issued('e', '80', january(20)),
  ]
  const caseB = caseA.toSpliced(1, 0, receivedLate)

  function outcome<State>(method: CostMethod<State>, movements: readonly Movement[]): string[] {
    const pool = poolUnder(method)
    const costs = movements.map((movement) => pool.cost(movement))
    return [...costs.filter((_, index) => movements[index]?.kind === 'issue'), pool.closing()]
  }

  test('移动平均', () => {
    expect(outcome(movingAverage, caseA)).toEqual(['600.00', '914.29', '60 / 685.71'])
    expect(outcome(movingAverage, caseB)).toEqual(['580.00', '871.58', '110 / 1198.42'])
  })

  test('先进先出', () => {
    expect(outcome(fifo, caseA)).toEqual(['600.00', '880.00', '60 / 720.00'])
    expect(outcome(fifo, caseB)).toEqual(['600.00', '760.00', '110 / 1290.00'])
  })
})

interface Scenario {
  readonly id: string
  readonly method?: string
  readonly unit?: string
  readonly moves: readonly (readonly ['in', number, string] | readonly ['out', number])[]
  readonly expect: Expectation & { readonly fifo?: Expectation; readonly moving_average?: Expectation }
}

interface Expectation {
  readonly issue_cost?: readonly string[]
  readonly closing_qty?: string
  readonly closing_value?: string
  readonly average_after_receipts?: readonly string[]
  readonly unit_after_receipts?: readonly string[]
  readonly average_after?: readonly string[]
  readonly average_of_remaining_after_each_move?: readonly string[]
}

const file = `${process.env['SUANPAN_DATA'] ?? '../shared/data'}/costing/inventory-scenarios.json`
const scenarios: readonly Scenario[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
if (scenarios.length === 0) console.warn(`left out: the published cost scenarios, ${file} is missing`)

function unitText(unit: UnitCost | undefined): string {
  return unit === undefined ? '' : microsText(unitCostMicros(unit))
}

describe.skipIf(scenarios.length === 0)('published cost scenarios', () => {
  /** What the method says of the things that are expected, in the words of the expectation. */
  function outcome<State>(method: CostMethod<State>, scenario: Scenario, expected: Expectation): Expectation {
    const state = method.initial()
    const costs: string[] = []
    const unitsAfterReceipts: string[] = []
    const unitsAfterAll: string[] = []
    for (const [index, [kind, quantity, price]] of scenario.moves.entries()) {
      const entry = String(index)
      const movement = kind === 'in' ? received(entry, String(quantity), price ?? '0') : issued(entry, String(quantity))
      const step = method.apply(state, movement, {})
      if (kind === 'out') costs.push(centsText(-step.amount))
      const unit = unitText(method.unitCostOf(state))
      unitsAfterAll.push(unit)
      if (kind === 'in') unitsAfterReceipts.push(unit)
    }
    return {
      issue_cost: expected.issue_cost && costs,
      closing_qty: expected.closing_qty && microsText(method.quantityOf(state)),
      closing_value: expected.closing_value && centsText(method.amountOf(state)),
      average_after_receipts: expected.average_after_receipts && unitsAfterReceipts,
      unit_after_receipts: expected.unit_after_receipts && unitsAfterReceipts.slice(1),
      average_after: expected.average_after && unitsAfterAll,
      average_of_remaining_after_each_move: expected.average_of_remaining_after_each_move && unitsAfterAll,
    }
  }

  /** The expectation with all places written. */
  function written(expected: Expectation): Expectation {
    const { issue_cost, closing_qty, closing_value } = expected
    const units = (texts?: readonly string[]): string[] | undefined => texts?.map((each) => microsText(toMicros(each)))
    return {
      average_after_receipts: units(expected.average_after_receipts),
      unit_after_receipts: units(expected.unit_after_receipts),
      average_after: units(expected.average_after),
      average_of_remaining_after_each_move: units(expected.average_of_remaining_after_each_move),
      issue_cost: issue_cost?.map((cost) => centsText(toCents(cost))),
      closing_qty: closing_qty && microsText(toMicros(closing_qty)),
      closing_value: closing_value && centsText(toCents(closing_value)),
    }
  }

  for (const scenario of scenarios) {
    const byFifo = scenario.method === 'fifo' ? scenario.expect : scenario.expect.fifo
    const byAverage = scenario.method === 'moving_average' ? scenario.expect : scenario.expect.moving_average
    if (byFifo !== undefined) {
      test(`${scenario.id}, 先进先出`, () => {
        expect(outcome(fifo, scenario, byFifo)).toEqual(written(byFifo))
      })
    }
    if (byAverage !== undefined) {
      test(`${scenario.id}, 移动平均`, () => {
        expect(outcome(movingAverage, scenario, byAverage)).toEqual(written(byAverage))
      })
    }
  }
})

describe('purchase return (rule 8)', () => {
  const receipts = [received('r1', '100', '10'), received('r2', '100', '20'), issued('s', '150')]

  test('moving average: stock gives what is there, the rest is a difference', () => {
    const pool = poolUnder(movingAverage)
    expect(centsText(-pool.apply(...receipts).amount)).toBe('2250.00')
    const step = pool.apply(givenBack('x', '50', '1000', 'r2'))
    expect([centsText(step.amount), centsText(step.remainder)]).toEqual(['-750.00', '250.00'])
    expect(pool.closing()).toBe('0 / 0.00')
  })

  test('moving average: at the receipt’s cost while stock keeps a value', () => {
    const pool = poolUnder(movingAverage)
    pool.apply(received('r1', '100', '10'), received('r2', '100', '20'))
    const step = pool.apply(givenBack('x', '50', '1000', 'r2'))
    expect([centsText(step.amount), step.remainder]).toEqual(['-1000.00', 0n])
    expect(pool.closing()).toBe('150 / 2000.00')
  })

  test('moving average: never below a value of zero', () => {
    const pool = poolUnder(movingAverage)
    pool.apply(received('r1', '1', '100'), received('r2', '9', '0'), issued('s', '7'))
    const step = pool.apply(givenBack('x', '1', '100', 'r1'))
    expect([centsText(step.amount), centsText(step.remainder)]).toEqual(['-30.00', '70.00'])
    expect(pool.closing()).toBe('2 / 0.00')
  })

  test('first in, first out: from the own layer, without difference', () => {
    const pool = poolUnder(fifo)
    expect(centsText(-pool.apply(...receipts).amount)).toBe('2000.00')
    const step = pool.apply(givenBack('x', '50', '1000', 'r2'))
    expect([centsText(step.amount), step.remainder]).toEqual(['-1000.00', 0n])
    expect(pool.closing()).toBe('0 / 0.00')
  })

  test('first in, first out: the own layer gone, the oldest goes at its cost', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('r1', '100', '20'), received('r2', '100', '17.5'), issued('s', '100'), issued('t', '50'))
    const step = pool.apply(givenBack('x', '50', '1000', 'r1'))
    expect([centsText(step.amount), centsText(step.remainder)]).toEqual(['-875.00', '125.00'])
    expect(step.slices.map((slice) => slice.source)).toEqual(['r2'])
  })

  test('landed cost stays on the remainder of the receipt, else it is a difference', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('r', '100', '11'))
    pool.apply(givenBack('x', '50', '500', 'r'))
    expect(pool.closing()).toBe('50 / 600.00')
    const last = pool.apply(givenBack('y', '50', '500', 'r'))
    expect(centsText(last.remainder)).toBe('-100.00')
    expect(pool.closing()).toBe('0 / 0.00')
  })

  test('beyond what is there: short at the receipt’s cost', () => {
    for (const pool of [poolUnder(fifo), poolUnder(movingAverage)]) {
      pool.apply(received('r', '10', '12'), issued('s', '7'))
      const step = pool.apply(givenBack('x', '5', '60', 'r'))
      expect([centsText(step.amount), step.remainder, step.flag]).toEqual(['-60.00', 0n, 'negative'])
      expect(pool.closing()).toBe('-2 / -24.00')
    }
  })
})

describe('order, returns and reversals (rules 12 and 13)', () => {
  const [first, out, second, out2] = [
    received('a', '10', '10'),
    issued('b', '5'),
    received('c', '10', '20'),
    issued('d', '6'),
  ]

  test('unposted: as if it had never been; 红冲: at the original cost on its own date', () => {
    const unposted = poolUnder(movingAverage)
    unposted.apply(first, second, out2)
    expect(unposted.closing()).toBe('14 / 210.00')
    const reversed = poolUnder(movingAverage)
    const { slices } = reversed.apply(first, out)
    reversed.apply(second, out2, takenIn('e', slices))
    expect(reversed.closing()).toBe('14 / 200.00')
  })

  test('a sales return follows its delivery when that is replayed', () => {
    const closing = (price: string): string => {
      const pool = poolUnder(movingAverage)
      const { slices } = pool.apply(received('a', '10', price), issued('b', '5'))
      const [slice] = slices
      if (slice === undefined) throw new Error('an issue has a slice')
      pool.apply(received('c', '5', '20'))
      pool.apply(takenIn('d', [{ ...slice, quantity: slice.quantity / 5n, amount: slice.amount / 5n }]))
      return pool.closing()
    }
    expect(closing('10')).toBe('11 / 160.00')
    expect(closing('11')).toBe('11 / 166.00')
  })

  test('first in, first out: a return re-enters as its original layer, and goes out first again', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('a', '10', '10', january(1)), received('b', '10', '20', january(2)))
    const { slices } = pool.apply(issued('s', '12', january(3)))
    expect(slices.map((slice) => [slice.layerDate, slice.source])).toEqual([
      ['2026-01-01', 'a'],
      ['2026-01-02', 'b'],
    ])
    pool.apply(takenIn('t', slices, january(4)))
    expect(pool.closing()).toBe('20 / 300.00')
    expect(pool.cost(issued('u', '10', january(5)))).toBe('100.00')
    expect(pool.cost(issued('v', '10', january(5)))).toBe('200.00')
  })

  test('first in, first out: receipts of one day go out in their order', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('a', '1', '10'), received('b', '1', '20'), received('c', '1', '30'))
    const { slices } = pool.apply(issued('s', '1'))
    pool.apply(takenIn('t', slices))
    expect(['u', 'v', 'w'].map((entry) => pool.cost(issued(entry, '1')))).toEqual(['10.00', '20.00', '30.00'])
  })

  test('first in, first out: goods transferred in keep their age', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('a', '10', '10', january(10)))
    const older = { layerDate: january(5), quantity: toMicros('4'), amount: toCents('60'), source: 'z' }
    pool.apply(takenIn('t', [older], january(11)))
    expect(pool.cost(issued('s', '5', january(12)))).toBe('70.00')
  })

  test('红冲 of a receipt takes its own goods at their cost, else what is there', () => {
    const slice = { layerDate: january(1), quantity: toMicros('10'), amount: toCents('100'), source: 'a' }
    const back: Movement = { kind: 'takeBack', entry: 'x', date: january(9), quantity: slice.quantity, slices: [slice] }
    const intact = poolUnder(fifo)
    intact.apply(received('b', '10', '7', january(1)), received('a', '10', '10', january(1)))
    expect(intact.apply(back).remainder).toBe(0n)
    expect(intact.closing()).toBe('10 / 70.00')
    const gone = poolUnder(fifo)
    gone.apply(
      received('a', '10', '10', january(1)),
      received('c', '10', '7', january(2)),
      issued('s', '10', january(3)),
    )
    expect(centsText(gone.apply(back).remainder)).toBe('30.00')
    expect(gone.closing()).toBe('0 / 0.00')
  })

  test('a movement must move something, and its slices must make it up', () => {
    for (const pool of [poolUnder(fifo), poolUnder(movingAverage)]) {
      expect(() => pool.apply(issued('s', '0'))).toThrow(RangeError)
      expect(() => pool.apply(received('s', '-1', '1'))).toThrow(RangeError)
      expect(() => pool.apply(takenIn('s', []))).toThrow(RangeError)
      const back: Movement = { kind: 'takeBack', entry: 'x', date: january(9), quantity: 1n, slices: [] }
      expect(() => pool.apply(back)).toThrow(RangeError)
    }
  })
})

describe('negative stock (rule 16)', () => {
  const lastUnitCost = { amount: toCents('12.50'), quantity: toMicros('1') }

  test('the covered quantity is re-costed at the covering receipt', () => {
    for (const pool of [poolUnder(fifo, { lastUnitCost }), poolUnder(movingAverage, { lastUnitCost })]) {
      const short = pool.apply(issued('s', '5'))
      expect([centsText(short.amount), short.flag]).toEqual(['-62.50', 'negative'])
      const step = pool.apply(received('r', '10', '14'))
      expect(step.trueUps).toEqual([{ entry: 's', quantity: toMicros('5'), amount: toCents('7.50') }])
      expect(pool.closing()).toBe('5 / 70.00')
    }
  })

  test('covered bit by bit, the oldest first', () => {
    for (const pool of [poolUnder(fifo, { lastUnitCost }), poolUnder(movingAverage, { lastUnitCost })]) {
      pool.apply(issued('s', '2'), issued('t', '2'))
      expect(pool.closing()).toBe('-4 / -50.00')
      expect(pool.apply(received('r', '3', '10')).trueUps.map((each) => [each.entry, each.amount])).toEqual([
        ['s', -500n],
        ['t', -250n],
      ])
      expect(pool.closing()).toBe('-1 / -12.50')
      expect(pool.apply(received('q', '1', '12')).trueUps.map((each) => each.amount)).toEqual([-50n])
      expect(pool.closing()).toBe('0 / 0.00')
    }
  })

  test('at the last known cost; at the hint when none is known; else at nothing, flagged', () => {
    for (const method of [poolUnder(fifo), poolUnder(movingAverage)]) {
      method.apply(received('r', '1', '9'), issued('s', '1'))
      expect(method.cost(issued('t', '2'))).toBe('18.00')
    }
    expect(poolUnder(fifo, { lastUnitCost }).cost(issued('s', '2'))).toBe('25.00')
    for (const gift of [poolUnder(fifo, { lastUnitCost }), poolUnder(movingAverage, { lastUnitCost })]) {
      gift.apply(received('r', '1', '0'))
      expect(gift.cost(issued('s', '2'))).toBe('12.50')
    }
    const step = poolUnder(movingAverage).apply(issued('s', '2'))
    expect([step.amount, step.flag]).toEqual([0n, 'noCost'])
  })
})

describe('negative stock and the cents', () => {
  test('a receipt that covers several issues is spread without loss', () => {
    for (const pool of [poolUnder(fifo), poolUnder(movingAverage)]) {
      pool.apply(issued('s', '1'), issued('t', '1'), issued('u', '1'))
      const receipt: Movement = { ...received('r', '3', '0'), kind: 'receive', amount: 1000n, quantity: 3_000_000n }
      expect(pool.apply(receipt).trueUps.map((each) => each.amount)).toEqual([333n, 334n, 333n])
      expect(pool.closing()).toBe('0 / 0.00')
    }
  })

  test('a receipt that is used up at once is the last known cost', () => {
    for (const pool of [poolUnder(fifo), poolUnder(movingAverage)]) {
      pool.apply(received('r', '1', '10'), issued('s', '4'), received('q', '2', '20'))
      expect(pool.cost(issued('t', '1'))).toBe('20.00')
    }
  })
})

describe('many layers', () => {
  test('first in, first out: the order of returned goods is kept', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('a', '1', '10'), received('b', '1', '20'), received('c', '1', '30', january(2)))
    const { slices } = pool.apply(issued('s', '2', january(3)))
    pool.apply(takenIn('t', slices, january(4)))
    expect(['u', 'v', 'w'].map((entry) => pool.cost(issued(entry, '1')))).toEqual(['10.00', '20.00', '30.00'])
  })

  test('first in, first out: thousands of layers leave one by one, each at its own cost', () => {
    const pool = poolUnder(fifo)
    const prices = Array.from({ length: 5000 }, (_, index) => String(index + 1))
    for (const price of prices) pool.apply(received(`r${price}`, '1', price))
    const costs = prices.map((price) => pool.cost(issued(`s${price}`, '1')))
    expect(costs).toEqual(prices.map((price) => `${price}.00`))
    expect(pool.closing()).toBe('0 / 0.00')
  })
})

describe('value alone', () => {
  const revalued = (amount: string, quantity?: string): Movement => ({
    kind: 'revalue',
    entry: 'v',
    date: january(2),
    amount: toCents(amount),
    receipt: 'r',
    quantity: quantity === undefined ? undefined : toMicros(quantity),
  })

  test('a correction behind a closed month reaches what is still there (rule 15)', () => {
    for (const pool of [poolUnder(fifo), poolUnder(movingAverage)]) {
      pool.apply(received('r', '100', '10'), issued('s', '60'))
      const step = pool.apply(revalued('100', '100'))
      expect([centsText(step.amount), centsText(step.remainder)]).toEqual(['40.00', '60.00'])
      expect(pool.closing()).toBe('40 / 440.00')
    }
  })

  test('stock never falls below a value of zero, and empty stock takes nothing', () => {
    for (const pool of [poolUnder(fifo), poolUnder(movingAverage)]) {
      expect(pool.apply(revalued('5')).remainder).toBe(500n)
      pool.apply(received('r', '10', '1'))
      expect(centsText(pool.apply(revalued('-12')).remainder)).toBe('-2.00')
      expect(pool.closing()).toBe('10 / 0.00')
    }
  })

  test('first in, first out: without a receipt it is spread over all layers', () => {
    const pool = poolUnder(fifo)
    pool.apply(received('a', '10', '10'), received('b', '10', '30'))
    pool.apply({ kind: 'revalue', entry: 'v', date: january(2), amount: toCents('40') })
    expect(pool.cost(issued('s', '10'))).toBe('110.00')
  })
})
