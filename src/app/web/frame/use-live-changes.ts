import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Renewals follow each other no faster than this; the first after a rest comes at once. */
const restMilliseconds = 1500
/** Changes that come in one breath are one renewal. */
const breathMilliseconds = 80

/** Renews what is shown when someone else changed it: the server tells what changed, and the lists and reports ask again. */
export function useLiveChanges(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | undefined
    let renewedAt = 0
    const renew = (): void => {
      timer = undefined
      renewedAt = performance.now()
      void client.invalidateQueries({ queryKey: ['list'] })
      void client.invalidateQueries({ queryKey: ['report'] })
    }
    // An import makes many changes: it is followed by a renewal now and then, and one after its end.
    const onChange = (): void => {
      const wait = Math.max(renewedAt + restMilliseconds - performance.now(), breathMilliseconds)
      timer ??= setTimeout(renew, wait)
    }
    stream.addEventListener('changed', onChange)
    // A form was shaped anew: what stands on it, in lists and menus follows.
    stream.addEventListener('shape', () => void client.invalidateQueries({ queryKey: ['catalogue'] }))
    stream.addEventListener('notice', () => void client.invalidateQueries({ queryKey: ['notices'] }))
    return () => {
      clearTimeout(timer)
      stream.close()
    }
  }, [client])
}
