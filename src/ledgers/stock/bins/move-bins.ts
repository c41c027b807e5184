import { fromMicros, microsText, toMicros } from '../../../base/fixed-point.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { isPooled } from '../../dimensions/place.ts'
import type { StockContext } from '../stock-context.ts'

/** A change of quantity, with the bin that it is in; null is 未上架. */
export interface BinMove {
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly lot: string | null
  readonly bin: string | null
  readonly quantity: bigint
  readonly date: CalendarDate
  readonly lineNo: number
}

interface BinTotal {
  readonly move: BinMove
  readonly quantity: bigint
}

export const refused = (
  context: StockContext,
  move: BinMove,
  short: bigint,
  from: readonly [zh: string, en: string],
): Error => {
  const item = context.item(move.item)
  const missing = fromMicros(short).toString()
  return invalid(
    `${item.code} ${item.name} 在${from[0]}缺 ${missing}`,
    `${item.code} is short of ${missing} in ${from[1]}`,
    [
      fieldProblem(
        `lines.${Math.max(move.lineNo - 1, 0)}.bin`,
        `${from[0]}缺 ${missing}，请换货位、拆行，或先移库`,
        `is short of ${missing}: take another bin, split the line, or move goods there first`,
      ),
    ],
  )
}

const keyOf = (move: BinMove) => `${move.item}/${move.warehouse}/${move.place}/${move.bin ?? ''}/${move.lot ?? ''}`

export const totalsOf = (moves: readonly BinMove[]): BinTotal[] =>
  [...Map.groupBy(moves, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      const [first] = same
      if (first === undefined) return []
      const worst = same.reduce((one, other) => (other.quantity < one.quantity ? other : one), first)
      return [{ move: worst, quantity: same.reduce((sum, one) => sum + one.quantity, 0n) }]
    })

/** No more is in a bin than lies there, whatever may be promised ahead of the warehouse. */
const moveTotals = async (work: Work, context: StockContext, totals: readonly BinTotal[]): Promise<void> => {
  if (totals.length === 0) return
  const rows = await work.tx.rows<{ n: string; quantity: string; name: string }>(
    `with moved as (
       insert into stock_bin_balance as b (company_id, item, warehouse, place, bin, lot, quantity)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::numeric[])
       on conflict (company_id, item, warehouse, place, bin, lot) do update set quantity = b.quantity + excluded.quantity
       returning item, warehouse, place, bin, lot, quantity)
     select a.n, m.quantity, b.name
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[]) with ordinality as a(item, warehouse, place, bin, lot, n)
     join moved m on m.item = a.item and m.warehouse = a.warehouse and m.place = a.place and m.bin = a.bin and m.lot = a.lot
     join bin b on b.company_id = $1 and b.id = m.bin where m.quantity < 0 order by a.n limit 1`,
    [
      work.company,
      totals.map((t) => t.move.item),
      totals.map((t) => t.move.warehouse),
      totals.map((t) => t.move.place),
      totals.map((t) => t.move.bin),
      totals.map((t) => t.move.lot ?? ''),
      totals.map((t) => microsText(t.quantity)),
    ],
  )
  const [short] = rows
  const total = totals[Number(short?.n ?? 0) - 1]
  if (short === undefined || total === undefined) return
  throw refused(context, total.move, -toMicros(short.quantity), [`货位 ${short.name} `, `bin ${short.name}`])
}

/** What leaves without a bin leaves what is not put away; where that runs out, the goods lie in bins that must be named. */
const refuseLoose = async (work: Work, context: StockContext, moves: readonly BinMove[]): Promise<void> => {
  const totals = totalsOf(
    moves.map((move) => ({ ...move, lot: context.item(move.item).tracksLots === true ? move.lot : null })),
  )
  if (totals.length === 0) return
  const rows = await work.tx.rows<{ n: string; loose: string }>(
    `select a.n, case when a.lot = '' then t.quantity else l.quantity end - sum(s.quantity) as loose
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality as a(item, warehouse, place, lot, n)
     join stock_bin_balance s on s.company_id = $1 and s.item = a.item and s.warehouse = a.warehouse and s.place = a.place
       and (a.lot = '' or s.lot = a.lot)
     left join stock_balance t on t.company_id = $1 and t.item = a.item and t.warehouse = a.warehouse and t.place = a.place
     left join stock_lot_balance l on l.company_id = $1 and l.item = a.item and l.warehouse = a.warehouse and l.place = a.place and l.lot = a.lot
     group by a.n, a.lot, t.quantity, l.quantity
     having sum(s.quantity) > 0 and case when a.lot = '' then t.quantity else l.quantity end < sum(s.quantity)
     order by a.n limit 1`,
    [
      work.company,
      totals.map((t) => t.move.item),
      totals.map((t) => t.move.warehouse),
      totals.map((t) => t.move.place),
      totals.map((t) => t.move.lot ?? ''),
    ],
  )
  const [short] = rows
  const total = totals[Number(short?.n ?? 0) - 1]
  if (short === undefined || total === undefined) return
  const { name } = context.warehouse(total.move.warehouse)
  throw refused(context, total.move, -toMicros(short.loose), [`${name}未上架的货里`, `what is not put away in ${name}`])
}

/** Moves what lies in bins, and refuses to take from a bin, or from beside them, what is not there. Nothing where none are kept. */
export const moveBins = async (work: Work, context: StockContext, moves: readonly BinMove[]): Promise<void> => {
  const inBins = moves.filter((move) => move.bin !== null)
  const loose = moves.filter(
    (move) =>
      move.bin === null &&
      move.quantity < 0n &&
      isPooled(move.place) &&
      context.warehouse(move.warehouse).keepsBins === true,
  )
  await Promise.all([moveTotals(work, context, totalsOf(inBins)), refuseLoose(work, context, loose)])
}
