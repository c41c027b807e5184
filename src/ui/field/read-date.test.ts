import { describe, expect, it } from 'vitest'
import { presetRange } from '../list/filter.ts'
import { readDate } from './read-date.ts'

const read = (text: string): string | null => readDate(text, '2026-01-15')

describe('a date as people type it', () => {
  it('is read in short ways', () => {
    expect(read('2026-1-5')).toBe('2026-01-05')
    expect(read('2026年1月5日')).toBe('2026-01-05')
    expect(read('20260105')).toBe('2026-01-05')
    expect(read('260105')).toBe('2026-01-05')
    expect(read('0228')).toBe('2026-02-28')
    expect(read('3/8')).toBe('2026-03-08')
    expect(read('9')).toBe('2026-01-09')
    expect(read('+20')).toBe('2026-02-04')
    expect(read('-15')).toBe('2025-12-31')
    expect(read('今天')).toBe('2026-01-15')
    expect(read('１月３１日')).toBe('2026-01-31')
  })

  it('is refused where the calendar has no such day', () => {
    expect(read('2026-02-29')).toBeNull()
    expect(read('1332')).toBeNull()
    expect(read('soon')).toBeNull()
  })

  it('moves with the day in presets', () => {
    expect(presetRange('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(presetRange('thisWeek', '2026-01-15')).toEqual({ from: '2026-01-12', to: '2026-01-18' })
  })
})
