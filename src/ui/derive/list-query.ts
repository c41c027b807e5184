import type { Json } from '../../base/json.ts'
import { presetRange, isFilled, type Filter } from '../list/filter.ts'
import type { Sort } from '../list/column.ts'

type Condition = { readonly field: string; readonly op: string; readonly value: Json }

function range(field: string, from: string | null, to: string | null): Condition[] {
  if (from !== null && to !== null) return [{ field, op: 'between', value: [from, to] }]
  if (from !== null) return [{ field, op: 'gte', value: from }]
  return to === null ? [] : [{ field, op: 'lte', value: to }]
}

/** The `filter` of a list's address, or undefined for none. Presets become the days they mean today. */
export function filterParameter(filters: readonly Filter[], today: string): string | undefined {
  const conditions = filters.filter(isFilled).flatMap((filter): Condition[] => {
    if (filter.type === 'contains') return [{ field: filter.key, op: 'contains', value: filter.text }]
    if (filter.type === 'any') return [{ field: filter.key, op: 'in', value: filter.values.map((one) => one.value) }]
    if (filter.type === 'range') return range(filter.key, filter.from, filter.to)
    const { from, to } = presetRange(filter.preset, today)
    return range(filter.key, from, to)
  })
  return conditions.length === 0 ? undefined : JSON.stringify(conditions)
}

/** The `sort` of a list's address: the column, with a minus for descending. */
export function sortParameter(sort: Sort | null): string | undefined {
  return sort === null ? undefined : `${sort.descending ? '-' : ''}${sort.key}`
}
