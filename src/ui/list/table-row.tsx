import { memo } from 'react'
import { Checkbox } from '../control/checkbox.tsx'
import { t } from '../language.ts'
import { CellContent, cellClass } from './cell.tsx'
import type { ListColumn } from './column.ts'

export type TableRowProps<Row> = {
  id: string
  row: Row
  index: number
  columns: readonly ListColumn<Row>[]
  selectable: boolean
  selected: boolean
  current: boolean
  tone?: 'faint'
  href?: string
  onOpen?: (row: Row) => void
  onTouch: (id: string, range: boolean) => void
  onCursor: (index: number) => void
}

function isShift(event: React.SyntheticEvent): boolean {
  return 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true
}

function PlainTableRow<Row>(props: TableRowProps<Row>): React.JSX.Element {
  const { id, row, index, columns, selectable, selected, current, tone, href, onOpen, onTouch, onCursor } = props
  const classes = ['table-row', selected ? 'is-selected' : '', current ? 'is-current' : '', tone ?? '']
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      style={{ top: `calc(${index} * var(--table-row))` }}
      onPointerDown={() => onCursor(index)}
      onDoubleClick={onOpen ? () => onOpen(row) : undefined}
    >
      <div className="table-lead" role="gridcell">
        {selectable ? (
          <Checkbox
            checked={selected}
            label={t('list.selectRow', { row: index + 1 })}
            onChange={(_, event) => onTouch(id, isShift(event))}
          />
        ) : null}
      </div>
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={cellClass(column, row)}>
          <CellContent column={column} row={row} href={href} onOpen={onOpen ? () => onOpen(row) : undefined} />
        </div>
      ))}
    </div>
  )
}

/** Redrawn only when what it shows changes; pass a steady `onOpen`. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow
