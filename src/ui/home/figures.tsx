import { Icon } from '../icons/icon.tsx'
import { formatMoneyText } from '../number/decimal-text.ts'
import './home.css'

export type HeadlineFigure = {
  key: string
  label: string
  /** A decimal text; money carries ¥ and small grey decimals. Undefined while it is not known yet: that is not nothing. */
  amount: string | undefined
  money?: boolean
  /** A rise or a fall is an arrow, never a colour. */
  change?: { direction: 'up' | 'down'; text: string; against?: string }
  notes?: readonly string[]
  onOpen?: () => void
}

/** Stands where an amount will be: a nought would be a figure, and a wrong one. */
function UnknownAmount({ className }: { className?: string }): React.JSX.Element {
  return (
    <span className={className} aria-busy="true">
      <u>—</u>
    </span>
  )
}

/** Money at headline size: ¥ and the decimals step back. */
export function HeadlineAmount({
  amount,
  money = true,
  className,
}: {
  amount: string | undefined
  money?: boolean
  className?: string
}): React.JSX.Element {
  if (amount === undefined) return <UnknownAmount className={className} />
  if (!money) return <span className={className}>{amount}</span>
  const [whole = '0', fraction] = formatMoneyText(amount, false).split('.')
  return (
    <span className={className}>
      <u>¥</u>
      {whole}
      {fraction === undefined ? null : <small>.{fraction}</small>}
    </span>
  )
}

function FigureNotes({ figure }: { figure: HeadlineFigure }): React.JSX.Element {
  return (
    <span className="figure-notes">
      {figure.notes?.map((note) => (
        <span key={note}>{note}</span>
      ))}
      {figure.change ? (
        <>
          <span className="figure-change">
            <Icon name={figure.change.direction === 'up' ? 'arrowUp' : 'arrowDown'} size={12} />
            {figure.change.text}
          </span>
          <span>{figure.change.against}</span>
        </>
      ) : null}
    </span>
  )
}

/** The row of figures a day is judged by. */
export function FigureStrip({ figures }: { figures: readonly HeadlineFigure[] }): React.JSX.Element {
  return (
    <ul className="figure-strip" style={{ '--figures': figures.length } as React.CSSProperties}>
      {figures.map((figure) => {
        const content = (
          <>
            <span className="figure-label">{figure.label}</span>
            <HeadlineAmount className="figure-amount" amount={figure.amount} money={figure.money} />
            <FigureNotes figure={figure} />
          </>
        )
        return (
          <li key={figure.key}>
            {figure.onOpen ? (
              <button type="button" className="figure" onClick={figure.onOpen}>
                {content}
              </button>
            ) : (
              <div className="figure">{content}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
