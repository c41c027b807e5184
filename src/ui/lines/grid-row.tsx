import { memo } from 'react'
import { Tag } from '../control/button.tsx'
import { isReference, type FieldValue, type Issue } from '../field/field.ts'
import { showValue } from '../field/show-value.ts'
import { isNegativeText } from '../number/decimal-text.ts'
import { Icon } from '../icons/icon.tsx'
import type { Line, LineColumn } from './line.ts'

function CellContent({ column, value }: { column: LineColumn; value: FieldValue | undefined }): React.ReactNode {
  if (value === null || value === undefined) return null
  if (isReference(value)) {
    return (
      <span className="lines-reference">
        {value.code === undefined ? null : <span className="faint">{value.code}</span>}
        <span className="clip">{value.name}</span>
      </span>
    )
  }
  if (column.kind === 'boolean') return value === true ? <Icon name="check" size={14} /> : null
  return showValue(column, value)
}

function cellClass(column: LineColumn, value: FieldValue | undefined, issue: Issue | undefined): string {
  const align = column.align ?? (column.kind === 'decimal' ? 'end' : column.kind === 'boolean' ? 'center' : 'start')
  const negative = column.kind === 'decimal' && typeof value === 'string' && isNegativeText(value)
  return [
    'lines-cell',
    align === 'end' ? 'is-end' : align === 'center' ? 'is-center' : '',
    column.readOnly ? 'is-read' : '',
    column.emphasis ? 'medium' : '',
    negative ? 'is-negative' : '',
    issue === undefined ? '' : issue.level === 'error' ? 'has-error' : 'has-warning',
  ]
    .filter(Boolean)
    .join(' ')
}

export type GridRowProps = {
  line: Line
  index: number
  columns: readonly LineColumn[]
  issues: ReadonlyMap<string, Issue> | undefined
  current: boolean
  top: number
}

/** One line. It is redrawn only when its line, its issues or its being current change. */
export const GridRow = memo(function GridRow({ line, index, columns, issues, current, top }: GridRowProps) {
  return (
    <div
      className={current ? 'lines-row is-current' : 'lines-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      data-row={index}
      style={{ top }}
    >
      <div className="lines-number" role="rowheader" data-number="">
        {index + 1}
      </div>
      {columns.map((column, place) => {
        const value = line.values[column.key]
        const issue = issues?.get(column.key)
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={place + 2}
            aria-invalid={issue?.level === 'error' || undefined}
            className={cellClass(column, value, issue)}
            data-column={place}
            title={issue?.message}
          >
            <CellContent column={column} value={value} />
            {place === 0 ? line.tags?.map((tag) => <Tag key={tag}>{tag}</Tag>) : null}
          </div>
        )
      })}
    </div>
  )
})
