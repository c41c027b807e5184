import { useEffect, useRef, useState } from 'react'
import { t } from '../../../ui/language.ts'
import { cellKey, type FileColumn, type ImportOutcome, type Plan, type Target } from './import-data.ts'
import { withColumn, withFix } from './mend-plan.ts'

export type Place = { readonly row: number; readonly at: number }

export type ImportGridProps = {
  outcome: ImportOutcome
  targets: readonly Target[]
  plan: Plan
  onPlan: (plan: Plan) => void
  shown: Place | null
}

const sure = 0.9

function Head({ column, ...props }: ImportGridProps & { column: FileColumn }): React.JSX.Element {
  const { outcome, targets, plan, onPlan } = props
  const [over, setOver] = useState(false)
  const doubtful = column.target !== null && column.confidence < sure
  const put = (target: string): void => onPlan(withColumn(plan, outcome.columns, column.at, target))
  const look = [over ? 'is-over' : '', column.target === null ? 'is-left' : '', doubtful ? 'is-doubtful' : '']
  return (
    <th
      className={look.join(' ').trim() || undefined}
      title={doubtful ? t('import.doubtful', { label: column.label ?? '' }) : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        put(event.dataTransfer.getData('text/plain'))
      }}
    >
      <span className="clip">{column.head || t('import.noHead')}</span>
      <select
        aria-label={t('import.mapTo', { head: column.head })}
        value={column.target ?? ''}
        onChange={(event) => put(event.target.value)}
      >
        <option value="">{t('import.leaveOut')}</option>
        {targets.map((target) => (
          <option key={target.target} value={target.target}>
            {target.required ? `${target.label} *` : target.label}
          </option>
        ))}
      </select>
    </th>
  )
}

/** Fields that no column of the file fills: dragged onto the column that does. */
function Unfilled({ outcome, targets }: Pick<ImportGridProps, 'outcome' | 'targets'>): React.JSX.Element | null {
  const filled = new Set(outcome.columns.map((column) => column.target))
  const left = targets.filter((target) => !filled.has(target.target) && /^(header|lines)\.[^!]*$/.test(target.target))
  const hasLeftColumns = outcome.columns.some((column) => column.target === null && column.head !== '')
  if (left.length === 0 || !hasLeftColumns) return null
  return (
    <p className="import-unfilled">
      <span className="faint">{t('import.drag')}</span>
      {left.map((target) => (
        <span
          key={target.target}
          className={target.required ? 'is-required' : undefined}
          draggable
          onDragStart={(event) => event.dataTransfer.setData('text/plain', target.target)}
        >
          {target.label}
        </span>
      ))}
    </p>
  )
}

type CellProps = {
  text: string
  problem: string | undefined
  was: string | undefined
  isShown: boolean
  onText: (text: string) => void
}

function Cell({ text, problem, was, isShown, onText }: CellProps): React.JSX.Element {
  const [typed, setTyped] = useState<string | null>(null)
  const cell = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    if (isShown) cell.current?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [isShown])
  const end = (): void => {
    if (typed !== null && typed !== text) onText(typed)
    setTyped(null)
  }
  const look = [
    problem === undefined ? '' : 'is-wrong',
    was === undefined ? '' : 'is-changed',
    isShown ? 'is-shown' : '',
  ]
  return (
    <td
      ref={cell}
      className={look.join(' ').trim() || undefined}
      title={problem ?? (was === undefined ? undefined : t('import.was', { was }))}
    >
      {typed === null ? (
        <button type="button" className="clip" onClick={() => setTyped(text)}>
          {was === undefined || was === '' ? null : <s>{was}</s>}
          {text}
        </button>
      ) : (
        <input
          // The cell was opened to be typed in.
          ref={(input) => input?.focus()}
          value={typed}
          aria-label={problem ?? t('import.cell')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={end}
          onKeyDown={(event) => {
            if (event.key === 'Enter') end()
            if (event.key === 'Escape') setTyped(null)
          }}
        />
      )}
    </td>
  )
}

/** The file as it is: what each column was taken for, what is wrong with which cell, what it would change. */
export function ImportGrid(props: ImportGridProps): React.JSX.Element {
  const { outcome, plan, onPlan, shown } = props
  const problems = new Map(
    outcome.errors.flatMap((error) => (error.at === null ? [] : [[cellKey(error.row, error.at), error.message]])),
  )
  const changes = new Map(outcome.changes.map((change) => [cellKey(change.row, change.at), change.before]))
  const wrongRows = new Set(outcome.errors.map((error) => error.row))
  return (
    <section className="import-grid" aria-label={t('import.file')}>
      <Unfilled outcome={outcome} targets={props.targets} />
      <div className="import-table">
        <table>
          <thead>
            <tr>
              <th>{outcome.headRow}</th>
              {outcome.columns.map((column) => (
                <Head key={column.at} column={column} {...props} />
              ))}
            </tr>
          </thead>
          <tbody>
            {outcome.grid.map(({ row, cells }) => (
              <tr key={row} className={wrongRows.has(row) ? 'is-wrong' : undefined}>
                <th scope="row">{row}</th>
                {outcome.columns.map(({ at }) => {
                  const key = cellKey(row, at)
                  return (
                    <Cell
                      key={at}
                      text={plan.fixes?.[key] ?? cells[at] ?? ''}
                      problem={problems.get(key)}
                      was={changes.get(key)}
                      isShown={shown?.row === row && shown.at === at}
                      onText={(text) => onPlan(withFix(plan, row, at, text))}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {outcome.rows > outcome.grid.length ? (
        <p className="faint">{t('import.rowsShown', { shown: outcome.grid.length, rows: outcome.rows })}</p>
      ) : null}
    </section>
  )
}
