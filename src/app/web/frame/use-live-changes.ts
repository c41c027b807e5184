import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Renews what is shown when someone else changed it: the server tells what changed, and the lists and reports ask again. */
export function useLiveChanges(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | undefined
    // Many changes in one breath, as an import makes, are one renewal.
    const onChange = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        void client.invalidateQueries({ queryKey: ['list'] })
        void client.invalidateQueries({ queryKey: ['report'] })
      }, 800)
    }
    stream.addEventListener('changed', onChange)
    stream.addEventListener('notice', () => void client.invalidateQueries({ queryKey: ['notices'] }))
    return () => {
      clearTimeout(timer)
      stream.close()
    }
  }, [client])
}
