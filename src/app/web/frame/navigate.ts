import { useSyncExternalStore } from 'react'
import { history } from './history.ts'

export type Address = { readonly path: string; readonly search: URLSearchParams; readonly href: string }

/** Goes to an address inside the product. */
export function goTo(href: string, replace = false): void {
  if (replace) history.replace(href)
  else history.push(href)
}

let last: Address = addressOf(history.location.href)

function addressOf(href: string): Address {
  const [before = '/'] = href.split('#')
  const [path = '/', search = ''] = before.split('?')
  return { path: path.length > 1 ? path.replace(/\/+$/, '') : path, search: new URLSearchParams(search), href: before }
}

function currentAddress(): Address {
  const next = addressOf(history.location.href)
  if (next.href !== last.href) last = next
  return last
}

/** Where the browser is. */
export function useAddress(): Address {
  return useSyncExternalStore((listener) => history.subscribe(listener), currentAddress)
}
