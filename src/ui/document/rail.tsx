import './document.css'

export type RailSectionProps = { title: string; aside?: React.ReactNode; children: React.ReactNode }

export function RailSection({ title, aside, children }: RailSectionProps): React.JSX.Element {
  return (
    <section className="rail-section">
      <h3>
        <span className="clip">{title}</span>
        {aside ? <span className="rail-aside">{aside}</span> : null}
      </h3>
      {children}
    </section>
  )
}

export type RailFigure = { label: string; value: string; tone?: 'warning' | 'negative' | 'faint'; small?: boolean }

export function RailFigures({ figures }: { figures: readonly RailFigure[] }): React.JSX.Element {
  return (
    <dl>
      {figures.map((figure) => (
        <div key={figure.label} className={figure.small ? 'rail-figure small' : 'rail-figure'}>
          <dt>{figure.label}</dt>
          <dd className={figure.tone === 'faint' ? 'faint' : figure.tone ? `is-${figure.tone}` : undefined}>
            {figure.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Figures side by side under their names: 现存 可用 在途 待发 冻结. */
export function RailColumns({ figures }: { figures: readonly { label: string; value: string }[] }): React.JSX.Element {
  return (
    <dl className="rail-columns" style={{ gridTemplateColumns: `repeat(${figures.length}, 1fr)` }}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className={figure.value === '0' ? 'faint' : undefined}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How much of a limit is used, and how much this document takes; parts of 100. */
export function Meter({
  used,
  taking = 0,
  label,
}: {
  used: number
  taking?: number
  label: string
}): React.JSX.Element {
  return (
    <div
      className="meter"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(used + taking)}
    >
      <i style={{ width: `${Math.min(100, used)}%` }} />
      <i style={{ width: `${Math.max(0, Math.min(100 - used, taking))}%` }} />
    </div>
  )
}

export type RailTableProps = { head: readonly { label: string; end?: boolean }[]; rows: readonly (readonly string[])[] }

export function RailTable({ head, rows }: RailTableProps): React.JSX.Element {
  return (
    <table className="rail-table">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell.label} className={cell.end ? 'num' : undefined}>
              {cell.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, index) => (
              <td key={head[index]?.label} className={head[index]?.end ? 'num' : 'muted'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type RailStep = { label: string; text: string; at?: string; done: boolean }

/** The way of a document: made, reviewed, booked. */
export function RailSteps({ steps }: { steps: readonly RailStep[] }): React.JSX.Element {
  return (
    <ol className="rail-steps">
      {steps.map((step) => (
        <li key={step.label} className={step.done ? 'is-done' : undefined}>
          <span>{step.label}</span>
          <span className="muted grow">{step.text}</span>
          <span className="faint small">{step.at}</span>
        </li>
      ))}
    </ol>
  )
}
