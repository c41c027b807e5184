import { useSyncExternalStore } from 'react'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'

/** A newer program is there: whoever works takes it when it suits them. */
function tellUpdate(waiting: ServiceWorker): void {
  showToast('info', t('shell.update'), {
    label: t('shell.updateNow'),
    onSelect: () => waiting.postMessage('take over', {}),
  })
}

function watchUpdates(registration: ServiceWorkerRegistration): void {
  if (registration.waiting !== null) tellUpdate(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // The first one of a device replaces nothing.
      if (installing.state === 'installed' && navigator.serviceWorker.controller !== null) tellUpdate(installing)
    })
  })
  setInterval(() => void registration.update().catch(() => undefined), 30 * 60_000)
}

/** Keeps the program on this device, where the browser can (over an encrypted line) and the program was built. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator) || document.querySelector('script[src^="/assets/"]') === null) return
  const { serviceWorker } = navigator
  const isFirst = serviceWorker.controller === null
  let reloads = false
  serviceWorker.addEventListener('controllerchange', () => {
    if (isFirst || reloads) return
    reloads = true
    location.reload()
  })
  serviceWorker.register('/service-worker.js').then(watchUpdates, () => undefined)
}

/** What the browser hands over when the program can be installed. */
type InstallEvent = Event & { readonly prompt: () => Promise<unknown> }

let offered: InstallEvent | null = null
const listeners = new Set<() => void>()

function offer(next: InstallEvent | null): void {
  offered = next
  for (const listener of listeners) listener()
}

function isInstallEvent(event: Event): event is InstallEvent {
  return 'prompt' in event
}

globalThis.addEventListener('beforeinstallprompt', (event) => {
  if (!isInstallEvent(event)) return
  event.preventDefault()
  offer(event)
})
globalThis.addEventListener('appinstalled', () => offer(null))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts the program among the device's own; null where the browser does not offer it or it is there already. */
export function useInstall(): (() => void) | null {
  const event = useSyncExternalStore(
    subscribe,
    () => offered,
    () => null,
  )
  return event === null ? null : () => void event.prompt().finally(() => offer(null))
}
