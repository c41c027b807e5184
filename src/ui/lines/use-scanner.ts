import { useEffect, useRef } from 'react'
import { followKey, noBurst } from './scan-burst.ts'

/**
 * Hears a wedge scanner anywhere on the page, except while a person types in a field outside `root`. The Enter that ends
 * the burst goes no further.
 */
export function useScanner(
  root: React.RefObject<HTMLElement | null>,
  onCode: ((code: string) => void) | undefined,
): void {
  const burst = useRef(noBurst)
  useEffect(() => {
    if (onCode === undefined) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target
      const elsewhere =
        target instanceof Element &&
        target.matches('input, textarea, select, [contenteditable]') &&
        !root.current?.contains(target)
      if (elsewhere) return
      const step = followKey(burst.current, event.key, event.timeStamp)
      burst.current = step.burst
      if (step.code === null) return
      event.preventDefault()
      event.stopPropagation()
      onCode(step.code)
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [onCode, root])
}
