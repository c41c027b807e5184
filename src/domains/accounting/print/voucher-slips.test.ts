import { expect, it } from 'vitest'
import { slipsOf } from './voucher-slips.ts'

const line = (cents: bigint) => ({ summary: '办公费', account: '560204', debit: cents, credit: 0n })

it('a voucher that fits is one form', () => {
  expect(slipsOf([line(1n), line(2n)], 5)).toMatchObject([{ place: 1, of: 1, sums: { debit: 3n } }])
  expect(slipsOf([], 5)).toHaveLength(1)
})

it('a longer one is carried over to the next form, and the last says the whole', () => {
  const slips = slipsOf(
    Array.from({ length: 13 }, () => line(100n)),
    5,
  )
  expect(
    slips.map((slip) => [slip.lines.length, slip.brought?.debit, slip.sums.debit, `${slip.place}/${slip.of}`]),
  ).toEqual([
    [5, undefined, 500n, '1/3'],
    [4, 500n, 900n, '2/3'],
    [4, 900n, 1300n, '3/3'],
  ])
})
