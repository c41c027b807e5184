import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { BusyBar } from '../control/progress-bar.tsx'
import { Checkbox } from '../control/checkbox.tsx'
import { t } from '../language.ts'
import { useLatest } from '../control/use-latest.ts'
import { useNarrow } from '../shell/use-narrow.ts'
import { useVirtualRows } from '../scroll/use-virtual-rows.ts'
import { nextSort, type CellValue, type ListColumn, type Sort } from './column.ts'
import { isSelected, selectRange, toggle, toggleLoaded, type Selection } from './selection.ts'
import { CardRow, cardHeight } from './card-rows.tsx'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { TableTotals } from './table-totals.tsx'
import { EmptyState, ErrorState, SkeletonRows } from './table-states.tsx'
import './data-table.css'

export type Density = 'compact' | 'standard' | 'roomy'

const rowHeights: Readonly<Record<Density, number>> = { compact: 28, standard: 32, roomy: 40 }
const headHeight = 32

export type DataTableProps<Row> = {
  label: string
  columns: readonly ListColumn<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** The address of a row's page, for links that open in a new window. */
  rowHref?: (row: Row) => string
  onOpen?: (row: Row) => void
  sort?: Sort | null
  onSort?: (sort: Sort | null) => void
  onReorder?: (key: string, before: string | null) => void
  selection?: Selection
  onSelect?: (selection: Selection) => void
  /** Totals over the whole result, by column key, and the words before them. */
  totals?: Readonly<Record<string, CellValue>>
  totalsLabel?: React.ReactNode
  density?: Density
  /** First load: nothing is known yet. */
  loading?: boolean
  /** Renewing: the old rows stay. */
  busy?: boolean
  error?: { message: string; reference?: string; onRetry?: () => void }
  empty?: { text: string; action?: React.ReactNode }
  /** Called near the end of the rows there are. */
  onNearEnd?: () => void
  rowTone?: (row: Row) => 'faint' | undefined
}

/** A long list: head, rows drawn as they come into sight, totals pinned at the foot. */
export function DataTable<Row>(props: DataTableProps<Row>): React.JSX.Element {
  const { columns, rows, rowId, selection, onSelect, density = 'standard', totals, onNearEnd } = props
  const phone = useNarrow(768)
  const rowHeight = phone ? cardHeight : rowHeights[density]
  const [place, setCursor] = useState(-1)
  const cursor = Math.min(place, rows.length - 1)
  const lastTouched = useRef<string | null>(null)
  const { attach, start, end, height, reveal } = useVirtualRows({
    count: rows.length,
    rowHeight,
    headHeight,
    footHeight: totals ? 32 : 0,
  })
  const ids = useMemo(() => rows.map(rowId), [rows, rowId])
  const selectable = selection !== undefined && onSelect !== undefined

  useEffect(() => {
    if (rows.length > 0 && end >= rows.length - 10) onNearEnd?.()
  }, [end, rows.length, onNearEnd])

  // Rows keep one handler for life, so that selecting one row redraws one row.
  const latest = useLatest({ selection, onSelect, ids })
  const touch = useCallback(
    (id: string, range: boolean): void => {
      const { selection: now, onSelect: give, ids: listed } = latest.current
      if (now === undefined || give === undefined) return
      const from = lastTouched.current
      give(range && from !== null ? selectRange(now, listed, from, id, isSelected(now, from)) : toggle(now, id))
      lastTouched.current = id
    },
    [latest],
  )
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(index, rows.length - 1))
    setCursor(next)
    reveal(next)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget && event.key !== 'Escape') return
    const row = rows[cursor]
    const page = Math.max(1, Math.floor(height / rowHeight) - 3)
    const jumps: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: rows.length - 1,
    }
    const jump = jumps[event.key]
    if (jump !== undefined) {
      const id = ids[Math.max(0, Math.min(jump, rows.length - 1))]
      if (event.shiftKey && id !== undefined) touch(id, lastTouched.current !== null)
      moveTo(jump)
    } else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row)
    else if (event.key === ' ' && row !== undefined) touch(rowId(row), event.shiftKey)
    else if (event.key === 'Escape' && selectable && (selection.all || selection.ids.size > 0))
      onSelect({ all: false, ids: new Set() })
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && selectable)
      onSelect({ all: false, ids: new Set(ids) })
    else return
    event.preventDefault()
  }

  const template = [
    selectable ? '44px' : '8px',
    ...columns.map((column) => (column.grow ? `minmax(${column.width}px, 1fr)` : `${column.width}px`)),
    '8px',
  ].join(' ')
  const least = columns.reduce((sum, column) => sum + column.width, selectable ? 52 : 16)
  const loadedState = selectable
    ? ids.length > 0 && ids.every((id) => isSelected(selection, id))
      ? true
      : ids.some((id) => isSelected(selection, id))
        ? 'some'
        : false
    : false

  return (
    <div
      className="table-area"
      style={
        {
          '--table-template': template,
          '--table-least': phone ? '0' : `${least}px`,
          '--table-row': `${rowHeight}px`,
        } as React.CSSProperties
      }
    >
      <BusyBar busy={props.busy === true} />
      <div
        ref={attach}
        className="table-scroller"
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-busy={props.loading || props.busy}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {phone ? null : (
          <TableHead
            columns={columns}
            sort={props.sort ?? null}
            onSort={props.onSort ? (key) => props.onSort?.(nextSort(props.sort ?? null, key)) : undefined}
            onReorder={props.onReorder}
            lead={
              selectable ? (
                <Checkbox
                  checked={loadedState}
                  label={t('list.selectLoaded')}
                  onChange={() => onSelect(toggleLoaded(selection, ids))}
                />
              ) : null
            }
          />
        )}
        {props.error ? <ErrorState {...props.error} /> : null}
        {props.loading ? <SkeletonRows columns={columns} /> : null}
        {!props.loading && !props.error && rows.length === 0 ? (
          <EmptyState text={props.empty?.text ?? t('list.empty')} action={props.empty?.action} />
        ) : null}
        <div className="table-body" role="rowgroup" style={{ height: rows.length * rowHeight }}>
          {rows.slice(start, end).map((row, offset) => {
            const index = start + offset
            const id = rowId(row)
            if (phone)
              return (
                <CardRow
                  key={id}
                  id={id}
                  row={row}
                  index={index}
                  columns={columns}
                  selectable={selectable}
                  selected={selectable && isSelected(selection, id)}
                  href={props.rowHref?.(row)}
                  onOpen={props.onOpen}
                  onTouch={touch}
                />
              )
            return (
              <TableRow
                key={id}
                id={id}
                row={row}
                index={index}
                columns={columns}
                selectable={selectable}
                selected={selectable && isSelected(selection, id)}
                current={index === cursor}
                tone={props.rowTone?.(row)}
                href={props.rowHref?.(row)}
                onOpen={props.onOpen}
                onTouch={touch}
                onCursor={setCursor}
              />
            )
          })}
        </div>
        {totals && !phone ? (
          <TableTotals columns={columns} totals={totals} label={props.totalsLabel ?? t('list.total')} />
        ) : null}
      </div>
    </div>
  )
}
