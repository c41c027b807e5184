import { describe, expect, test } from 'vitest'
import { amountOfNewest, heldByOrigin } from './newest-first.ts'

const layer = (date: string, quantity: bigint, amount = 0n, from: string | null = 'F') => ({
  from,
  date,
  quantity,
  amount,
})

describe('what is held came last', () => {
  test('by origin, newest first', () => {
    const layers = [layer('2026-01-01', 10n), layer('2026-02-01', 5n, 0n, null), layer('2026-03-01', 4n)]
    expect(heldByOrigin(7n, layers)).toEqual(new Map([['F', 4n]]))
    expect(heldByOrigin(12n, layers)).toEqual(new Map([['F', 7n]]))
  })

  test('what was returned is no longer held', () => {
    expect(heldByOrigin(3n, [layer('2026-01-01', 10n), layer('2026-02-01', -8n)])).toEqual(new Map([['F', 2n]]))
  })

  test('its profit is that of the newest sales; beyond all of them their average', () => {
    const layers = [layer('2026-01-01', 10n, 100n), layer('2026-02-01', 10n, 300n)]
    expect(amountOfNewest(10n, layers)).toBe(300n)
    expect(amountOfNewest(15n, layers)).toBe(350n)
    expect(amountOfNewest(30n, layers)).toBe(600n)
    expect(amountOfNewest(5n, [])).toBe(0n)
  })
})
