import { useCallback, useMemo, useState } from 'react'
import type { Sort } from '../../../ui/list/column.ts'
import type { Filter } from '../../../ui/list/filter.ts'
import { usePage } from '../frame/page.ts'
import { listedStates, stateWord } from './list-shape.ts'

/** What a list is asked now. It lives in the address, so that it can be shared, reloaded and gone back to. */
export type ListState = {
  readonly search: string
  readonly filters: readonly Filter[]
  readonly sort: Sort | null
  readonly view: string
}

function isFilter(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null && 'key' in value && 'type' in value
}

function readFilters(text: string | null): readonly Filter[] {
  if (text === null) return []
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.filter(isFilter) : []
  } catch {
    return []
  }
}

/** `state=draft,submitted`, as links from the home page and the flow map say it. */
function stateFilter(text: string | null): readonly Filter[] {
  if (text === null || text === '') return []
  const wanted = text.split(',')
  const values = listedStates
    .filter((state) => wanted.includes(state))
    .map((state) => ({ value: state, label: stateWord(state) }))
  return values.length === 0 ? [] : [{ key: 'state', type: 'any', values }]
}

function readSort(text: string | null): Sort | null {
  if (text === null || text === '') return null
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false }
}

function readState(search: URLSearchParams): ListState {
  return {
    search: search.get('q') ?? '',
    filters: [...stateFilter(search.get('state')), ...readFilters(search.get('filters'))],
    sort: readSort(search.get('sort')),
    view: search.get('view') ?? 'all',
  }
}

/** The parameters of the address that say the same. */
export function searchOf(state: ListState): URLSearchParams {
  const search = new URLSearchParams()
  if (state.search !== '') search.set('q', state.search)
  if (state.filters.length > 0) search.set('filters', JSON.stringify(state.filters))
  if (state.sort !== null) search.set('sort', `${state.sort.descending ? '-' : ''}${state.sort.key}`)
  if (state.view !== 'all') search.set('view', state.view)
  return search
}

export function useListState(): [ListState, (change: Partial<ListState>) => void] {
  const { search, setSearch } = usePage()
  const state = useMemo(() => readState(search), [search])
  const change = useCallback(
    (part: Partial<ListState>) => setSearch(searchOf({ ...state, ...part })),
    [state, setSearch],
  )
  return [state, change]
}

/** A choice kept on this device under a name. Anything that cannot be read is as if it had not been chosen. */
export function useKept<Value>(
  key: string,
  isValue: (value: unknown) => value is Value,
): [Value | null, (value: Value | null) => void] {
  const [value, setValue] = useState<Value | null>(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      return isValue(kept) ? kept : null
    } catch {
      return null
    }
  })
  const keep = (next: Value | null): void => {
    if (next === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(next))
    setValue(next)
  }
  return [value, keep]
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
