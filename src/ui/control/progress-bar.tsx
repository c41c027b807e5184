import './control.css'

/** The 2 px bar over old content that is being renewed; it is seen only if that lasts 300 ms. */
export function BusyBar({ busy }: { busy: boolean }): React.JSX.Element | null {
  return busy ? <div className="busy-bar" aria-hidden="true" /> : null
}

/** How much is done: 44 px in a cell. `percent` counts from 0 to 100. */
export function ProgressMark({ percent }: { percent: number }): React.JSX.Element {
  return (
    <span className="progress-mark" aria-hidden="true">
      <i style={{ width: `${Math.max(0, Math.min(100, percent))}%` }} />
    </span>
  )
}
