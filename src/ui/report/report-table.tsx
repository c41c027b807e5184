import { useMemo } from 'react'
import { BusyBar } from '../control/progress-bar.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { isNegativeText } from '../number/decimal-text.ts'
import { useVirtualRows } from '../scroll/use-virtual-rows.ts'
import { Go } from '../shell/navigation.tsx'
import { useNarrow } from '../shell/use-narrow.ts'
import { ReportCards } from './report-cards.tsx'
import {
  cellText,
  groupStarts,
  headGroups,
  isFigure,
  isNamedAlone,
  keyboardScroll,
  type ReportColumn,
  type ReportRow,
  type ReportTableProps,
} from './report-table-model.ts'
import { useFolding } from './use-folding.ts'
import './report.css'

const rowHeight = 28

function Cell({
  row,
  column,
  starts,
  onDrill,
}: {
  row: ReportRow
  column: ReportColumn
  starts: boolean
  onDrill: ReportTableProps['onDrill']
}): React.JSX.Element {
  const text = row.cells[column.key] ?? ''
  const figure = isFigure(column)
  const classes = [
    figure ? 'num' : 'clip',
    starts ? 'starts-group' : '',
    figure && isNegativeText(text) ? 'is-negative' : '',
    column.kind === 'muted' ? 'muted' : '',
  ]
  const path = row.drill?.[column.key]
  const shown = cellText(column, text)
  return (
    <td
      className={classes.filter(Boolean).join(' ')}
      onDoubleClick={figure && onDrill ? () => onDrill(row, column) : undefined}
    >
      {path && shown !== '' ? (
        <Go to={path} className={figure ? 'drill' : undefined}>
          {shown}
        </Go>
      ) : (
        shown
      )}
    </td>
  )
}

type GroupCellProps = { row: ReportRow; span: number; folded: boolean; onFold: () => void; first: ReportColumn }

function GroupName({ row, span, folded, onFold, first }: GroupCellProps): React.JSX.Element {
  return (
    <td colSpan={span} style={{ paddingLeft: 12 + (row.indent ?? 0) * 16 }}>
      {row.kind === 'group' ? (
        <button type="button" className="report-fold" aria-expanded={!folded} onClick={onFold}>
          <Icon name={folded ? 'chevronRight' : 'chevronDown'} size={14} />
          {row.cells[first.key]}
          {row.count === undefined ? null : <span className="faint report-count">{row.count}</span>}
        </button>
      ) : (
        <span className="report-sum">{row.cells[first.key]}</span>
      )}
    </td>
  )
}

function Head({ columns }: { columns: readonly ReportColumn[] }): React.JSX.Element {
  const groups = headGroups(columns)
  const starts = groupStarts(columns)
  const grouped = groups.some((group) => group.label !== null)
  return (
    <thead>
      <tr>
        {groups.map((group) => {
          const first = group.columns[0]
          if (first === undefined) return null
          const start = starts.has(first.key) ? 'starts-group' : ''
          return group.label === null ? (
            <th key={first.key} rowSpan={grouped ? 2 : 1} className={`${isFigure(first) ? 'num' : ''} ${start}`}>
              {first.label}
            </th>
          ) : (
            <th key={first.key} colSpan={group.columns.length} className={`is-group ${start}`}>
              {group.label}
            </th>
          )
        })}
      </tr>
      {grouped ? (
        <tr>
          {groups.flatMap((group) =>
            group.label === null
              ? []
              : group.columns.map((column) => (
                  <th
                    key={column.key}
                    className={`${isFigure(column) ? 'num' : ''} ${starts.has(column.key) ? 'starts-group' : ''}`}
                  >
                    {column.label}
                  </th>
                )),
          )}
        </tr>
      ) : null}
    </thead>
  )
}

/** A report as a table, or as cards where there is no room for one. */
export function ReportTable(props: ReportTableProps): React.JSX.Element {
  return useNarrow(768) ? <ReportCards {...props} /> : <ReportSheet {...props} />
}

/** Heads in groups, groups that fold with their subtotals, the total pinned at the foot. */
function ReportSheet({ label, columns, rows, busy, empty, onDrill }: ReportTableProps): React.JSX.Element {
  const starts = useMemo(() => groupStarts(columns), [columns])
  const { body, totals, isFolded, fold } = useFolding(rows)
  const { attach, start, end } = useVirtualRows({
    count: body.length,
    rowHeight,
    headHeight: 52,
    footHeight: totals.length * rowHeight,
    overscan: 16,
  })
  const firstFigure = Math.max(1, columns.findIndex(isFigure))
  const grouping = rows.some((row) => row.kind === 'group')
  const first = columns[0]
  const draw = (row: ReportRow): React.JSX.Element => {
    const isNamed = isNamedAlone(row, columns, firstFigure)
    return (
      <tr key={row.key} className={row.kind === 'row' ? undefined : `is-${row.kind}`}>
        {isNamed && first ? (
          <GroupName row={row} span={firstFigure} folded={isFolded(row)} onFold={() => fold(row)} first={first} />
        ) : null}
        {(isNamed ? columns.slice(firstFigure) : columns).map((column) => (
          <Cell key={column.key} row={row} column={column} starts={starts.has(column.key)} onDrill={onDrill} />
        ))}
      </tr>
    )
  }
  return (
    <div className="report-area">
      <BusyBar busy={busy === true} />
      <div ref={attach} className="report-scroller" {...keyboardScroll} role="region" aria-label={label}>
        <table className={grouping ? 'report-table has-groups' : 'report-table'} aria-rowcount={body.length}>
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
            ))}
          </colgroup>
          <Head columns={columns} />
          <tbody>
            {start > 0 ? <tr className="report-space" style={{ height: start * rowHeight }} /> : null}
            {body.slice(start, end).map(draw)}
            {end < body.length ? (
              <tr className="report-space" style={{ height: (body.length - end) * rowHeight }} />
            ) : null}
            <tr className="report-fill" />
          </tbody>
          <tfoot>{totals.map(draw)}</tfoot>
        </table>
        {rows.length === 0 ? <p className="report-empty">{empty ?? t('report.empty')}</p> : null}
      </div>
    </div>
  )
}
