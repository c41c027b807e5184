import { expect, test } from 'vitest'
import { equityRows, equityTotal } from './equity-changes.ts'
import type { EquityAmounts } from './equity-changes.ts'

const filled = (row: EquityAmounts) => Object.fromEntries(Object.entries(row).filter(([, amount]) => amount !== 0n))

test('a year of profit, a reserve put by, a dividend, new capital', () => {
  const rows = equityRows({
    opening: { capital: 100_00n, retained: 20_00n },
    closing: { capital: 150_00n, premium: 10_00n, surplus: 6_00n, retained: 54_00n },
    profit: 60_00n,
    priorYears: -5_00n,
    distributed: 15_00n,
  })
  expect(filled(rows.restated)).toEqual({ capital: 100_00n, retained: 15_00n })
  expect(filled(rows.comprehensive)).toEqual({ retained: 60_00n })
  expect(filled(rows.contributed)).toEqual({ capital: 50_00n, premium: 10_00n })
  expect(filled(rows.put)).toEqual({ surplus: 6_00n, retained: -6_00n })
  expect(filled(rows.distributed)).toEqual({ retained: -15_00n })
  expect(filled(rows.other)).toEqual({})
  expect(equityTotal(rows.change)).toBe(105_00n)
})

test('capital made from reserves, losses covered from surplus', () => {
  const rows = equityRows({
    opening: { capital: 100_00n, premium: 30_00n, surplus: 40_00n, retained: -10_00n },
    closing: { capital: 150_00n, surplus: 10_00n, retained: 0n },
    profit: 0n,
    priorYears: 0n,
    distributed: 0n,
  })
  expect(filled(rows.premiumToCapital)).toEqual({ capital: 30_00n, premium: -30_00n })
  expect(filled(rows.surplusToCapital)).toEqual({ capital: 20_00n, surplus: -20_00n })
  expect(filled(rows.surplusForLosses)).toEqual({ surplus: -10_00n, retained: 10_00n })
  expect(filled(rows.contributed)).toEqual({})
  expect(filled(rows.other)).toEqual({})
})

test('treasury shares are taken off the total', () => {
  const rows = equityRows({
    opening: { capital: 100_00n },
    closing: { capital: 100_00n, treasury: 8_00n },
    profit: 0n,
    priorYears: 0n,
    distributed: 0n,
  })
  expect(filled(rows.contributed)).toEqual({ treasury: 8_00n })
  expect(equityTotal(rows.closing)).toBe(92_00n)
})
