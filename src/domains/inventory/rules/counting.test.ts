import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { foldCount } from './fold-count.ts'
import type { CountEntry } from './fold-count.ts'
import { needsRecount } from './needs-recount.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 1, minute))
const entry = (kind: CountEntry['kind'], quantity: string, minute: number, userName = '甲'): CountEntry => ({
  kind,
  quantity: decimal(quantity),
  scannedAt: at(minute),
  userName,
})
const told = (entries: readonly CountEntry[]) => {
  const folded = foldCount(entries)
  if (folded === undefined) return 'nothing'
  const { quantity, firstAt, lastAt, by } = folded
  return `${quantity.toString()} ${firstAt.getUTCMinutes()}–${lastAt.getUTCMinutes()} ${by.join(',')}`
}

describe('what scans come to', () => {
  test('is their sum, from the first to the last, whoever scanned', () => {
    expect(told([entry('add', '5', 1), entry('add', '2.5', 9, '乙'), entry('add', '1', 4)])).toBe('8.5 1–9 甲,乙')
    expect(told([])).toBe('nothing')
  })

  test('begins anew with a figure that says the whole, in the order of the scans and not of their arrival', () => {
    expect(told([entry('add', '1', 12, '丙'), entry('add', '5', 1), entry('set', '7', 10, '乙')])).toBe('8 10–12 乙,丙')
    expect(told([entry('set', '0', 3)])).toBe('0 3–3 甲')
  })
})

describe('a line is counted again', () => {
  const line = (expected: string, counted: string, more: { moved?: boolean; cost?: string } = {}) => ({
    expected: decimal(expected),
    counted: decimal(counted),
    unitCost: more.cost === undefined ? decimal('10') : decimal(more.cost),
    movedMeanwhile: more.moved === true,
  })
  const within = (amount: string | null, percent: string | null) => ({
    amount: amount === null ? null : decimal(amount),
    percent: percent === null ? null : decimal(percent),
  })

  test('beyond the tolerance by value or by percent, and not at it', () => {
    expect(needsRecount(line('100', '95'), within('50', '5'))).toBe(false)
    expect(needsRecount(line('100', '94.9'), within('50', '10'))).toBe(true)
    expect(needsRecount(line('100', '105.1', { cost: '1' }), within('50', '5'))).toBe(true)
    expect(needsRecount(line('100', '80'), within(null, null))).toBe(false)
  })

  test('where nothing should be there and something is, and where goods moved while it was counted', () => {
    expect(needsRecount(line('0', '1'), within(null, '50'))).toBe(true)
    expect(needsRecount(line('10', '10', { moved: true }), within(null, null))).toBe(true)
    expect(needsRecount(line('10', '10'), within('0', '0'))).toBe(false)
  })
})
