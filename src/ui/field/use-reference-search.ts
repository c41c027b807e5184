import { useEffect, useRef, useState } from 'react'
import type { ReferenceSource, SearchResult } from './field.ts'

export type SearchState = { readonly result: SearchResult; readonly busy: boolean; readonly failed: string | null }

const nothing: SearchResult = { rows: [] }

/** Asks the source while a person types: waits a moment, drops answers that came too late, keeps the old rows meanwhile. */
export function useReferenceSearch(source: ReferenceSource | undefined, query: string, open: boolean): SearchState {
  const [state, setState] = useState<SearchState>({ result: nothing, busy: false, failed: null })
  const first = useRef(true)
  useEffect(() => {
    if (!open || source === undefined) {
      first.current = true
      setState({ result: nothing, busy: false, failed: null })
      return
    }
    const abort = new AbortController()
    setState((was) => ({ ...was, busy: true }))
    const timer = setTimeout(
      () => {
        source.search(query, abort.signal).then(
          (result) => {
            if (!abort.signal.aborted) setState({ result, busy: false, failed: null })
          },
          (error: unknown) => {
            if (!abort.signal.aborted)
              setState({ result: nothing, busy: false, failed: error instanceof Error ? error.message : String(error) })
          },
        )
      },
      first.current ? 0 : 120,
    )
    first.current = false
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [source, query, open])
  return state
}
