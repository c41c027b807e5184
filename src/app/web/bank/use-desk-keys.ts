import { useEffect } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'
import type { Side } from './bank-data.ts'

/** Where the keys are. */
export type Place = { readonly side: Side; readonly at: number }

type Keys = {
  readonly place: Place
  readonly counts: Readonly<Record<Side, number>>
  readonly onGo: (place: Place) => void
  readonly onTick: () => void
  readonly onConfirm: () => void
}

const within = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null

/** Where letters and arrows mean something of their own. */
const isTyping = (target: EventTarget | null): boolean =>
  within(target, 'dialog, select, textarea') || (target instanceof HTMLInputElement && target.type !== 'checkbox')

/** Space and Enter press what has the focus; the arrows take the focus off it. */
const presses = (event: KeyboardEvent): boolean =>
  [' ', 'Enter'].includes(event.key) && within(event.target, 'button, a')

/** Arrows move on the desk, space ticks, Enter confirms: a month is worked through without the mouse. */
export function useDeskKeys(active: boolean, keys: Keys): void {
  const latest = useLatest(keys)
  useEffect(() => {
    if (!active) return undefined
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || presses(event) || event.ctrlKey || event.metaKey || event.altKey) return
      const { place, counts, onGo, onTick, onConfirm } = latest.current
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) onGo({ ...place, at: Math.max(0, Math.min(counts[place.side] - 1, place.at + step)) })
      else if (event.key === 'ArrowRight' && counts.movements > 0)
        onGo({ side: 'movements', at: Math.min(place.at, counts.movements - 1) })
      else if (event.key === 'ArrowLeft' && counts.lines > 0)
        onGo({ side: 'lines', at: Math.min(place.at, counts.lines - 1) })
      else if (event.key === ' ') onTick()
      else if (event.key === 'Enter') onConfirm()
      else return
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active, latest])
}
