import { useEffect, useState } from 'react'
import './control.css'

/** True once `busy` has lasted as long as a person notices. */
export function useSlow(busy: boolean, after = 300): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) {
      setSlow(false)
      return
    }
    const timer = setTimeout(() => setSlow(true), after)
    return () => clearTimeout(timer)
  }, [busy, after])
  return slow
}

/** The 2 px bar over old content that is being renewed. */
export function BusyBar({ busy }: { busy: boolean }): React.JSX.Element | null {
  return useSlow(busy) ? <div className="busy-bar" role="progressbar" aria-label="loading" /> : null
}

/** How much is done: 44 px in a cell. `percent` counts from 0 to 100. */
export function ProgressMark({ percent }: { percent: number }): React.JSX.Element {
  return (
    <span className="progress-mark" aria-hidden="true">
      <i style={{ width: `${Math.max(0, Math.min(100, percent))}%` }} />
    </span>
  )
}
