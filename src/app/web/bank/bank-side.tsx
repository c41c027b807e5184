import { useEffect, useRef } from 'react'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Tag } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { DeskItem, DeskLine, Side } from './bank-data.ts'

export type SideProps = {
  readonly side: Side
  readonly items: readonly (DeskItem | DeskLine)[]
  readonly count: number
  readonly ticked: ReadonlySet<string>
  /** The row that the keys are on, if they are on this side. */
  readonly at: number | null
  readonly onTick: (key: string) => void
  readonly onGo: (at: number) => void
  /** What is shown under the row that the keys are on. */
  readonly below?: React.ReactNode
}

const tones = { certain: 'positive', likely: 'accent', unclear: 'warning' } as const

function Words({ item }: { readonly item: DeskItem }): React.JSX.Element {
  const [head, rest] = item.counterparty === '' ? [item.memo || item.label, ''] : [item.counterparty, item.memo]
  return (
    <span className="bank-words">
      <b>{head}</b>
      {rest === '' ? null : <small className="faint">{rest}</small>}
    </span>
  )
}

function Row(props: {
  readonly item: DeskItem | DeskLine
  readonly isAt: boolean
  readonly isTicked: boolean
  readonly onTick: () => void
  readonly onGo: () => void
}): React.JSX.Element {
  const { item, isAt, isTicked, onTick, onGo } = props
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAt) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isAt])
  const classes = ['bank-row', isAt ? 'is-at' : '', isTicked ? 'is-ticked' : '']
  return (
    <div
      ref={row}
      className={classes.filter(Boolean).join(' ')}
      role="row"
      aria-selected={isTicked}
      aria-current={isAt}
      onPointerDown={onGo}
    >
      <Checkbox checked={isTicked} label={`${item.date} ${item.amount} ${item.counterparty}`} onChange={onTick} />
      <span className="bank-date">{item.date.slice(5)}</span>
      <Words item={item} />
      {'confidence' in item ? (
        <Tag tone={tones[item.confidence]}>{t(`bank.${item.confidence}`)}</Tag>
      ) : item.number === '' ? (
        <span className="faint">{item.label}</span>
      ) : (
        <Go to={`/doc/${item.type}/${item.document}`}>{item.number}</Go>
      )}
      <span className={item.amount.startsWith('-') ? 'num bank-amount is-negative' : 'num bank-amount'}>
        {formatMoneyText(item.amount, false)}
      </span>
    </div>
  )
}

/** One side of the desk: what the bank has, or what the books have, with boxes to tick. */
export function BankSide({ side, items, count, ticked, at, onTick, onGo, below }: SideProps): React.JSX.Element {
  return (
    <div className="bank-side" role="grid" aria-label={t(`bank.${side}`)} data-side={side}>
      <header>
        <h2>{t(`bank.${side}`)}</h2>
        <span className="muted">{count}</span>
      </header>
      <div className="bank-rows">
        {items.length === 0 ? (
          <p className="bank-none muted">{t(side === 'lines' ? 'bank.noLines' : 'bank.noMovements')}</p>
        ) : null}
        {items.map((item, index) => (
          <div key={item.key}>
            <Row
              item={item}
              isAt={at === index}
              isTicked={ticked.has(item.key)}
              onTick={() => onTick(item.key)}
              onGo={() => onGo(index)}
            />
            {at === index ? below : null}
          </div>
        ))}
      </div>
    </div>
  )
}
