import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'light' | 'dark' | 'system'
export type ThemeMode = 'light' | 'dark'

const storageKey = 'suanpan.theme'
const listeners = new Set<() => void>()

function readChoice(): ThemeChoice {
  const stored = globalThis.localStorage?.getItem(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function systemMode(): ThemeMode {
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The mode that is on the screen now. */
export function currentMode(): ThemeMode {
  const choice = readChoice()
  return choice === 'system' ? systemMode() : choice
}

/** Puts the chosen mode on the root element, where tokens.css reads it. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = currentMode()
}

/** Stores the choice of this person on this device and repaints. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, choice)
  applyTheme()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const media = globalThis.matchMedia('(prefers-color-scheme: dark)')
  const follow = (): void => {
    applyTheme()
    listener()
  }
  media.addEventListener('change', follow)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', follow)
  }
}

/** The mode on the screen and the way to change it. */
export function useTheme(): { mode: ThemeMode; choose: (choice: ThemeChoice) => void; toggle: () => void } {
  const mode = useSyncExternalStore(subscribe, currentMode, () => 'light' as const)
  return { mode, choose: chooseTheme, toggle: () => chooseTheme(mode === 'dark' ? 'light' : 'dark') }
}
