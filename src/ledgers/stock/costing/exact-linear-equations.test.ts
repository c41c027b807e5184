import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solveExactly } from './exact-linear-equations.ts'

test('solves exactly', () => {
  const solution = solveExactly([
    { coefficients: [150n, -50n], constant: 1000n },
    { coefficients: [-60n, 160n], constant: 2000n },
  ])
  expect(solution).toEqual({ numerators: [260_000n, 360_000n], denominator: 21_000n })
})

test('finds a pivot further down, and no solution where there is none or many', () => {
  const swapped = solveExactly([
    { coefficients: [0n, 2n], constant: 6n },
    { coefficients: [3n, 0n], constant: 6n },
  ])
  expect(swapped?.numerators.map((value) => value / (swapped.denominator || 1n))).toEqual([2n, 3n])
  const singular = [
    { coefficients: [1n, -1n], constant: 0n },
    { coefficients: [-1n, 1n], constant: 0n },
  ]
  expect(solveExactly(singular)).toBeUndefined()
  expect(solveExactly([])).toEqual({ numerators: [], denominator: 1n })
})

test('the solution satisfies the equations', () => {
  const size = fc.integer({ min: 1, max: 6 })
  const whole = fc.bigInt({ min: -50n, max: 50n })
  const system = size.chain((count) =>
    fc.array(fc.record({ coefficients: fc.array(whole, { minLength: count, maxLength: count }), constant: whole }), {
      minLength: count,
      maxLength: count,
    }),
  )
  fc.assert(
    fc.property(system, (equations) => {
      const solution = solveExactly(equations)
      if (solution === undefined) return
      expect(solution.denominator > 0n).toBe(true)
      for (const { coefficients, constant } of equations) {
        const left = coefficients.reduce((total, each, index) => total + each * (solution.numerators[index] ?? 0n), 0n)
        expect(left).toBe(constant * solution.denominator)
      }
    }),
  )
})
