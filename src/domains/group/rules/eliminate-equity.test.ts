import { describe, expect, test } from 'vitest'
import { groupLines, profitLines } from './consolidated-forms.ts'
import { distributed, eliminateEquity } from './eliminate-equity.ts'
import type { Holding, Member } from './elimination.ts'

const none = { sold: new Map(), held: new Map() }
const internal = { sisters: new Map(), atEnd: none, atYearStart: none }
const member = (
  code: string,
  closing: readonly (readonly [number, bigint])[],
  opening: readonly (readonly [number, bigint])[] = [],
  profit = 0n,
): Member => ({ code, name: code, closing: new Map(closing), opening: new Map(opening), profit, internal })

const { capital, surplusReserve, retained, investment, goodwill, minorityEquity } = groupLines
const percent = (value: number) => BigInt(value) * 1_000_000n

const amounts = (terms: Partial<Holding>, sub: Member, paid: bigint) =>
  eliminateEquity([member('P', [[investment, paid]]), sub], {
    parent: 'P',
    tax: 0n,
    holdings: [{ company: 'S', share: percent(80), investment: null, acquiredEquity: null, ...terms }],
  }).map((one) =>
    Object.fromEntries(one.lines.map((line) => [`${line.statement[0]}${line.line}`, line.debit - line.credit])),
  )

describe('长期股权投资 against the equity of the subsidiary', () => {
  // CAS 33 by a worked case: 80 % bought for 3,000 when the net assets were 3,500 (capital 2,000, reserves 1,500); it earned
  // 1,000 in the year and gave out 600, and put 100 by.
  const sub = member(
    'S',
    [
      [capital, 2000n],
      [surplusReserve, 1600n],
      [retained, 300n],
    ],
    [
      [capital, 2000n],
      [surplusReserve, 1500n],
      [retained, 0n],
    ],
    1000n,
  )

  test('leaves goodwill, the minority and the parent’s part of what was earned since', () => {
    const [equity, dividend] = amounts({ acquiredEquity: 3500n }, sub, 3000n)
    expect(equity).toEqual({
      [`b${capital}`]: 2000n,
      [`b${surplusReserve}`]: 1600n,
      [`b${goodwill}`]: 200n,
      [`i${profitLines.ofMinority}`]: 200n,
      [`b${retained}`]: 3000n + 780n - 2000n - 1600n - 200n - 200n,
      [`b${investment}`]: -3000n,
      [`b${minorityEquity}`]: -780n,
    })
    expect(dividend).toEqual({ [`i${profitLines.investmentIncome}`]: 480n, [`b${retained}`]: -480n })
    expect(distributed(sub)).toBe(600n)
    // 300 + 480 of the parent's dividend, less what goes: (1 − 20 %) × (3,900 − 3,500) = 320 for the owners of the parent.
    expect(300n - (equity?.[`b${retained}`] ?? 0n) - 200n + 480n - 480n).toBe(320n)
  })

  test('what was founded has no goodwill, and a bargain is profit', () => {
    const founded = member('S', [[capital, 1000n]], [[capital, 1000n]])
    expect(amounts({}, founded, 800n)).toEqual([
      { [`b${capital}`]: 1000n, [`b${investment}`]: -800n, [`b${minorityEquity}`]: -200n },
    ])
    expect(amounts({ acquiredEquity: 1000n }, founded, 700n)[0]).toMatchObject({ [`b${retained}`]: -100n })
  })
})
