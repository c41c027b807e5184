import { useRef, useState } from 'react'
import { Button } from '../control/button.tsx'
import { Drawer } from '../control/dialog.tsx'
import { FormField } from '../form/form-field.tsx'
import { isReference, type FieldValue } from '../field/field.ts'
import { showValue } from '../field/show-value.ts'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { newLine, type Line, type LineChange, type LineColumn, type LineIssues } from './line.ts'
import { CameraScan } from './camera-scan.tsx'
import type { ScanTarget } from './scan-line.ts'
import { useScannedLines } from './use-scanned-lines.ts'
import { useScanner } from './use-scanner.ts'
import './line-cards.css'

export type LineCardsProps = {
  lines: readonly Line[]
  columns: readonly LineColumn[]
  onChange?: (changes: readonly LineChange[]) => void
  readOnly?: boolean
  growable?: boolean
  issues?: LineIssues
  today: string
  label: string
  scan?: ScanTarget
}

function titleOf(line: Line, columns: readonly LineColumn[]): string {
  const first = columns[0]
  const value = first ? line.values[first.key] : null
  if (isReference(value)) return value.name
  return first ? showValue(first, value) : ''
}

/** Quantity, price and the like, in the order of the columns; the amount that matters stands at the right. */
function factsOf(line: Line, columns: readonly LineColumn[]): string {
  return columns
    .slice(1)
    .filter((column) => !column.emphasis && !column.inOwnCurrency && (column.kind !== 'decimal' || !column.readOnly))
    .map((column) => {
      const shown = showValue(column, line.values[column.key])
      // Without its heading a bare 13 could be anything.
      return shown !== '' && column.label.endsWith('%') ? `${shown}%` : shown
    })
    .filter(Boolean)
    .slice(0, 4)
    .join('　')
}

/** The amount of a line: in the document's own currency where that is a foreign one, with what it is in the books beneath. */
function Amount({ line, columns }: { line: Line; columns: readonly LineColumn[] }): React.JSX.Element {
  const show = (column: LineColumn | undefined): string =>
    column === undefined ? '' : showValue(column, line.values[column.key])
  const inBooks = show(columns.find((column) => column.emphasis))
  const own = show(columns.find((column) => column.inOwnCurrency))
  if (own === '') return <span className="medium">{inBooks}</span>
  return (
    <span className="line-card-amounts">
      <span className="medium">{own}</span>
      {inBooks === '' ? null : <span className="line-card-facts">{t('lines.inBooks', { amount: inBooks })}</span>}
    </span>
  )
}

/** The lines of a document on a phone: cards that open one at a time. */
export function LineCards({
  lines,
  columns,
  onChange,
  readOnly = false,
  growable = !readOnly,
  issues,
  today,
  label,
  scan,
}: LineCardsProps): React.JSX.Element {
  const [open, setOpen] = useState<string | null>(null)
  const root = useRef<HTMLElement>(null)
  const scanned = useScannedLines({ lines, columns, scan, onChange })
  useScanner(root, scan && !readOnly ? scanned : undefined)
  const line = lines.find((one) => one.key === open)
  const set = (field: string, value: FieldValue): void => {
    if (line) onChange?.([{ type: 'set', key: line.key, field, value }])
  }
  const add = (): void => {
    const next = newLine()
    onChange?.([{ type: 'insert', at: lines.length, line: next }])
    setOpen(next.key)
  }
  return (
    <section ref={root} className="line-cards" aria-label={label}>
      <ul>
        {lines.map((one, index) => {
          const faults = [...(issues?.get(one.key)?.values() ?? [])]
          return (
            <li key={one.key}>
              <button type="button" className="line-card" onClick={() => setOpen(one.key)}>
                <span className="grow">
                  <span className="line-card-title clip">
                    {titleOf(one, columns) || t('lines.edit', { row: index + 1 })}
                  </span>
                  <span className="line-card-facts clip">{factsOf(one, columns)}</span>
                  {faults.map((issue) => (
                    <span
                      key={issue.message}
                      className={issue.level === 'error' ? 'line-card-facts is-negative' : 'line-card-facts is-warning'}
                    >
                      {issue.message}
                    </span>
                  ))}
                </span>
                <Amount line={one} columns={columns} />
                <Icon name="chevronRight" size={14} />
              </button>
            </li>
          )
        })}
      </ul>
      {growable && !readOnly ? (
        <Button look="text" icon="plus" onClick={add}>
          {t('lines.add')}
        </Button>
      ) : null}
      {scan && !readOnly ? <CameraScan onCode={scanned} /> : null}
      <Drawer
        open={line !== undefined}
        title={line ? t('lines.edit', { row: lines.indexOf(line) + 1 }) : ''}
        onClose={() => setOpen(null)}
      >
        {line ? (
          <div className="line-card-form">
            {columns.map((column) => (
              <FormField
                key={column.key}
                field={column}
                value={line.values[column.key]}
                today={today}
                issue={issues?.get(line.key)?.get(column.key)}
                readOnly={readOnly}
                onChange={(value) => set(column.key, value)}
              />
            ))}
            {growable && !readOnly ? (
              <Button
                danger
                onClick={() => {
                  setOpen(null)
                  onChange?.([{ type: 'remove', keys: [line.key] }])
                }}
              >
                {t('lines.remove')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </Drawer>
    </section>
  )
}
