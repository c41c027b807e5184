import { addMonthsTo, monthEnd, monthStart, weekStart } from './date-presets.ts'
import { shiftDate } from '../field/read-date.ts'
import type { Choice, ReferenceSource } from '../field/field.ts'

/** What can be asked of a list, by clicking. */
export type FilterField = {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'choice' | 'reference' | 'date' | 'decimal' | 'boolean'
  readonly choices?: readonly Choice[]
  readonly source?: ReferenceSource
}

export type DatePreset = 'today' | 'yesterday' | 'thisWeek' | 'thisMonth' | 'lastMonth' | 'thisYear' | 'last30Days'

/** One condition. `any` holds values to match one of; `range` holds ends that may be open; `preset` moves with the day. */
export type Filter =
  | { readonly key: string; readonly type: 'contains'; readonly text: string }
  | {
      readonly key: string
      readonly type: 'any'
      readonly values: readonly { readonly value: string; readonly label: string }[]
    }
  | { readonly key: string; readonly type: 'range'; readonly from: string | null; readonly to: string | null }
  | { readonly key: string; readonly type: 'preset'; readonly preset: DatePreset }

export const datePresets: readonly DatePreset[] = [
  'today',
  'yesterday',
  'thisWeek',
  'thisMonth',
  'lastMonth',
  'last30Days',
  'thisYear',
]

/** First and last day that a preset means on a day. */
export function presetRange(preset: DatePreset, today: string): { from: string; to: string } {
  switch (preset) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: shiftDate(today, -1), to: shiftDate(today, -1) }
    case 'thisWeek':
      return { from: weekStart(today), to: shiftDate(weekStart(today), 6) }
    case 'thisMonth':
      return { from: monthStart(today), to: monthEnd(today) }
    case 'lastMonth':
      return { from: addMonthsTo(monthStart(today), -1), to: monthEnd(addMonthsTo(monthStart(today), -1)) }
    case 'last30Days':
      return { from: shiftDate(today, -29), to: today }
    default:
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
  }
}

/** Puts a condition in the place of the one on the same field, or at the end. */
export function putFilter(filters: readonly Filter[], filter: Filter): readonly Filter[] {
  const at = filters.findIndex((one) => one.key === filter.key)
  return at < 0 ? [...filters, filter] : filters.map((one, index) => (index === at ? filter : one))
}

export function dropFilter(filters: readonly Filter[], key: string): readonly Filter[] {
  return filters.filter((one) => one.key !== key)
}

/** Whether the condition says anything. */
export function isFilled(filter: Filter): boolean {
  if (filter.type === 'contains') return filter.text.trim() !== ''
  if (filter.type === 'any') return filter.values.length > 0
  return filter.type === 'preset' || filter.from !== null || filter.to !== null
}
