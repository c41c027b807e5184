import { useEffect, useRef } from 'react'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { countOf, sameGoods } from './count-state.ts'
import type { CountLine, Goods, PendingEntry } from './count-state.ts'

const shown = (quantity: string | null): string => (quantity === null ? '' : formatDecimalText(quantity, { max: 6 }))

type LineProps = {
  line: CountLine
  counted: string | null
  selected: boolean
  withBook: boolean
  onSelect: () => void
  onType: (quantity: string) => void
}

function Line({ line, counted, selected, withBook, onSelect, onType }: LineProps): React.JSX.Element {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const label = t('count.quantityOf', {
    name: [line.name, line.lot, line.binName].filter((part) => part !== null).join(' '),
  })
  return (
    <tr ref={row} className={selected ? 'is-selected' : undefined} onClick={onSelect}>
      <td>
        <button type="button" className="count-name" aria-pressed={selected} onClick={onSelect}>
          {line.name}
        </button>
        <small className="muted">
          {[line.code, line.spec, line.lot === null ? null : t('count.lot', { lot: line.lot }), line.binName]
            .filter(Boolean)
            .join(' · ')}
          {line.outside ? <b className="is-warning"> {t('count.outside')}</b> : null}
        </small>
      </td>
      {withBook ? <td className="num count-book">{shown(line.book)}</td> : null}
      <td className="num count-there">
        <input
          key={counted ?? ''}
          aria-label={label}
          inputMode="decimal"
          defaultValue={counted ?? ''}
          onFocus={(event) => {
            onSelect()
            event.target.select()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            const next = row.current?.nextElementSibling?.querySelector('input')
            event.currentTarget.blur()
            next?.focus()
          }}
          onBlur={(event) => {
            const typed = event.target.value.trim()
            if (typed !== (counted ?? '') && /^\d{1,12}(\.\d{1,6})?$/.test(typed)) onType(typed)
            else event.target.value = counted ?? ''
          }}
        />
        <b className="count-total">{shown(counted)}</b>
        <small className="muted">{line.unit}</small>
      </td>
      <td className="muted small count-by">{line.by ?? ''}</td>
    </tr>
  )
}

export type CountLinesProps = {
  lines: readonly CountLine[]
  pending: readonly PendingEntry[]
  selected: Goods | null
  withBook: boolean
  onSelect: (line: CountLine) => void
  onType: (line: CountLine, quantity: string) => void
}

/** The sheet: on a desk each line is typed in its own cell and Enter goes down; on a phone a line is tapped or scanned. */
export function CountLines(props: CountLinesProps): React.JSX.Element {
  const { lines, pending, selected, withBook, onSelect, onType } = props
  return (
    <div className="count-lines">
      <table>
        <thead>
          <tr>
            <th>{t('count.goods')}</th>
            {withBook ? <th className="num">{t('count.book')}</th> : null}
            <th className="num">{t('count.there')}</th>
            <th className="count-by">{t('count.by')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={`${line.item}/${line.lot ?? ''}/${line.bin ?? ''}`}
              line={line}
              counted={countOf(line, pending)}
              selected={selected !== null && sameGoods(line, selected)}
              withBook={withBook}
              onSelect={() => onSelect(line)}
              onType={(quantity) => onType(line, quantity)}
            />
          ))}
        </tbody>
      </table>
      {lines.length === 0 ? <p className="count-none muted">{t('count.noLines')}</p> : null}
    </div>
  )
}
