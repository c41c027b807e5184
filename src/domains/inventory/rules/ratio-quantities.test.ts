import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, sum } from '../../../base/decimal.ts'
import { ratioQuantities } from './ratio-quantities.ts'

const line = (item: string, ratio: string, places = 0) => ({ item, ratio: decimal(ratio), places })

describe('a ratio transfer', () => {
  test('of sets moves sets × ratio of each component', () => {
    const quantities = ratioQuantities('sets', decimal(12), [line('pen', '2'), line('ink', '0.5', 1), line('box', '1')])
    expect(quantities.map(String)).toEqual(['24', '6', '12'])
  })

  test('of one quantity gives each place its share, whole pieces by largest remainder', () => {
    const quantities = ratioQuantities('split', decimal(100), [line('pen', '1'), line('pen', '1'), line('pen', '1')])
    expect(quantities.map(String)).toEqual(['34', '33', '33'])
  })

  test('shares each item’s quantity among its own lines', () => {
    const lines = [line('pen', '3'), line('ink', '1', 3), line('pen', '1'), line('ink', '2', 3)]
    expect(ratioQuantities('split', decimal(10), lines).map(String)).toEqual(['8', '3.333', '2', '6.667'])
  })

  test('of nothing by nothing is nothing', () => {
    expect(ratioQuantities('split', decimal(10), [line('pen', '0')]).map(String)).toEqual(['0'])
  })

  test('adds up to what was to be shared out, whatever the ratios', () => {
    const ratios = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        ratios,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 3 }),
        (parts, whole, places) => {
          fc.pre(parts.some((part) => part > 0))
          const lines = parts.map((part) => line('pen', String(part), places))
          expect(sum(ratioQuantities('split', decimal(whole), lines)).eq(whole)).toBe(true)
        },
      ),
    )
  })
})
