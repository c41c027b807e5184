import type { CalendarDate } from '../../../base/calendar-date.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'

/** Where a unit is: in a place of a warehouse, or, having left us, nowhere. */
export interface SerialState {
  readonly item: string
  readonly number: string
  readonly warehouse: string | null
  readonly place: string | null
  readonly lot: string | null
  /** The last entry that moved it, and its day. */
  readonly entry: string
  readonly date: CalendarDate
}

/** One entry's units, coming into a place or going out of it. */
export interface SerialMove {
  readonly entry: string
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly lot: string | null
  readonly date: CalendarDate
  readonly isIn: boolean
  readonly serials: readonly string[]
  /** The line's field, to name what is refused: `lines.0.serials`. */
  readonly path: string
  /** The units that left by the entry which this one follows: a return brings back those, and no others. */
  readonly among: ReadonlySet<string> | null
}

export const serialKey = (unit: { readonly item: string; readonly number: string }): string =>
  `${unit.item}/${unit.number}`

/** Names a warehouse in words. */
export type NameWarehouse = (id: string) => string

const refusal = (move: SerialMove, number: string, known: SerialState | undefined, nameOf: NameWarehouse) => {
  const at = (zh: string, en: string) => fieldProblem(move.path, `序列号 ${number} ${zh}`, `${number} ${en}`)
  if (move.among !== null && !move.among.has(number))
    return at('不在来源单据的序列号中', 'is not one of those of the source')
  if (known !== undefined && known.date > move.date) {
    return at(`在 ${known.date} 还有业务，单据日期不能更早`, `moved on ${known.date}; this cannot be earlier`)
  }
  if (move.isIn) {
    return known !== undefined && known.place !== null && known.place !== 'goodsShipped'
      ? at(`已在${nameOf(known.warehouse ?? '')}，不能重复入库`, 'is in stock already')
      : undefined
  }
  if (known === undefined) return at('没有入过库', 'never came in')
  if (known.place === null) return at('已出库，不在库中', 'has left already')
  if (known.warehouse !== move.warehouse || known.place !== move.place) {
    return at(`在${nameOf(known.warehouse ?? '')}，不在要出库的位置`, 'is elsewhere')
  }
  return move.lot !== null && known.lot !== move.lot
    ? at(`属于批号 ${known.lot ?? ''}`, `is of lot ${known.lot}`)
    : undefined
}

const stateAfter = (move: SerialMove, number: string): SerialState => ({
  item: move.item,
  number,
  warehouse: move.isIn ? move.warehouse : null,
  place: move.isIn ? move.place : null,
  lot: move.lot,
  entry: move.entry,
  date: move.date,
})

/**
 * Moves units one entry after another over what is known of them (`states`, which is changed). One unit is in one place, is
 * sold once, comes back only after it left, and never moves before its last movement's day. What cannot be is refused,
 * unit by unit, at most five a line.
 */
export const moveSerials = (
  states: Map<string, SerialState>,
  moves: readonly SerialMove[],
  nameOf: NameWarehouse,
): FieldProblem[] => {
  const problems: FieldProblem[] = []
  for (const move of moves) {
    let refused = 0
    for (const number of move.serials) {
      const key = serialKey({ item: move.item, number })
      const problem = refusal(move, number, states.get(key), nameOf)
      if (problem !== undefined) {
        refused += 1
        if (refused <= 5) problems.push(problem)
        continue
      }
      states.set(key, stateAfter(move, number))
    }
  }
  return problems
}
