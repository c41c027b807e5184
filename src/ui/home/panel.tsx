import { Tag, type TagTone } from '../control/button.tsx'
import { Icon } from '../icons/icon.tsx'
import { Go } from '../shell/navigation.tsx'
import './home.css'

export type PanelProps = {
  title: string
  note?: React.ReactNode
  more?: { label: string; path: string }
  children: React.ReactNode
  wide?: boolean
}

/** A region of the home page: a title, a link to the whole of it, and no box around. */
export function Panel({ title, note, more, children, wide }: PanelProps): React.JSX.Element {
  return (
    <section className={wide ? 'panel is-wide' : 'panel'}>
      <header>
        <h2>{title}</h2>
        {note ? <span className="faint small">{note}</span> : null}
        {more ? (
          <Go to={more.path} className="panel-more">
            {more.label}
          </Go>
        ) : null}
      </header>
      {children}
    </section>
  )
}

export type TaskEntry = {
  key: string
  type: string
  title: string
  amount?: string
  number: string
  by?: string
  path: string
  warning?: string
  at?: string
}

/** Documents that wait for this person. */
export function TaskList({ tasks, empty }: { tasks: readonly TaskEntry[]; empty: string }): React.JSX.Element {
  if (tasks.length === 0) return <p className="panel-empty">{empty}</p>
  return (
    <ul className="task-list">
      {tasks.map((task) => (
        <li key={task.key}>
          <div className="task-line">
            <span className="faint task-type">{task.type}</span>
            <b className="clip grow">{task.title}</b>
            <b>{task.amount}</b>
          </div>
          <div className="task-line is-quiet">
            <Go to={task.path}>{task.number}</Go>
            <span>{task.by}</span>
            <span className="grow" />
            {task.warning ? <span className="is-warning clip">{task.warning}</span> : <span>{task.at}</span>}
          </div>
        </li>
      ))}
    </ul>
  )
}

export type AlertEntry = { key: string; kind: string; tone: TagTone; title: string; value: string; path: string }

/** What needs a look: each line leads to the list behind it. */
export function AlertList({ alerts, empty }: { alerts: readonly AlertEntry[]; empty: string }): React.JSX.Element {
  if (alerts.length === 0) return <p className="panel-empty">{empty}</p>
  return (
    <ul className="alert-list">
      {alerts.map((alert) => (
        <li key={alert.key}>
          <Go to={alert.path}>
            <Tag tone={alert.tone}>{alert.kind}</Tag>
            <span className="grow clip">{alert.title}</span>
            <span className="muted">{alert.value}</span>
            <Icon name="chevronRight" size={14} />
          </Go>
        </li>
      ))}
    </ul>
  )
}

export type AgePart = { label: string; value: string; share: number }

/** Receivables by age: one bar from calm to cinnabar, the figures below it. Shares are parts of 100. */
export function AgeBar({ parts, label }: { parts: readonly AgePart[]; label: string }): React.JSX.Element {
  return (
    <div className="age">
      <div
        className="age-bar"
        role="img"
        aria-label={`${label}: ${parts.map((part) => `${part.label} ${part.value}`).join(', ')}`}
      >
        {parts.map((part, index) => (
          <i key={part.label} style={{ width: `${part.share}%`, background: `var(--age-${index + 1})` }} />
        ))}
      </div>
      <dl style={{ gridTemplateColumns: `repeat(${parts.length}, 1fr)` }}>
        {parts.map((part, index) => (
          <div key={part.label} style={{ '--mark': `var(--age-${index + 1})` } as React.CSSProperties}>
            <dt>{part.label}</dt>
            <dd>{part.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

export type SmallTableColumn = { key: string; label: string; end?: boolean; tone?: 'muted' | 'is-warning' | 'faint' }

/** A short ranking: no paging, no sorting. A `share` of 100 draws a bar behind the figure of that column. */
export function SmallTable({
  columns,
  rows,
  share,
}: {
  columns: readonly SmallTableColumn[]
  rows: readonly { key: string; path?: string; cells: Readonly<Record<string, string>>; share?: number }[]
  share?: string
}): React.JSX.Element {
  return (
    <table className="small-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} className={column.end ? 'num' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map((column, index) => (
              <td key={column.key} className={`${column.end ? 'num' : 'clip'} ${column.tone ?? ''}`}>
                {index === 0 && row.path ? <Go to={row.path}>{row.cells[column.key]}</Go> : row.cells[column.key]}
                {share === column.key && row.share !== undefined ? (
                  <span className="share">
                    <i style={{ width: `${row.share}%` }} />
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
