import { useMemo, useState } from 'react'
import { unfoldedRows, type ReportRow } from './report-table-model.ts'

export type Folding = {
  /** The rows to draw: all but the totals and what is folded away. */
  readonly body: readonly ReportRow[]
  readonly totals: readonly ReportRow[]
  readonly isFolded: (row: ReportRow) => boolean
  readonly fold: (row: ReportRow) => void
}

/** The rows of a report with groups that fold. */
export function useFolding(rows: readonly ReportRow[]): Folding {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const body = useMemo(
    () =>
      unfoldedRows(
        rows.filter((row) => row.kind !== 'total'),
        folded,
      ),
    [rows, folded],
  )
  const totals = useMemo(() => rows.filter((row) => row.kind === 'total'), [rows])
  const fold = ({ key }: ReportRow): void =>
    setFolded((was) => {
      const next = new Set(was)
      if (!next.delete(key)) next.add(key)
      return next
    })
  return { body, totals, isFolded: ({ key }) => folded.has(key), fold }
}
