import { Keys } from '../control/button.tsx'
import { Icon } from '../icons/icon.tsx'
import type { Issue } from '../field/field.ts'

export type StatusLineProps = {
  /** The first problem, or what the cursor's cell says. */
  issue?: Issue | null
  onIssue?: () => void
  hint?: string
  /** 制单 陈嘉禾 01-15 09:12 */
  signatures?: readonly { label: string; text: string }[]
  keys?: readonly { keys: string; label: string }[]
  end?: React.ReactNode
}

/** The last line of a document: what is wrong, who did what, which keys help. It has its place in every state. */
export function StatusLine({
  issue,
  onIssue,
  hint,
  signatures = [],
  keys = [],
  end,
}: StatusLineProps): React.JSX.Element {
  return (
    <footer className="status-line">
      <span className="status-issue" aria-live="polite">
        {issue ? (
          <button type="button" className={issue.level === 'error' ? 'is-negative' : 'is-warning'} onClick={onIssue}>
            <Icon name="alert" size={14} />
            {issue.message}
          </button>
        ) : hint ? (
          <span>
            <Icon name="info" size={14} />
            {hint}
          </span>
        ) : null}
      </span>
      {signatures.map((one) => (
        <span key={one.label}>
          <span className="faint">{one.label}</span> {one.text}
        </span>
      ))}
      <span className="status-end">
        {keys.map((one) => (
          <span key={one.keys}>
            <Keys>{one.keys}</Keys> {one.label}
          </span>
        ))}
        {end}
      </span>
    </footer>
  )
}
