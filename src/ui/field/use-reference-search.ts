import { useEffect, useState } from 'react'
import type { ReferenceSource, SearchResult } from './field.ts'

export type SearchState = { readonly result: SearchResult; readonly busy: boolean; readonly failed: string | null }

type Answer = {
  readonly source: ReferenceSource
  readonly query: string
  readonly result: SearchResult
  readonly failed: string | null
}

const nothing: SearchResult = { rows: [] }

/** Asks the source while a person types: waits a moment, drops answers that came too late, keeps the old rows meanwhile. */
export function useReferenceSearch(source: ReferenceSource | undefined, query: string, open: boolean): SearchState {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (!open || source === undefined) return undefined
    const abort = new AbortController()
    const take = (result: SearchResult, failed: string | null): void => {
      if (!abort.signal.aborted) setAnswer({ source, query, result, failed })
    }
    const timer = setTimeout(
      () => {
        source.search(query, abort.signal).then(
          (result) => take(result, null),
          (error: unknown) => take(nothing, error instanceof Error ? error.message : String(error)),
        )
      },
      query === '' ? 0 : 120,
    )
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [source, query, open])
  const mine = open && answer !== null && answer.source === source ? answer : null
  const busy = open && source !== undefined && mine?.query !== query
  return { result: mine?.result ?? nothing, busy, failed: mine?.failed ?? null }
}
