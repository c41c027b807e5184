import { useEffect, useMemo, useRef, useState } from 'react'
import type { Reference } from '../field/field.ts'
import { t } from '../language.ts'
import { addDecimalTexts, formatDecimalText } from '../number/decimal-text.ts'
import { useNarrow } from '../shell/use-narrow.ts'
import { useVirtualRows } from '../scroll/use-virtual-rows.ts'
import { CellEditor } from './cell-editor.tsx'
import { layoutColumns } from './column-layout.ts'
import { GridRow } from './grid-row.tsx'
import { selectedBlock } from './grid-state.ts'
import { LineCards } from './line-cards.tsx'
import type { ScanTarget } from './scan-line.ts'
import type { Line, LineChange, LineColumn, LineIssues } from './line.ts'
import { useLinesGrid } from './use-lines-grid.ts'
import { SerialsDialog } from './serials-dialog.tsx'
import { useScannedLines } from './use-scanned-lines.ts'
import { useScanner } from './use-scanner.ts'
import './lines-grid.css'

const rowHeight = 32
const headHeight = 30

export type LinesGridProps = {
  lines: readonly Line[]
  columns: readonly LineColumn[]
  onChange?: (changes: readonly LineChange[]) => void
  readOnly?: boolean
  growable?: boolean
  issues?: LineIssues
  today: string
  scan?: ScanTarget
  label: string
  /** Empty rows drawn under the last line, at least; they also fill the space there is. */
  leastRows?: number
  /** Follows the cursor: the rail and the status line read it. */
  onCursor?: (line: Line | null, column: LineColumn | null) => void
  /** Follows the row highlighted in an open picker, and of which source it is. */
  onHighlight?: (reference: Reference | null, source: string | undefined) => void
}

function totalText(column: LineColumn, lines: readonly Line[]): string {
  if (column.total === undefined) return ''
  if (column.total !== 'sum') return column.total.text
  const texts = lines.map((line) => line.values[column.key])
  return formatDecimalText(addDecimalTexts(texts.filter((text) => typeof text === 'string')), {
    ...column.decimal,
    blankZero: true,
  })
}

function GridHead({ columns }: { columns: readonly LineColumn[] }): React.JSX.Element {
  return (
    <div className="lines-head" role="row" aria-rowindex={1}>
      <div role="columnheader" className="lines-number">
        <span className="sr-only">{t('lines.number')}</span>
      </div>
      {columns.map((column) => (
        <div
          key={column.key}
          role="columnheader"
          title={column.about}
          className={`lines-head-cell ${column.align === 'end' || (column.kind === 'decimal' && column.align === undefined) ? 'is-end' : ''} ${column.required && !column.readOnly ? 'is-required' : ''}`}
        >
          {column.label}
        </div>
      ))}
    </div>
  )
}

function GridTotals({ columns, lines }: { columns: readonly LineColumn[]; lines: readonly Line[] }): React.JSX.Element {
  const texts = useMemo(() => columns.map((column) => totalText(column, lines)), [columns, lines])
  return (
    <div className="lines-totals" role="row">
      <div className="lines-number" />
      {columns.map((column, index) => (
        <div key={column.key} role="gridcell" className={index === 0 ? 'lines-cell' : 'lines-cell is-end'}>
          {index === 0 ? (
            <>
              {t('lines.total')}
              <span className="lines-count">{t('lines.count', { count: lines.length })}</span>
            </>
          ) : (
            texts[index]
          )}
        </div>
      ))}
    </div>
  )
}

/** The height the sheet takes of the room there is: whole rows only, so that none is cut by the totals. */
function useWholeRows(root: React.RefObject<HTMLElement | null>): number | null {
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const element = root.current
    if (element === null) return undefined
    const measure = (): void => {
      const frame = headHeight + rowHeight + 2
      setHeight(frame + Math.max(3, Math.floor((element.clientHeight - frame) / rowHeight)) * rowHeight)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [root])
  return height
}

const ignore = (): void => undefined

/** The lines of a document: a sheet with a keyboard, on a phone cards. */
export function LinesGrid(props: LinesGridProps): React.JSX.Element {
  return useNarrow(768) ? <LineCards {...props} /> : <LinesSheet {...props} />
}

/** Enter goes right then down, blocks come and go by the clipboard, scans add up. */
function LinesSheet(props: LinesGridProps): React.JSX.Element {
  const { lines, columns, readOnly = false, label, leastRows = 0, onCursor, onHighlight } = props
  const growable = props.growable ?? !readOnly
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const dragging = useRef(false)
  const [focused, setFocused] = useState(false)
  const sheetHeight = useWholeRows(root)
  const { attach, start, end, width, height, reveal } = useVirtualRows({
    count: lines.length,
    rowHeight,
    headHeight,
    footHeight: rowHeight,
  })
  const layout = useMemo(() => layoutColumns(columns, width), [columns, width])
  const room = Math.max(0, height - headHeight - rowHeight)
  const grid = useLinesGrid({
    ...props,
    readOnly,
    growable,
    onChange: props.onChange ?? ignore,
    pageRows: Math.max(1, Math.floor(room / rowHeight) - 1),
  })
  const { state } = grid
  const line = lines[state.row]
  const column = columns[state.column]

  const { goTo } = grid
  const scanned = useScannedLines({
    lines,
    columns,
    scan: props.scan,
    onChange: props.onChange,
    onRow: (row) =>
      goTo(
        row,
        Math.max(
          0,
          columns.findIndex((one) => one.key === props.scan?.quantity),
        ),
      ),
  })
  useScanner(root, props.scan && !readOnly ? scanned : undefined)
  useEffect(() => {
    reveal(state.row)
  }, [state.row, reveal])
  useEffect(() => onCursor?.(line ?? null, column ?? null), [line, column, onCursor])

  const cellAt = (target: EventTarget): { row: number; column: number } | null => {
    if (!(target instanceof Element)) return null
    const row = target.closest<HTMLElement>('[data-row]')?.dataset.row
    const place = target.closest<HTMLElement>('[data-column]')?.dataset.column
    return row === undefined ? null : { row: Number(row), column: place === undefined ? -1 : Number(place) }
  }

  const onPointerDown = (event: React.PointerEvent): void => {
    if (event.target === input.current && state.editing) return
    const onFrame = event.target === input.current
    const cell = onFrame ? { row: state.row, column: state.column } : cellAt(event.target)
    if (cell === null) return
    event.preventDefault()
    input.current?.focus({ preventScroll: true })
    if (onFrame) grid.startEditing(null)
    else if (cell.column < 0) {
      grid.goTo(cell.row, columns.length - 1)
      grid.goTo(cell.row, 0, true)
    } else grid.goTo(cell.row, cell.column, event.shiftKey)
    dragging.current = !onFrame && cell.column >= 0
  }

  const onPointerMove = (event: React.PointerEvent): void => {
    if (!dragging.current || event.buttons !== 1) return
    const under = document.elementFromPoint(event.clientX, event.clientY)
    const cell = under === null ? null : cellAt(under)
    if (cell !== null && cell.column >= 0 && (cell.row !== state.row || cell.column !== state.column))
      grid.goTo(cell.row, cell.column, true)
  }

  const block = selectedBlock(state)
  const several = block.top !== block.bottom || block.left !== block.right
  const fillers = Math.max(leastRows - lines.length, Math.ceil(room / rowHeight) - lines.length, 0)
  const bodyHeight = Math.max(lines.length, leastRows) * rowHeight
  const shown = lines.slice(start, end)

  return (
    <div
      ref={root}
      className={`lines ${readOnly ? 'is-read-only' : ''}`}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      style={{ '--lines-template': layout.template, '--lines-width': `${layout.total}px` } as React.CSSProperties}
    >
      <div
        ref={attach}
        className="lines-scroller"
        style={sheetHeight === null ? undefined : { height: sheetHeight }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (dragging.current = false)}
      >
        <GridHead columns={columns} />
        <div className="lines-body" style={{ height: bodyHeight, minHeight: room }} role="rowgroup">
          {shown.map((one, offset) => (
            <GridRow
              key={one.key}
              line={one}
              index={start + offset}
              columns={columns}
              issues={grid.issues.get(one.key)}
              current={start + offset === state.row && (focused || onCursor !== undefined)}
              top={(start + offset) * rowHeight}
            />
          ))}
          <Fillers
            count={fillers}
            from={lines.length}
            columns={columns.length}
            onAppend={growable ? grid.append : undefined}
            input={input}
          />
          {several && focused ? (
            <div
              className="lines-block"
              style={{
                left: layout.lefts[block.left],
                top: block.top * rowHeight,
                width:
                  (layout.lefts[block.right] ?? 0) +
                  (layout.widths[block.right] ?? 0) -
                  (layout.lefts[block.left] ?? 0),
                height: (block.bottom - block.top + 1) * rowHeight,
              }}
            />
          ) : null}
          {column === undefined || lines.length === 0 ? null : (
            <CellEditor
              grid={grid}
              line={line}
              column={column}
              box={{
                left: layout.lefts[state.column] ?? 0,
                top: state.row * rowHeight,
                width: layout.widths[state.column] ?? 0,
                height: rowHeight,
              }}
              focused={focused}
              onFocus={setFocused}
              inputRef={input}
              onHighlight={onHighlight}
            />
          )}
        </div>
        <GridTotals columns={columns} lines={lines} />
      </div>
      {column?.codes === true && state.editing ? (
        <SerialsDialog
          label={column.label}
          text={grid.draft}
          onChange={grid.setDraft}
          onDone={() => grid.press({ key: 'Tab' })}
          onClose={() => grid.press({ key: 'Escape' })}
        />
      ) : null}
    </div>
  )
}

type FillersProps = {
  count: number
  from: number
  columns: number
  onAppend?: () => void
  input: React.RefObject<HTMLInputElement | null>
}

/** Empty rows, so that the sheet looks like one. The first is the place where the next line begins. */
function Fillers({ count, from, columns, onAppend, input }: FillersProps): React.JSX.Element {
  const append = (): void => {
    onAppend?.()
    requestAnimationFrame(() => input.current?.focus())
  }
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          className="lines-row is-filler"
          style={{ top: (from + index) * rowHeight }}
          aria-hidden="true"
          onClick={onAppend ? append : undefined}
        >
          <div className="lines-number">{index === 0 && onAppend ? from + 1 : ''}</div>
          {Array.from({ length: columns }, (__, place) => (
            <div key={place} className="lines-cell" />
          ))}
        </div>
      ))}
    </>
  )
}
