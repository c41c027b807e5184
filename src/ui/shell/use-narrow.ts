import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window is narrower than so many pixels. */
export function useNarrow(width: number): boolean {
  const query = `(max-width: ${width - 0.02}px)`
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = globalThis.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => globalThis.matchMedia(query).matches,
    () => false,
  )
}
