import { CellContent, cellClass } from './cell.tsx'
import type { CellValue, ListColumn } from './column.ts'

export type TableTotalsProps<Row> = {
  columns: readonly ListColumn<Row>[]
  totals: Readonly<Record<string, CellValue>>
  label: React.ReactNode
}

/** Totals of the whole result. The words take the room up to the first figure. */
export function TableTotals<Row>({ columns, totals, label }: TableTotalsProps<Row>): React.JSX.Element {
  const first = columns.findIndex((column) => totals[column.key] !== undefined)
  const lead = first <= 0 ? 1 : first
  return (
    <div className="table-totals" role="row">
      <div className="table-lead" />
      <div className="table-cell" role="gridcell" style={{ gridColumn: `span ${lead}` }}>
        {label}
      </div>
      {columns.slice(lead).map((column) => {
        const value = totals[column.key]
        const fixed: ListColumn<null> = {
          ...column,
          value: () => value,
          render: undefined,
          kind: column.kind === 'progress' ? 'text' : column.kind,
        }
        return (
          <div
            key={column.key}
            role="gridcell"
            className={column.kind === 'progress' ? 'table-cell is-end' : cellClass(fixed, null)}
          >
            {value === undefined ? null : <CellContent column={fixed} row={null} />}
          </div>
        )
      })}
    </div>
  )
}
