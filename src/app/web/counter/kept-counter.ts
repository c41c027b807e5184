import { emptyCounter } from './counter-state.ts'
import type { Counter } from './counter-state.ts'

const key = (company: string | undefined): string => `suanpan.counter.${company ?? ''}`
const placeKey = (company: string | undefined): string => `suanpan.counter.place.${company ?? ''}`

/** What lay on the counter when the page was left or the power went. */
export function keptCounter(company: string | undefined): Counter {
  try {
    const kept = JSON.parse(localStorage.getItem(key(company)) ?? 'null') as Counter | null
    return kept !== null && Array.isArray(kept.lines) ? kept : emptyCounter
  } catch {
    return emptyCounter
  }
}

export function keepCounter(company: string | undefined, counter: Counter): void {
  if (counter.lines.length === 0) localStorage.removeItem(key(company))
  else localStorage.setItem(key(company), JSON.stringify(counter))
}

/** The shop that this till stands in. */
export function keptPlace(company: string | undefined): string {
  return localStorage.getItem(placeKey(company)) ?? ''
}

export function keepPlace(company: string | undefined, warehouse: string): void {
  localStorage.setItem(placeKey(company), warehouse)
}
