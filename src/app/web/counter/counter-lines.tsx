import { useEffect, useRef, useState } from 'react'
import { t } from '../../../ui/language.ts'
import { formatDecimalText, formatMoneyText, isDecimalText } from '../../../ui/number/decimal-text.ts'
import type { Counter, CounterLine, PricedCounter } from './counter-state.ts'

type Change = Partial<Pick<CounterLine, 'quantity' | 'price'>>

export type CounterLinesProps = {
  counter: Counter
  priced: PricedCounter
  onSelect: (index: number) => void
  onChange: (change: Change) => void
  /** Back to the scanner. */
  onDone: () => void
}

const intoView = (row: HTMLTableRowElement | null): void => row?.scrollIntoView({ block: 'nearest' })

type CellProps = { value: string; label: string; shown: string; onCommit: (text: string) => void; onDone: () => void }

/** A figure that is typed over; Enter and Esc lead back to the scanner. */
function Cell({ value, label, shown, onCommit, onDone }: CellProps): React.JSX.Element {
  const [text, setText] = useState<string | null>(null)
  const commit = (): void => {
    if (text !== null && isDecimalText(text) && !text.startsWith('-')) onCommit(text)
    setText(null)
  }
  return (
    <input
      className="num"
      inputMode="decimal"
      aria-label={label}
      value={text ?? shown}
      onFocus={(event) => {
        setText(value)
        const input = event.target
        setTimeout(() => input.select(), 0)
      }}
      onChange={(event) => setText(event.target.value.trim())}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone()
        if (event.key === 'Escape') {
          setText(null)
          onDone()
        }
      }}
    />
  )
}

/** What lies on the counter. F2 and F4 go to the quantity and the price of the selected line. */
export function CounterLines(props: CounterLinesProps): React.JSX.Element {
  const { counter, priced, onSelect, onChange, onDone } = props
  const priceOf = (index: number): string => priced.lines[index]?.price ?? ''
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F2' && event.key !== 'F4') return
      const inputs = table.current?.querySelectorAll<HTMLInputElement>('tr.is-selected input')
      const input = inputs?.[event.key === 'F2' ? 0 : 1]
      if (input === undefined) return
      event.preventDefault()
      input.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (counter.lines.length === 0) return <p className="counter-empty faint">{t('counter.empty')}</p>
  return (
    <div className="counter-lines">
      <table ref={table}>
        <thead>
          <tr>
            <th className="num">#</th>
            <th>{t('counter.item')}</th>
            <th className="num">{t('counter.quantity')}</th>
            <th className="num">{t('counter.price')}</th>
            <th className="num">{t('counter.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {counter.lines.map((line, index) => (
            <tr
              key={`${line.item.id}/${line.isByHand === true ? line.price : ''}`}
              ref={index === counter.selected ? intoView : undefined}
              className={index === counter.selected ? 'is-selected' : undefined}
              onClick={() => onSelect(index)}
            >
              <td className="num faint">{index + 1}</td>
              <td>
                <b>{line.item.name}</b>
                <span className="faint">
                  {line.item.code} {line.item.name.includes(line.item.spec) ? '' : line.item.spec}
                </span>
                {priced.lines[index]?.note ? <span className="counter-note">{priced.lines[index].note}</span> : null}
              </td>
              <td className="num">
                <Cell
                  value={line.quantity}
                  shown={`${formatDecimalText(line.quantity)} ${line.item.unitName}`}
                  label={t('counter.quantity')}
                  onCommit={(quantity) => onChange({ quantity })}
                  onDone={onDone}
                />
              </td>
              <td className="num">
                <Cell
                  value={priceOf(index)}
                  shown={formatMoneyText(priceOf(index) || '0', false)}
                  label={t('counter.price')}
                  onCommit={(price) => onChange({ price })}
                  onDone={onDone}
                />
              </td>
              <td className="num">
                <b>{formatMoneyText(priced.lines[index]?.gross.toString() ?? '0', false)}</b>
              </td>
            </tr>
          ))}
          {priced.gifts.map((gift) => (
            <tr key={`${gift.item.id}/${gift.note}`} className="is-gift">
              <td className="num faint">+</td>
              <td>
                <b>{gift.item.name}</b>
                <span className="counter-note">{gift.note}</span>
              </td>
              <td className="num">
                {formatDecimalText(gift.quantity)} {gift.item.unitName}
              </td>
              <td className="num">{t('counter.gift')}</td>
              <td className="num">
                <b>{formatMoneyText('0', false)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
