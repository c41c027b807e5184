import { useSyncExternalStore } from 'react'

let connected = true
const listeners = new Set<() => void>()

/** Told by each call whether the server answered. */
export function reportConnection(answered: boolean): void {
  if (connected === answered) return
  connected = answered
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const lost = (): void => reportConnection(false)
  const back = (): void => reportConnection(true)
  listeners.add(listener)
  globalThis.addEventListener('offline', lost)
  globalThis.addEventListener('online', back)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener('offline', lost)
    globalThis.removeEventListener('online', back)
  }
}

/** False while the server cannot be reached; the shell says so. */
export function useConnected(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => connected,
    () => true,
  )
}
