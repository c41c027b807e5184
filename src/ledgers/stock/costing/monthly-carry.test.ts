import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsText, fixedPointText, toCents, toMicros } from '../../../base/fixed-point.ts'
import { costAt, unitCostMicros } from './cost-method.ts'
import type { ConversionMovement, MonthMovement, OpeningPool, PoolMonth } from './month-flows.ts'
import { closingQuantity, monthFlows, quantityToCost } from './month-flows.ts'
import { monthlyCarry } from './monthly-carry.ts'
import type { CarriedPool, MonthlyCarry } from './monthly-carry.ts'

function opening(pool: string, quantity = '0', amount = '0', lastUnit?: string): OpeningPool {
  const last = lastUnit === undefined ? undefined : { amount: toCents(lastUnit), quantity: toMicros('1') }
  return { pool, quantity: toMicros(quantity), amount: toCents(amount), lastUnit: last }
}

function given(pool: string, entry: string, quantity: string, amount: string): MonthMovement {
  return { kind: 'given', pool, entry, quantity: toMicros(quantity), amount: toCents(amount) }
}

function issue(pool: string, entry: string, quantity: string): MonthMovement {
  return { kind: 'issue', pool, entry, quantity: toMicros(quantity) }
}

function transfer(from: string, to: string, quantity: string, entry = `${from}${to}`): ConversionMovement {
  const moved = toMicros(quantity)
  return {
    kind: 'conversion',
    from: [{ pool: from, entry: `${entry} out`, quantity: moved }],
    to: [{ pool: to, entry: `${entry} in`, quantity: moved, share: 1n }],
    added: 0n,
  }
}

function poolOf(carry: MonthlyCarry, name: string): CarriedPool {
  const found = carry.pools.find((each) => each.pool === name)
  if (found === undefined) throw new Error(`no pool ${name}`)
  return found
}

const unitText = (carry: MonthlyCarry, pool: string): string =>
  fixedPointText(unitCostMicros(poolOf(carry, pool).unit), 6)
const amountText = (carry: MonthlyCarry, entry: string): string => centsText(carry.amounts.get(entry) ?? 0n)
const closing = (carry: MonthlyCarry, pool: string): string => {
  const { quantity, amount } = poolOf(carry, pool)
  return `${fixedPointText(quantity / 1_000_000n, 0)} / ${centsText(amount)}`
}

describe('the cost vectors of the specification', () => {
  const caseA = [
    given('p', 'a', '100', '1000'),
    issue('p', 'c', '60'),
    given('p', 'd', '100', '1200'),
    issue('p', 'e', '80'),
  ]

  test('case A, and case B with a receipt more', () => {
    const a = monthlyCarry([opening('p')], caseA)
    expect([amountText(a, 'c'), amountText(a, 'e'), closing(a, 'p')]).toEqual(['-660.00', '-880.00', '60 / 660.00'])
    const b = monthlyCarry([opening('p')], [...caseA, given('p', 'b', '50', '450')])
    expect([amountText(b, 'c'), amountText(b, 'e'), closing(b, 'p')]).toEqual(['-636.00', '-848.00', '110 / 1166.00'])
  })

  test('THREE-METHODS-1: 2.23', () => {
    const carry = monthlyCarry(
      [opening('p', '300', '600')],
      [
        given('p', '1', '200', '440'),
        issue('p', '2', '400'),
        given('p', '3', '300', '690'),
        issue('p', '4', '200'),
        given('p', '5', '200', '500'),
        issue('p', '6', '100'),
      ],
    )
    expect(unitText(carry, 'p')).toBe('2.230000')
    expect(closing(carry, 'p')).toBe('300 / 669.00')
  })
})

describe('the month’s unit cost (rule 14)', () => {
  test('a return in the same month is a negative issue', () => {
    const carry = monthlyCarry(
      [opening('p', '100', '1000')],
      [given('p', 'in', '100', '1200'), issue('p', 'out', '80'), issue('p', 'back', '-20')],
    )
    expect(unitText(carry, 'p')).toBe('11.000000')
    expect([amountText(carry, 'out'), amountText(carry, 'back')]).toEqual(['-880.00', '220.00'])
    expect(closing(carry, 'p')).toBe('140 / 1540.00')
  })

  test('transfers in a circle are solved together', () => {
    const carry = monthlyCarry(
      [opening('a', '100', '1000'), opening('b', '100', '2000')],
      [transfer('a', 'b', '60'), transfer('b', 'a', '50')],
    )
    expect([unitText(carry, 'a'), unitText(carry, 'b')]).toEqual(['12.380952', '17.142857'])
    const [a, b] = [poolOf(carry, 'a'), poolOf(carry, 'b')]
    expect(centsText(a.amount + b.amount)).toBe('3000.00')
    expect([closing(carry, 'a'), closing(carry, 'b')]).toEqual(['90 / 1114.28', '110 / 1885.72'])
  })

  test('a transfer within a pool drops out', () => {
    const carry = monthlyCarry([opening('p', '10', '100')], [transfer('p', 'p', '7'), given('p', 'in', '10', '120')])
    expect([unitText(carry, 'p'), closing(carry, 'p')]).toEqual(['11.000000', '20 / 220.00'])
  })

  test('a purchase return is a negative receipt', () => {
    const carry = monthlyCarry(
      [opening('p', '100', '1000')],
      [given('p', 'in', '100', '2000'), given('p', 'return', '-50', '-1000'), issue('p', 'out', '75')],
    )
    expect([unitText(carry, 'p'), closing(carry, 'p')]).toEqual(['13.333333', '75 / 1000.00'])
  })

  test('assembly and disassembly: goods pass on what they cost', () => {
    const assembly: MonthMovement = {
      kind: 'conversion',
      from: [
        { pool: 'frame', entry: 'f', quantity: toMicros('1') },
        { pool: 'wheel', entry: 'w', quantity: toMicros('2') },
      ],
      to: [{ pool: 'bicycle', entry: 'b', quantity: toMicros('1'), share: 1n }],
      added: toCents('5'),
    }
    const disassembly: MonthMovement = {
      kind: 'conversion',
      from: [{ pool: 'bicycle', entry: 'd', quantity: toMicros('1') }],
      to: [
        { pool: 'scrap', entry: 's', quantity: toMicros('3'), share: 1n },
        { pool: 'parts', entry: 'p', quantity: toMicros('1'), share: 2n },
      ],
      added: 0n,
    }
    const pools = ['scrap', 'parts', 'bicycle'].map((each) => opening(each))
    const carry = monthlyCarry(
      [...pools, opening('frame', '2', '90'), opening('wheel', '3', '100')],
      [disassembly, assembly],
    )
    expect([amountText(carry, 'f'), amountText(carry, 'w'), amountText(carry, 'b')]).toEqual([
      '-45.00',
      '-66.67',
      '116.67',
    ])
    expect([amountText(carry, 's'), amountText(carry, 'p')]).toEqual(['38.89', '77.78'])
    expect([closing(carry, 'bicycle'), closing(carry, 'wheel')]).toEqual(['0 / 0.00', '1 / 33.33'])
  })
})

describe('where nothing may be lost', () => {
  test('the last issue takes what rounding left', () => {
    const carry = monthlyCarry(
      [opening('p', '3', '100')],
      [issue('p', 'a', '1'), issue('p', 'b', '1'), issue('p', 'c', '1')],
    )
    expect(['a', 'b', 'c'].map((entry) => amountText(carry, entry))).toEqual(['-33.33', '-33.33', '-33.34'])
    expect(closing(carry, 'p')).toBe('0 / 0.00')
  })

  test('a pool that gives all away passes the cents on, and a circle lets them out', () => {
    const carry = monthlyCarry(
      [opening('a', '3', '100'), opening('b'), opening('c')],
      [
        transfer('a', 'b', '1', 't1'),
        transfer('a', 'b', '1', 't2'),
        transfer('a', 'b', '2', 't3'),
        transfer('b', 'a', '1', 't4'),
        transfer('b', 'c', '3', 't5'),
      ],
    )
    expect(['a', 'b', 'c'].map((pool) => closing(carry, pool))).toEqual(['0 / 0.00', '0 / 0.00', '3 / 100.00'])
  })

  test('round a circle of empty pools, whatever the quantities', () => {
    const units = fc.integer({ min: 1, max: 97 })
    fc.assert(
      fc.property(units, units, units, fc.nat(99_999), (start, back, split, value) => {
        const all = start + back
        const first = 1 + (split % (all - 1))
        const carry = monthlyCarry(
          [opening('a', String(start), centsText(BigInt(value))), opening('b'), opening('c'), opening('d')],
          [
            transfer('a', 'b', String(first), 't1'),
            transfer('a', 'b', String(all - first), 't2'),
            transfer('b', 'c', String(all - first), 't3'),
            transfer('b', 'c', String(first), 't4'),
            transfer('c', 'a', String(back), 't5'),
            transfer('c', 'd', String(start), 't6'),
          ],
        )
        expect(carry.pools.map((pool) => pool.amount + pool.remainder)).toEqual([0n, 0n, 0n, BigInt(value)])
      }),
    )
  })

  test('no goods and no issue: the value is named as a remainder', () => {
    const carry = monthlyCarry([opening('p')], [given('p', 'in', '10', '110'), given('p', 'return', '-10', '-100')])
    expect([closing(carry, 'p'), poolOf(carry, 'p').remainder]).toEqual(['0 / 0.00', 1000n])
  })
})

describe('negative stock', () => {
  test('nothing to spread over: last cost, flagged', () => {
    const carry = monthlyCarry([opening('p', '0', '0', '12.50')], [issue('p', 'out', '5')])
    expect([closing(carry, 'p'), poolOf(carry, 'p').flag]).toEqual(['-5 / -62.50', 'lastCost'])
    const unknown = monthlyCarry([opening('p')], [issue('p', 'out', '5')])
    expect([closing(unknown, 'p'), poolOf(unknown, 'p').flag]).toEqual(['-5 / 0.00', 'noCost'])
  })

  test('the month that brings goods re-costs what was short (rule 16)', () => {
    const carry = monthlyCarry([opening('p', '-5', '-62.50')], [given('p', 'in', '10', '140')])
    expect(closing(carry, 'p')).toBe('5 / 70.00')
    expect(poolOf(carry, 'p').trueUp).toEqual({ quantity: toMicros('5'), amount: toCents('7.50') })
    const part = monthlyCarry([opening('p', '-5', '-62.50')], [given('p', 'in', '2', '28')])
    expect(closing(part, 'p')).toBe('-3 / -37.50')
    const exact = monthlyCarry([opening('p', '-3', '-10')], [given('p', 'in', '3', '10.01')])
    expect(closing(exact, 'p')).toBe('0 / 0.00')
  })

  test('a circle that begins and ends in nothing has no cost of its own', () => {
    const carry = monthlyCarry(
      [opening('a', '0', '0', '3'), opening('b', '0', '0', '4')],
      [transfer('a', 'b', '10'), transfer('b', 'a', '10')],
    )
    expect(carry.pools.map((pool) => pool.flag)).toEqual(['lastCost', 'lastCost'])
  })

  test('a unit cost below zero is none: the last one, flagged, and no value below zero stays', () => {
    const carry = monthlyCarry(
      [opening('p', '10', '100', '10')],
      [given('p', 'return', '-5', '-150'), issue('p', 'out', '2')],
    )
    const { flag, amount, remainder } = poolOf(carry, 'p')
    expect([flag, amount, centsText(remainder)]).toEqual(['lastCost', 0n, '-70.00'])
  })
})

test('refuses a pool that has no opening, and a conversion of nothing', () => {
  expect(() => monthlyCarry([], [issue('p', 'out', '1')])).toThrow(RangeError)
  expect(() => monthlyCarry([opening('p')], [transfer('p', 'p', '0')])).toThrow(RangeError)
})

describe('properties', () => {
  const poolNames = ['a', 'b', 'c', 'd']
  const pool = fc.constantFrom(...poolNames)
  const quantity = fc.integer({ min: 1, max: 9 }).map((units) => BigInt(units) * 1_000_000n)
  const amount = fc.bigInt({ min: 0n, max: 99_999n })
  const line = fc.record({ pool, quantity })
  const movement = fc.oneof(
    fc.record({ kind: fc.constant('given' as const), pool, quantity, amount }),
    fc.record({ kind: fc.constant('issue' as const), pool, quantity }),
    fc.record({ kind: fc.constant('conversion' as const), from: line, to: fc.tuple(line, line), added: amount }),
  )
  const openings = fc.tuple(...poolNames.map((name) => fc.record({ pool: fc.constant(name), quantity, amount })))

  type Drawn = typeof movement extends fc.Arbitrary<infer Value> ? Value : never

  function named(drawn: readonly Drawn[]): MonthMovement[] {
    return drawn.map((each, index): MonthMovement => {
      if (each.kind !== 'conversion') return { ...each, entry: `m${index}` }
      const { kind, added } = each
      const from = [{ ...each.from, entry: `m${index} from` }]
      const to = each.to.map((product, place) => ({
        ...product,
        entry: `m${index} to ${place}`,
        share: BigInt(place + 1),
      }))
      return { kind, added, from, to }
    })
  }

  /** unit × quantity = opening + given + what came in, but for the cents that rounding moved. */
  function expectUnitOf(carriedPool: CarriedPool, month: PoolMonth, carry: MonthlyCarry, movements: number): void {
    const came = month.ins.reduce((total, { line }) => total + (carry.amounts.get(line.entry) ?? 0n), 0n)
    const value = month.opening.amount + month.given.amount + came
    const difference = costAt(carriedPool.unit, quantityToCost(month)) - value
    expect(Math.abs(Number(difference))).toBeLessThanOrEqual(2 * movements + 1)
  }

  test('what the month brings is what it leaves; without goods no value; repeatable', () => {
    fc.assert(
      fc.property(openings, fc.array(movement, { maxLength: 25 }), (start, drawn) => {
        const movements = named(drawn)
        const carry = monthlyCarry(start, movements)
        let brought = start.reduce((total, each) => total + each.amount, 0n)
        for (const each of movements) {
          if (each.kind === 'given') brought += each.amount
          if (each.kind === 'conversion') brought += each.added
          if (each.kind === 'issue') brought += carry.amounts.get(each.entry) ?? 0n
        }
        const left = carry.pools.reduce((total, each) => total + each.amount + each.remainder, 0n)
        expect(left).toBe(brought)
        const months = monthFlows(start, movements)
        for (const each of carry.pools) {
          const month = months.get(each.pool)
          expect(month && closingQuantity(month)).toBe(each.quantity)
          expect(each.quantity === 0n && each.amount !== 0n).toBe(false)
          expect(each.quantity === 0n && month?.issues.length !== 0 && each.remainder !== 0n).toBe(false)
          if (month && each.flag === undefined) expectUnitOf(each, month, carry, movements.length)
        }
        expect(monthlyCarry(start, movements)).toEqual(carry)
      }),
      { numRuns: 500 },
    )
  })
})

test('many warehouses in one circle are solved in reasonable time (printed, not judged)', () => {
  const names = Array.from({ length: 60 }, (_, index) => `w${index}`)
  const openings = names.map((name, index) => opening(name, String(100 + index), String(1000 + index * 7)))
  const moves = names.flatMap((name, index) => [
    transfer(name, names[(index + 1) % names.length] ?? name, '13', `${name} next`),
    transfer(name, names[(index * 7 + 3) % names.length] ?? name, '5', `${name} far`),
    issue(name, `${name} sold`, '41'),
  ])
  const started = performance.now()
  const carry = monthlyCarry(openings, moves)
  console.info(`a circle of ${names.length} pools in ${Math.round(performance.now() - started)} ms`)
  expect(carry.pools.every((pool) => pool.flag === undefined && pool.remainder === 0n)).toBe(true)
})
