import { emptyCounter } from './counter-state.ts'
import type { Counter } from './counter-state.ts'
import type { Payment } from './pay-dialog.tsx'

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
  if (counter.lines.length === 0 && counter.member === undefined) localStorage.removeItem(key(company))
  else localStorage.setItem(key(company), JSON.stringify(counter))
}

/** A payment that was sent and not answered: the page was left, or the line broke. */
export type SentPayment = {
  readonly key: string
  readonly body: Readonly<Record<string, unknown>>
  readonly payment: Payment
}

const paymentKey = (company: string | undefined): string => `suanpan.counter.paying.${company ?? ''}`

export function sentPayment(company: string | undefined): SentPayment | null {
  try {
    return JSON.parse(localStorage.getItem(paymentKey(company)) ?? 'null') as SentPayment | null
  } catch {
    return null
  }
}

/** Kept before it is sent, forgotten with its answer; sent again it is the same payment. */
export function keepPayment(company: string | undefined, sent: SentPayment | null): void {
  if (sent === null) localStorage.removeItem(paymentKey(company))
  else localStorage.setItem(paymentKey(company), JSON.stringify(sent))
}

/** The shop that this till stands in. */
export function keptPlace(company: string | undefined): string {
  return localStorage.getItem(placeKey(company)) ?? ''
}

export function keepPlace(company: string | undefined, warehouse: string): void {
  localStorage.setItem(placeKey(company), warehouse)
}
