import { lazy, Suspense } from 'react'
import type { ChartData } from './chart-data.ts'
import './report.css'

const Chart = lazy(() => import('./chart.tsx').then((module) => ({ default: module.Chart })))

export type ChartPaneProps = {
  title: string
  data: ChartData
  height?: number
  note?: string
  onPick?: (index: number) => void
  bare?: boolean
}

export function Legend({ data }: { data: ChartData }): React.JSX.Element {
  return (
    <ul className="legend">
      {data.series.map((series) => (
        <li
          key={series.name}
          className={series.kind === 'bar' ? undefined : `is-${series.kind}`}
          style={{ '--mark': `var(--${series.colour})` } as React.CSSProperties}
        >
          {series.name}
        </li>
      ))}
    </ul>
  )
}

/** A chart over its table. The drawing code comes with the first chart that is shown; the place is kept meanwhile. */
export function ChartPane({ title, data, height = 128, note, onPick, bare }: ChartPaneProps): React.JSX.Element {
  return (
    <figure className={bare ? 'chart-pane is-bare' : 'chart-pane'}>
      <figcaption>
        <b>{title}</b>
        <span className="faint small">{[note, data.unit].filter(Boolean).join(' · ')}</span>
        {data.pie === true ? null : <Legend data={data} />}
      </figcaption>
      <Suspense fallback={<div style={{ height }} />}>
        <Chart data={data} height={height} label={title} onPick={onPick} />
      </Suspense>
    </figure>
  )
}
