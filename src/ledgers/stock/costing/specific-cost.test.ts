import { describe, expect, test } from 'vitest'
import { toMicros } from '../../../base/fixed-point.ts'
import type { Movement } from './cost-method.ts'
import { specificLot, specificSerial } from './specific-lot.ts'
import { issued, january, poolUnder, received, takenIn } from './testing/movements.ts'

describe('specific lot', () => {
  const lot = (movement: Movement, name: string): Movement => ({ ...movement, lot: name })

  test('每批各自计价: each lot has its own cost', () => {
    const pool = poolUnder(specificLot)
    pool.apply(lot(received('a', '10', '10'), 'A'), lot(received('b', '10', '20'), 'B'))
    expect(pool.cost(lot(issued('s', '4'), 'B'))).toBe('80.00')
    expect(pool.cost(lot(issued('t', '4'), 'A'))).toBe('40.00')
    expect(pool.closing()).toBe('12 / 180.00')
  })

  test('a return goes back into its lot', () => {
    const pool = poolUnder(specificLot)
    const { slices } = pool.apply(lot(received('a', '10', '10'), 'A'), lot(issued('s', '4'), 'A'))
    pool.apply(takenIn('t', slices))
    expect(pool.cost(lot(issued('u', '10'), 'A'))).toBe('100.00')
  })

  test('a lot can be short while another is there', () => {
    const pool = poolUnder(specificLot)
    pool.apply(lot(received('a', '10', '10'), 'A'))
    expect(pool.apply(lot(issued('s', '1'), 'B')).flag).toBe('noCost')
    const step = pool.apply(lot(received('b', '1', '3'), 'B'))
    expect(step.trueUps).toEqual([{ entry: 's', quantity: toMicros('1'), amount: 300n }])
  })
})

describe('specific serial number', () => {
  const units = (movement: Movement, ...names: string[]): Movement => ({
    ...movement,
    parts: names.map((name) => ({ lot: name, quantity: toMicros('1') })),
  })

  test('每件各自计价: each unit has its own cost, and a price that does not divide loses no cent', () => {
    const pool = poolUnder(specificSerial)
    pool.apply(
      units(
        { ...received('a', '3', '0'), kind: 'receive', quantity: toMicros('3'), amount: 10_000n },
        'a1',
        'a2',
        'a3',
      ),
    )
    pool.apply(units(received('b', '1', '99'), 'b1'))
    expect(pool.cost(units(issued('s', '2'), 'b1', 'a2'))).toBe('132.33')
    expect(pool.closing()).toBe('2 / 66.67')
    expect(pool.cost(units(issued('t', '2'), 'a1', 'a3'))).toBe('66.67')
    expect(pool.closing()).toBe('0 / 0.00')
  })

  test('a unit that comes back is what it was, and one that is not there is short', () => {
    const pool = poolUnder(specificSerial)
    pool.apply(units(received('a', '1', '10'), 'a1'), units(received('b', '1', '20'), 'b1'))
    const { slices } = pool.apply(units(issued('s', '1'), 'b1'))
    pool.apply(takenIn('t', slices))
    expect(pool.cost(units(issued('u', '1'), 'b1'))).toBe('20.00')
    expect(pool.apply(units(issued('v', '1'), 'b1')).flag).toBe('noCost')
  })

  test('a charge on a receipt falls on its units alone, for those still there', () => {
    const pool = poolUnder(specificSerial)
    pool.apply(units(received('a', '2', '10'), 'a1', 'a2'), units(received('b', '1', '20'), 'b1'))
    pool.apply(units(issued('s', '1'), 'a1'))
    const step = pool.apply(
      units(
        { kind: 'revalue', entry: 'v', date: january(2), amount: 400n, receipt: 'a', quantity: toMicros('2') },
        'a1',
        'a2',
      ),
    )
    expect([step.amount, step.remainder]).toEqual([200n, 200n])
    expect(pool.cost(units(issued('t', '1'), 'a2'))).toBe('12.00')
  })
})
