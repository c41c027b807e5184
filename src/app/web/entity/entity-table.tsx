import { useMemo } from 'react'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import { lineColumns } from '../../../ui/derive/line-columns.ts'
import type { Issue } from '../../../ui/field/field.ts'
import { FormSection } from '../../../ui/form/field-grid.tsx'
import { applyLineChanges, type Line, type LineIssues } from '../../../ui/lines/line.ts'
import { LinesGrid } from '../../../ui/lines/lines-grid.tsx'
import type { CatalogueTable } from '../catalogue/catalogue.ts'
import './entity.css'

export type EntityTableProps = {
  table: CatalogueTable
  lines: readonly Line[]
  sourceOf: SourceOf
  readOnly: boolean
  /** Problems by path, those of lines among them: `units.0.numerator`. */
  issues: Readonly<Record<string, Issue>>
  today: string
  onLines: (change: (lines: readonly Line[]) => readonly Line[]) => void
}

function issuesOfLines(issues: Readonly<Record<string, Issue>>, table: string, lines: readonly Line[]): LineIssues {
  const placed = new Map<string, Map<string, Issue>>()
  for (const [path, issue] of Object.entries(issues)) {
    const [name, place = '', field = ''] = path.split('.')
    const line = lines[Number(place)]
    if (name === table && line !== undefined) placed.set(line.key, new Map(placed.get(line.key)).set(field, issue))
  }
  return placed
}

/** A table of a record, such as units or contacts, in the grid that documents use. */
export function EntityTable(props: EntityTableProps): React.JSX.Element {
  const { table, lines, sourceOf, readOnly, issues, today, onLines } = props
  const columns = useMemo(
    () =>
      lineColumns(table.fields, sourceOf).map((column, index) => ({
        ...column,
        width: Math.max(column.width, column.label.length * 13 + 20),
        grow: column.grow === true || (index === 0 && column.kind === 'text'),
        total: undefined,
      })),
    [table, sourceOf],
  )
  const placed = useMemo(() => issuesOfLines(issues, table.name, lines), [issues, table.name, lines])
  return (
    <FormSection title={labelOf(table, table.name)}>
      <div className="entity-table" style={{ height: 64 + Math.max(3, lines.length + 1) * 32 }}>
        <LinesGrid
          label={labelOf(table, table.name)}
          columns={columns}
          lines={lines}
          readOnly={readOnly}
          today={today}
          issues={placed}
          onChange={(changes) => onLines((was) => applyLineChanges(was, changes))}
        />
      </div>
    </FormSection>
  )
}
