import { useSyncExternalStore } from 'react'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import './overlay.css'

export type ToastTone = 'info' | 'done' | 'warning' | 'error'
export type ToastAction = { label: string; onSelect: () => void }
type Toast = { id: number; tone: ToastTone; text: string; action?: ToastAction }

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id))
}

/** Says what happened. Errors stay until closed; the rest leave by themselves. */
export function showToast(tone: ToastTone, text: string, action?: ToastAction): void {
  const id = nextId
  nextId += 1
  publish([...toasts.slice(-3), { id, tone, text, action }])
  if (tone !== 'error') setTimeout(() => dismiss(id), action ? 8000 : 4000)
}

const icons = { info: 'info', done: 'check', warning: 'alert', error: 'alert' } as const

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Put once beside the shell. */
export function Toasts(): React.JSX.Element {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => toasts,
  )
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={`toast toast-${toast.tone}`} role={toast.tone === 'error' ? 'alert' : undefined}>
          <Icon name={icons[toast.tone]} />
          <span className="grow">{toast.text}</span>
          {toast.action ? (
            <button type="button" className="link-button" onClick={toast.action.onSelect}>
              {toast.action.label}
            </button>
          ) : null}
          <button type="button" className="toast-close" aria-label={t('close')} onClick={() => dismiss(toast.id)}>
            <Icon name="close" size={12} />
          </button>
        </div>
      ))}
    </div>
  )
}
