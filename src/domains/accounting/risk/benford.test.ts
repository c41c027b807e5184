import { expect, test } from 'vitest'
import { benfordShares, compareWithBenford } from './benford.ts'

test('powers of two follow the law closely', () => {
  const counts = benfordShares.map(() => 0)
  let power = 1n
  for (let index = 0; index < 1000; index += 1) {
    const digit = Number(String(power)[0]) - 1
    counts[digit] = (counts[digit] ?? 0) + 1
    power *= 2n
  }
  expect(counts).toEqual([301, 176, 125, 97, 79, 69, 56, 52, 45])
  expect(compareWithBenford(counts).conformity).toBe('close')
})

test('even digits are made up, and nothing is nothing', () => {
  const even = compareWithBenford([10, 10, 10, 10, 10, 10, 10, 10, 10])
  expect(even.conformity).toBe('none')
  expect(even.differences[0]).toBe(111111 - 301030)
  expect(compareWithBenford([]).deviation).toBe(0)
})
