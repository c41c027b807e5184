import { Tag } from '../control/button.tsx'
import { ProgressMark } from '../control/progress-bar.tsx'
import { Icon } from '../icons/icon.tsx'
import { formatDecimalText, isNegativeText } from '../number/decimal-text.ts'
import { StateMark } from '../state/state-mark.tsx'
import { formatMoment } from './format-moment.ts'
import { isEndAligned, type CellValue, type ListColumn, type NoteCell, type StateCell, type TagCell } from './column.ts'

function isState(value: CellValue): value is StateCell {
  return typeof value === 'object' && value !== null && 'state' in value
}

function isNote(value: CellValue): value is NoteCell {
  return typeof value === 'object' && value !== null && 'note' in value
}

function isTags(value: CellValue): value is readonly TagCell[] {
  return Array.isArray(value)
}

function decimalText<Row>(column: ListColumn<Row>, value: CellValue): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const format = column.kind === 'money' ? { min: 2, max: 2, blankZero: true } : { blankZero: true }
  return formatDecimalText(String(value), { ...format, ...column.decimal })
}

function Progress({ percent }: { percent: number }): React.JSX.Element | null {
  if (percent <= 0) return null
  return (
    <span className="cell-progress">
      <ProgressMark percent={percent} />
      <span>{Math.round(percent)}%</span>
    </span>
  )
}

export type CellContentProps<Row> = { column: ListColumn<Row>; row: Row; href?: string; onOpen?: () => void }

/** The content of a cell by its kind. */
export function CellContent<Row>({ column, row, href, onOpen }: CellContentProps<Row>): React.ReactNode {
  if (column.render) return column.render(row)
  const value = column.value(row)
  if (value === null || value === undefined || value === '') return null
  if (isState(value)) return <StateMark state={value.state} label={value.label} />
  if (isTags(value))
    return value.map((tag) => (
      <Tag key={tag.label} tone={tag.tone}>
        {tag.label}
      </Tag>
    ))
  if (isNote(value))
    return <span className={`clip is-${value.tone ?? 'warning'}`}>{`${value.text} ${value.note}`}</span>
  if (column.kind === 'progress') return <Progress percent={Number(value)} />
  if (typeof value === 'boolean') return value ? <Icon name="check" size={14} /> : null
  if (isEndAligned(column.kind)) return decimalText(column, value)
  const text = column.kind === 'moment' ? formatMoment(String(value)) : String(value)
  if (column.kind !== 'link') return <span className="clip">{text}</span>
  return (
    <a
      href={href}
      className="clip"
      tabIndex={-1}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || onOpen === undefined) return
        event.preventDefault()
        onOpen()
      }}
    >
      {text}
    </a>
  )
}

export function cellClass<Row>(column: ListColumn<Row>, row: Row): string {
  const value = column.value(row)
  const negative = isEndAligned(column.kind) && typeof value === 'string' && isNegativeText(value)
  const quiet = column.kind === 'date' || column.kind === 'moment' || column.kind === 'muted'
  return [
    'table-cell',
    isEndAligned(column.kind) ? 'is-end' : '',
    quiet ? 'muted' : '',
    column.emphasis ? 'medium' : '',
    negative ? 'is-negative' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
