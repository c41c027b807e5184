import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { sameGoods } from './count-state.ts'
import type { Goods, PendingEntry, Sheet } from './count-state.ts'
import { keepEntries, keptEntries } from './kept-entries.ts'

const pauseBeforeRetry = 3000
const most = 200

export type CountSheet = {
  readonly sheet: Sheet | undefined
  readonly error: Error | null
  readonly pending: readonly PendingEntry[]
  readonly record: (line: Goods, kind: PendingEntry['kind'], quantity: string) => void
  readonly undo: () => void
  readonly reload: () => void
}

const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500)

/** The entries that a refusal names; all of them where it names none. */
function refusedOf(error: unknown, sent: readonly PendingEntry[]): readonly PendingEntry[] {
  const paths = error instanceof ApiProblem ? error.errors.map((one) => /^entries\.(\d+)\./.exec(one.path)?.[1]) : []
  const named = sent.filter((_entry, index) => paths.includes(String(index)))
  return named.length === 0 ? sent : named
}

function wordsOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.errors[0]?.message ?? error.message
  return error instanceof Error ? error.message : String(error)
}

/**
 * A sheet with what is counted on this device. Entries are kept here until the server has them; it records each once,
 * however often it is sent, so a weak line loses nothing and doubles nothing.
 */
export function useCountSheet(count: string): CountSheet {
  const client = useQueryClient()
  const key = ['count-sheet', count]
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<Sheet>('calls/count-sheet', { query: { count }, signal }),
    refetchInterval: 15_000,
  })
  const [pending, setPending] = useState<readonly PendingEntry[]>(() => keptEntries(count))
  const waiting = useRef(pending)
  const sending = useRef<Promise<void> | null>(null)
  const lastEntry = useRef<string | null>(null)
  /** Something is left to send: at once, or after a pause where the line was gone. */
  const [again, setAgain] = useState({ times: 0, pause: 0 })

  const put = useCallback(
    (entries: readonly PendingEntry[]): void => {
      waiting.current = entries
      keepEntries(count, entries)
      setPending(entries)
    },
    [count],
  )
  const sendNow = async (): Promise<void> => {
    const sent = waiting.current.slice(0, most).map((one): PendingEntry => ({ ...one, tried: true }))
    put([...sent, ...waiting.current.slice(most)])
    const without = (gone: readonly PendingEntry[]) => put(waiting.current.filter((one) => !gone.includes(one)))
    let pause = 0
    try {
      const entries = sent.map(({ at, tried: _, ...entry }) => ({ ...entry, ago: Math.max(Date.now() - at, 0) }))
      const sheet = await requestJson<Sheet>('calls/record-counts', {
        method: 'POST',
        body: { count, entries },
        once: true,
      })
      await client.cancelQueries({ queryKey: key })
      client.setQueryData(key, sheet)
      without(sent)
    } catch (error) {
      if (isPassing(error)) pause = pauseBeforeRetry
      else {
        without(refusedOf(error, sent))
        showToast('error', wordsOf(error))
      }
    } finally {
      sending.current = null
      if (waiting.current.length > 0) setAgain(({ times }) => ({ times: times + 1, pause }))
    }
  }
  const send = async (): Promise<void> => {
    if (sending.current !== null || waiting.current.length === 0) return
    sending.current = sendNow()
    await sending.current
  }
  const latest = useLatest(send)
  useEffect(() => {
    const go = (): void => void latest.current()
    go()
    globalThis.addEventListener('online', go)
    return () => globalThis.removeEventListener('online', go)
  }, [latest])
  useEffect(() => {
    if (again.times === 0) return undefined
    const timer = setTimeout(() => void latest.current(), again.pause)
    return () => clearTimeout(timer)
  }, [again, latest])

  /** What is on its way is waited for: until it has arrived, the sheet here names an entry before it as the last. */
  const undo = async (): Promise<void> => {
    await sending.current
    const unsent = waiting.current.findLast((one) => one.undone !== true)
    if (unsent !== undefined) {
      const others = waiting.current.filter((one) => one !== unsent)
      put(unsent.tried === true ? [...others, { ...unsent, undone: true }] : others)
      lastEntry.current = unsent.after
      return
    }
    const last = client.getQueryData<Sheet>(key)?.last
    if (last === null || last === undefined) return
    try {
      const body = { count, entry: last.id }
      client.setQueryData(key, await requestJson<Sheet>('calls/undo-count', { method: 'POST', body }))
    } catch (error) {
      showToast('error', wordsOf(error))
    }
  }
  return {
    sheet: query.data,
    error: query.error,
    pending,
    record: ({ item, lot, bin }, kind, quantity) => {
      const entry = {
        id: crypto.randomUUID(),
        item,
        lot,
        bin,
        kind,
        quantity,
        at: Date.now(),
        after: lastEntry.current,
      }
      lastEntry.current = entry.id
      // A figure that says the whole makes what was typed before it here needless.
      const before =
        kind === 'set' && sending.current === null
          ? waiting.current.filter((one) => one.tried === true || !sameGoods(one, entry))
          : waiting.current
      put([...before, entry])
      void send()
    },
    undo: () => void undo(),
    reload: () => void query.refetch(),
  }
}
