import { describe, expect, test } from 'vitest'
import { backupName, expired, momentOf } from './rotation.ts'

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    backupName(new Date(Date.parse(`${from}T18:00:00Z`) - index * 86_400_000)),
  )

describe('which backups are kept', () => {
  test('the names of files say when they were taken', () => {
    expect(backupName(new Date('2026-03-15T18:04:05.678Z'))).toBe('suanpan-20260315T180405Z.suanpan')
    expect(momentOf('suanpan-20260315T180405Z.suanpan')).toEqual(new Date('2026-03-15T18:04:05Z'))
    expect(momentOf('before-upgrade-20260315T180405Z.suanpan')).toBeUndefined()
  })

  test('of a year of days there stay seven days, five weeks and twelve months', () => {
    const all = days('2026-12-31', 365)
    const gone = new Set(expired(all, { daily: 7, weekly: 5, monthly: 12 }))
    const kept = all.filter((name) => !gone.has(name)).map((name) => name.slice(8, 16))
    expect(kept.slice(0, 7)).toEqual([
      '20261231',
      '20261230',
      '20261229',
      '20261228',
      '20261227',
      '20261226',
      '20261225',
    ])
    // Sundays before, then the last days of the months.
    expect(kept.slice(7)).toEqual([
      '20261220',
      '20261213',
      '20261206',
      '20261130',
      '20261031',
      '20260930',
      '20260831',
      '20260731',
      '20260630',
      '20260531',
      '20260430',
      '20260331',
      '20260228',
      '20260131',
    ])
  })

  test('run again it lets nothing further go', () => {
    const rule = { daily: 3, weekly: 2, monthly: 2 }
    const all = days('2026-03-15', 90)
    const gone = new Set(expired(all, rule))
    expect(
      expired(
        all.filter((name) => !gone.has(name)),
        rule,
      ),
    ).toEqual([])
  })

  test('of one day the newest stays, the newest of all always, and other files are never touched', () => {
    const [morning, evening] = [
      backupName(new Date('2026-03-15T01:00:00Z')),
      backupName(new Date('2026-03-15T20:00:00Z')),
    ]
    expect(expired([morning, evening, 'tax-2025.zip'], { daily: 7, weekly: 0, monthly: 0 })).toEqual([morning])
    expect(expired([morning], { daily: 0, weekly: 0, monthly: 0 })).toEqual([])
  })
})
