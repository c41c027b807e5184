import { useMemo } from 'react'
import { BusyBar } from '../control/progress-bar.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { isNegativeText } from '../number/decimal-text.ts'
import { useVirtualRows } from '../scroll/use-virtual-rows.ts'
import { Go } from '../shell/navigation.tsx'
import {
  cellText,
  isFigure,
  keyboardScroll,
  type ReportColumn,
  type ReportRow,
  type ReportTableProps,
} from './report-table-model.ts'
import { useFolding } from './use-folding.ts'
import './report-cards.css'

/** What stands where on a card: two words at its head, further words below, then all figures, three to a line. */
type Parts = {
  readonly head: readonly ReportColumn[]
  readonly words: readonly ReportColumn[]
  readonly figures: readonly ReportColumn[]
}

function partsOf(columns: readonly ReportColumn[]): Parts {
  const words = columns.filter((column) => !isFigure(column))
  return { head: words.slice(0, 2), words: words.slice(2), figures: columns.filter(isFigure) }
}

const [padding, headHeight, wordsHeight, figureHeight, figuresInLine] = [17, 22, 18, 38, 3]

const cardHeight = ({ words, figures }: Parts): number =>
  padding +
  headHeight +
  (words.length === 0 ? 0 : wordsHeight) +
  Math.ceil(figures.length / figuresInLine) * figureHeight

/** A text, leading on where there is something behind it. */
function Leading({ row, column, text }: { row: ReportRow; column: ReportColumn; text: string }): React.ReactNode {
  const path = row.drill?.[column.key]
  return path && text !== '' ? <Go to={path}>{text}</Go> : text
}

const labelOf = (column: ReportColumn): string =>
  column.group === undefined ? column.label : `${column.group} ${column.label}`

function Figures({ row, figures }: { row: ReportRow; figures: readonly ReportColumn[] }): React.JSX.Element | null {
  if (figures.length === 0) return null
  return (
    <dl className="report-card-figures">
      {figures.map((column) => {
        const text = row.cells[column.key] ?? ''
        const shown = cellText(column, text)
        return (
          <div key={column.key}>
            <dt className="clip">{labelOf(column)}</dt>
            <dd className={isNegativeText(text) ? 'clip is-negative' : 'clip'}>
              {shown === '' ? <span className="faint">–</span> : <Leading row={row} column={column} text={shown} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Head({ row, head }: { row: ReportRow; head: readonly ReportColumn[] }): React.JSX.Element {
  const last = head.findLastIndex((column) => (row.cells[column.key] ?? '') !== '')
  return (
    <p className="report-card-head">
      {head.map((column, index) => (
        <span key={column.key} className={index === last ? 'clip report-card-name' : 'faint'}>
          <Leading row={row} column={column} text={row.cells[column.key] ?? ''} />
        </span>
      ))}
    </p>
  )
}

type CardProps = { row: ReportRow; parts: Parts; folded: boolean; onFold: () => void }

function Card({ row, parts, folded, onFold }: CardProps): React.JSX.Element {
  const { head, words, figures } = parts
  const [first] = head
  const more = words.flatMap((column) => row.cells[column.key] || [])
  return (
    <li
      className={row.kind === 'row' ? 'report-card' : `report-card is-${row.kind}`}
      style={{ height: cardHeight(parts) }}
    >
      {row.kind === 'group' && first !== undefined ? (
        <button type="button" className="report-fold" aria-expanded={!folded} onClick={onFold}>
          <Icon name={folded ? 'chevronRight' : 'chevronDown'} size={14} />
          {row.cells[first.key]}
          {row.count === undefined ? null : <span className="faint report-count">{row.count}</span>}
        </button>
      ) : (
        <Head row={row} head={head} />
      )}
      {words.length === 0 ? null : <p className="report-card-words clip">{more.join(' · ')}</p>}
      <Figures row={row} figures={figures} />
    </li>
  )
}

/** The totals stay in sight; what is too wide is reached by a swipe. */
function Totals({ rows, parts }: { rows: readonly ReportRow[]; parts: Parts }): React.JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <footer className="report-card-totals" {...keyboardScroll} role="region" aria-label={t('list.total')}>
      {rows.map((row) => (
        <dl key={row.key}>
          {parts.figures
            .filter((column) => cellText(column, row.cells[column.key] ?? '') !== '')
            .map((column) => (
              <div key={column.key}>
                <dt>{labelOf(column)}</dt>
                <dd>{cellText(column, row.cells[column.key] ?? '')}</dd>
              </div>
            ))}
        </dl>
      ))}
    </footer>
  )
}

/** A report in the hand: every row a card with all its figures, so that nothing has to be swiped for. */
export function ReportCards({ label, columns, rows, busy, empty }: ReportTableProps): React.JSX.Element {
  const parts = useMemo(() => partsOf(columns), [columns])
  const { body, totals, isFolded, fold } = useFolding(rows)
  const rowHeight = cardHeight(parts)
  const { attach, start, end } = useVirtualRows({ count: body.length, rowHeight, overscan: 6 })
  return (
    <div className="report-area is-cards">
      <BusyBar busy={busy === true} />
      <div ref={attach} className="report-scroller" {...keyboardScroll} role="region" aria-label={label}>
        <ul style={{ paddingTop: start * rowHeight, paddingBottom: (body.length - end) * rowHeight }}>
          {body.slice(start, end).map((row) => (
            <Card key={row.key} row={row} parts={parts} folded={isFolded(row)} onFold={() => fold(row)} />
          ))}
        </ul>
        {rows.length === 0 ? <p className="report-empty">{empty ?? t('report.empty')}</p> : null}
      </div>
      <Totals rows={totals} parts={parts} />
    </div>
  )
}
