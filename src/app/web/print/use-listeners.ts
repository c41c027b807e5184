import { useEffect, useRef } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'

type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }

const names = ['keydown', 'pointermove', 'pointerup', 'pointercancel', 'dragover', 'drop'] as const

/**
 * Listens to what happens within an element. Its parts are the controls, with roles of their own; the element itself is none, and
 * hears only what they let through.
 */
export function useListeners<Element extends HTMLElement>(listeners: Listeners): React.RefObject<Element | null> {
  const element = useRef<Element>(null)
  const latest = useLatest(listeners)
  useEffect(() => {
    const heard = element.current
    if (heard === null) return undefined
    const hear = <Name extends (typeof names)[number]>(name: Name): (() => void) => {
      const listen = (event: HTMLElementEventMap[Name]): void => latest.current[name]?.(event)
      heard.addEventListener(name, listen)
      return () => heard.removeEventListener(name, listen)
    }
    const ends = names.map((name) => hear(name))
    return () => ends.forEach((end) => end())
  }, [latest])
  return element
}
