import { useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { isEndAligned, type ListColumn, type Sort } from './column.ts'

export type TableHeadProps<Row> = {
  columns: readonly ListColumn<Row>[]
  sort: Sort | null
  onSort?: (key: string) => void
  onReorder?: (key: string, before: string | null) => void
  lead: React.ReactNode
}

/** Heads sort by click and are reordered by dragging one onto another. */
export function TableHead<Row>({ columns, sort, onSort, onReorder, lead }: TableHeadProps<Row>): React.JSX.Element {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  return (
    <div className="table-head" role="row" aria-rowindex={1}>
      <div className="table-lead" role="columnheader">
        {lead}
      </div>
      {columns.map((column) => {
        const sorted = sort?.key === column.key ? sort : null
        const classes = [
          'table-head-cell',
          isEndAligned(column.kind) ? 'is-end' : '',
          over === column.key && dragged !== column.key ? 'is-over' : '',
        ]
        return (
          <div
            key={column.key}
            role="columnheader"
            tabIndex={-1}
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
            className={classes.filter(Boolean).join(' ')}
            draggable={onReorder !== undefined}
            onDragStart={() => setDragged(column.key)}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(column.key)
            }}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
            onDrop={() => dragged !== null && onReorder?.(dragged, column.key)}
          >
            {onSort && column.sortable ? (
              <button type="button" className="table-sort" onClick={() => onSort(column.key)}>
                <span className="clip">{column.label}</span>
                {sorted ? <Icon name={sorted.descending ? 'arrowDown' : 'arrowUp'} size={12} /> : null}
              </button>
            ) : (
              <span className="clip">{column.label}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
