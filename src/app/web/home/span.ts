import { shiftDate } from '../../../ui/field/read-date.ts'
import { addMonthsTo, monthStart, weekStart } from '../../../ui/list/date-presets.ts'

export type Span = 'day' | 'week' | 'month' | 'year'
export const spans: readonly Span[] = ['day', 'week', 'month', 'year']

export type Range = { readonly from: string; readonly to: string }

/** From the start of the day, week, month or year up to today. */
export function rangeOf(span: Span, today: string): Range {
  if (span === 'day') return { from: today, to: today }
  if (span === 'week') return { from: weekStart(today), to: today }
  if (span === 'month') return { from: monthStart(today), to: today }
  return { from: `${today.slice(0, 4)}-01-01`, to: today }
}

/** The same stretch one day, week, month or year before, as long as the one that runs. */
export function rangeBefore(span: Span, today: string): Range {
  const range = rangeOf(span, today)
  const shift = (date: string): string => {
    if (span === 'day') return shiftDate(date, -1)
    if (span === 'week') return shiftDate(date, -7)
    return addMonthsTo(date, span === 'month' ? -1 : -12)
  }
  return { from: shift(range.from), to: shift(range.to) }
}

/** The last days up to today, oldest first. */
export function lastDays(today: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => shiftDate(today, index - count + 1))
}

export function inRange(day: string, range: Range): boolean {
  return day >= range.from && day <= range.to
}

/** From which day sales are asked for: all that is shown of them, the running month always, is in one answer. */
export function earliestOf(ranges: readonly Range[], shown: readonly string[]): string {
  return [...ranges.map(({ from }) => from), ...shown].toSorted()[0] ?? ''
}
