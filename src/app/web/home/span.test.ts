import { expect, test } from 'vitest'
import { earliestOf, lastDays, rangeBefore, rangeOf, spans } from './span.ts'

test('whatever stretch is looked at, sales are known from the first of the month, and for every bar of the chart', () => {
  for (const today of ['2026-11-23', '2026-11-03', '2026-01-01', '2024-02-29']) {
    for (const span of spans) {
      const [range, before, month] = [rangeOf(span, today), rangeBefore(span, today), rangeOf('month', today)]
      const shown = lastDays(today, 14)
      const start = earliestOf([range, before, month], shown)
      for (const from of [range.from, before.from, `${today.slice(0, 7)}-01`, shown[0] ?? ''])
        expect(start <= from, `${span} of ${today}: ${start} is after ${from}`).toBe(true)
    }
  }
})
