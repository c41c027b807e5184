import { Checkbox } from '../control/checkbox.tsx'
import { t } from '../language.ts'
import { CellContent } from './cell.tsx'
import type { ListColumn } from './column.ts'

export type CardRowProps<Row> = {
  id: string
  row: Row
  index: number
  columns: readonly ListColumn<Row>[]
  selectable: boolean
  selected: boolean
  href?: string
  onOpen?: (row: Row) => void
  onTouch: (id: string, range: boolean) => void
}

export const cardHeight = 76

type Parts<Row> = {
  title?: ListColumn<Row>
  number?: ListColumn<Row>
  amount?: ListColumn<Row>
  state?: ListColumn<Row>
  quiet: readonly ListColumn<Row>[]
}

/** Which columns a card shows, from what they are: the widest text, the link, the amount that matters, the state, a date. */
export function cardParts<Row>(columns: readonly ListColumn<Row>[]): Parts<Row> {
  const number = columns.find((column) => column.kind === 'link')
  const title =
    columns.find((column) => column.grow && column !== number) ??
    columns.find((column) => column.kind === 'text') ??
    number
  const amount = columns.find((column) => column.emphasis) ?? columns.find((column) => column.kind === 'money')
  const state = columns.find((column) => column.kind === 'state')
  const quiet = columns.filter((column) => column.kind === 'date').slice(0, 1)
  return { title, number: number === title ? undefined : number, amount, state, quiet }
}

/** A row of a list on a phone: who and how much above, number, day and state below. */
export function CardRow<Row>({
  id,
  row,
  index,
  columns,
  selectable,
  selected,
  href,
  onOpen,
  onTouch,
}: CardRowProps<Row>): React.JSX.Element {
  const parts = cardParts(columns)
  const cell = (column: ListColumn<Row> | undefined): React.ReactNode =>
    column ? (
      <CellContent column={{ ...column, kind: column.kind === 'link' ? 'text' : column.kind }} row={row} href={href} />
    ) : null
  return (
    <div
      className={selected ? 'card-row is-selected' : 'card-row'}
      role="row"
      aria-rowindex={index + 2}
      style={{ top: index * cardHeight, height: cardHeight }}
    >
      {selectable ? (
        <span className="card-check" role="gridcell">
          <Checkbox
            checked={selected}
            label={t('list.selectRow', { row: index + 1 })}
            onChange={() => onTouch(id, false)}
          />
        </span>
      ) : null}
      <a
        href={href}
        className="card-body"
        role="gridcell"
        onClick={(event) => {
          if (onOpen === undefined) return
          event.preventDefault()
          onOpen(row)
        }}
      >
        <span className="card-line">
          <span className="clip grow">{cell(parts.title)}</span>
          <span className="medium">{cell(parts.amount)}</span>
        </span>
        <span className="card-line is-quiet">
          {cell(parts.number)}
          {parts.quiet.map((column) => (
            <span key={column.key}>{cell(column)}</span>
          ))}
          <span className="grow" />
          {cell(parts.state)}
        </span>
      </a>
    </div>
  )
}
