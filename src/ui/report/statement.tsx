import { useCallback, useEffect, useRef, useState } from 'react'
import { Popover } from '../control/popover.tsx'
import { formatMoneyText, isNegativeText } from '../number/decimal-text.ts'
import { t } from '../language.ts'
import './report.css'

export type StatementLine = {
  key: string
  label: string
  /** 行次 */
  number?: string
  indent?: number
  /** Headings and sums are set in strong. */
  strong?: boolean
  /** One amount a column. */
  amounts: readonly string[]
}

export type StatementSide = { label: string; lines: readonly (StatementLine | null)[] }

export type StatementProps = {
  /** 资产负债表 */
  title: string
  company: string
  date: string
  /** 会小企 01 表 单位：元 */
  form: string
  /** 期末余额, 年初余额 */
  columns: readonly string[]
  /** Two sides for a balance sheet, one for the rest. */
  sides: readonly StatementSide[]
  /** What a figure is made of, on a click. */
  renderDrill?: (line: StatementLine, column: number, close: () => void) => React.ReactNode
}

type Chosen = { line: StatementLine; column: number; anchor: HTMLElement }

function Side({
  side,
  columns,
  rows,
  onChoose,
  chosen,
}: {
  side: StatementSide
  columns: readonly string[]
  rows: number
  onChoose?: (chosen: Chosen) => void
  chosen: Chosen | null
}): React.JSX.Element {
  return (
    <table className="statement-side">
      <colgroup>
        <col />
        <col style={{ width: 44 }} />
        {columns.map((column) => (
          <col key={column} style={{ width: 132 }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th>{side.label}</th>
          <th className="statement-number">{t('statement.number')}</th>
          {columns.map((column) => (
            <th key={column} className="num">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, index) => {
          const line = side.lines[index] ?? null
          if (line === null)
            return (
              <tr key={`blank-${index}`}>
                <td colSpan={columns.length + 2}>{'\u00a0'}</td>
              </tr>
            )
          return (
            <tr key={line.key} className={line.strong ? 'strong' : undefined}>
              <td className="clip" style={{ paddingLeft: 8 + (line.indent ?? 0) * 8 }}>
                {line.label}
              </td>
              <td className="statement-number">{line.number}</td>
              {columns.map((column, place) => {
                const amount = line.amounts[place] ?? ''
                const shown = formatMoneyText(amount)
                const on = chosen?.line.key === line.key && chosen.column === place
                const classes = [
                  'num',
                  place > 0 ? 'muted' : '',
                  isNegativeText(amount) ? 'is-negative' : '',
                  on ? 'is-chosen' : '',
                ]
                return (
                  <td key={column} className={classes.filter(Boolean).join(' ')}>
                    {onChoose && shown !== '' ? (
                      <button
                        type="button"
                        onClick={(event) => onChoose({ line, column: place, anchor: event.currentTarget })}
                      >
                        {shown}
                      </button>
                    ) : (
                      shown
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A statement as its legal form prints it. A figure tells on a click what it is made of. */
export function Statement({
  title,
  company,
  date,
  form,
  columns,
  sides,
  renderDrill,
}: StatementProps): React.JSX.Element {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const close = useCallback(() => setChosen(null), [])
  const rows = Math.max(...sides.map((side) => side.lines.length))
  return (
    <div className="statement-scroller">
      <article className={sides.length > 1 ? 'statement is-two-sided' : 'statement'}>
        <h2>{title}</h2>
        <div className="statement-facts">
          <span>{t('statement.company', { company })}</span>
          <span>{date}</span>
          <span>{form}</span>
        </div>
        <div className="statement-sides">
          {sides.map((side) => (
            <Side
              key={side.label}
              side={side}
              columns={columns}
              rows={rows}
              chosen={chosen}
              onChoose={renderDrill ? setChosen : undefined}
            />
          ))}
        </div>
      </article>
      <Popover
        anchor={chosen?.anchor ?? null}
        open={chosen !== null}
        onClose={close}
        role="dialog"
        label={chosen?.line.label}
      >
        {chosen && renderDrill ? (
          <div className="drill-card">{renderDrill(chosen.line, chosen.column, close)}</div>
        ) : null}
      </Popover>
    </div>
  )
}

export type DrillCardProps = {
  title: string
  amount: string
  /** What it is made of; each part leads on where it can. */
  parts: readonly { label: string; amount: string; onSelect?: () => void }[]
  links: readonly { label: string; onSelect: () => void }[]
}

export function DrillCard({ title, amount, parts, links }: DrillCardProps): React.JSX.Element {
  const card = useRef<HTMLDivElement>(null)
  // The keyboard goes on from the first part; it comes back to the figure when the card closes.
  const count = parts.length
  useEffect(() => {
    if (count > 0) card.current?.querySelector('button')?.focus()
  }, [count])
  return (
    <div ref={card}>
      <header>
        <span>{title}</span>
        <b>{formatMoneyText(amount, false)}</b>
      </header>
      <dl>
        {parts.map((part) => (
          <div key={part.label}>
            <dt>
              {part.onSelect === undefined ? (
                part.label
              ) : (
                <button type="button" className="link-button" onClick={part.onSelect}>
                  {part.label}
                </button>
              )}
            </dt>
            <dd>{formatMoneyText(part.amount, false)}</dd>
          </div>
        ))}
      </dl>
      <footer>
        {links.map((link) => (
          <button key={link.label} type="button" className="link-button" onClick={link.onSelect}>
            {link.label}
          </button>
        ))}
      </footer>
    </div>
  )
}
