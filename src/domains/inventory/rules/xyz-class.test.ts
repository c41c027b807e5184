import { expect, test } from 'vitest'
import { variationOf, xyzClass } from './xyz-class.ts'

test('the coefficient of variation is the standard deviation over the mean', () => {
  // The textbook's 2, 4, 4, 4, 5, 5, 7, 9: mean 5, standard deviation 2.
  expect(variationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(0.4)
  expect(variationOf([0, 0, 12])).toBeCloseTo(Math.SQRT2, 12)
  expect(variationOf([0, 0])).toBeNull()
  expect(variationOf([])).toBeNull()
})

test('demand is stable up to one half, varies up to one, and cannot be foreseen beyond', () => {
  expect([0, 0.5, 0.51, 1, 1.01, null].map(xyzClass)).toEqual(['X', 'X', 'Y', 'Y', 'Z', 'Z'])
})
