import './home.css'

export type DayBarsProps = {
  label: string
  /** Decimal texts, the last one is today. */
  values: readonly string[]
  height?: number
}

/** A fortnight in small bars, today dark. Plain divs: a phone need not load a chart for it. */
export function DayBars({ label, values, height = 96 }: DayBarsProps): React.JSX.Element {
  // Heights on the screen may be floats; nothing is computed with them.
  const heights = values.map(Number)
  const most = Math.max(1, ...heights)
  return (
    <div className="day-bars" style={{ height }} role="img" aria-label={label}>
      {heights.map((value, index) => (
        <i
          key={index}
          className={index === heights.length - 1 ? 'is-today' : undefined}
          style={{ height: `${Math.max(2, (value / most) * 100)}%` }}
        />
      ))}
    </div>
  )
}
