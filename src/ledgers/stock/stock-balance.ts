import type { CalendarDate } from '../../base/calendar-date.ts'

import { fromMicros, microsText, toMicros } from '../../base/fixed-point.ts'
import { isPooled } from '../dimensions/place.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import { notify, withdrawNotices } from '../../kernel/notices/notify.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { ChainMovement } from './chain.ts'
import { moveBins } from './bins/move-bins.ts'
import type { StockContext } from './stock-context.ts'

/** A change of quantity in one place, with the line that makes it. */
export interface QuantityMove {
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly lot: string | null
  readonly bin: string | null
  readonly quantity: bigint
  /** In the item's second unit; zero where it has none. */
  readonly second: bigint
  readonly date: CalendarDate
  readonly lineNo: number
}

export const moveOf = (m: ChainMovement): QuantityMove => ({
  item: m.item,
  warehouse: m.warehouse,
  place: m.place,
  lot: m.lot,
  bin: m.bin,
  quantity: m.quantity,
  second: m.secondQuantity ?? 0n,
  date: m.date,
  lineNo: m.lineNo,
})

/** The same with its sign turned. */
export const takenBack = (move: QuantityMove): QuantityMove => ({
  ...move,
  quantity: -move.quantity,
  second: -move.second,
})

interface PlaceKey {
  readonly item: string
  readonly warehouse: string
  readonly place: string
}

const keyOf = (move: PlaceKey) => `${move.item}/${move.warehouse}/${move.place}`
const lotKeyOf = (move: PlaceKey & { readonly lot: string | null }) => `${keyOf(move)}/${move.lot ?? ''}`

const shortage = (context: StockContext, { worst: move, ofLot }: PlaceTotal, left: bigint, day: string | null) => {
  const item = context.item(move.item)
  const warehouse = context.warehouse(move.warehouse)
  const missing = fromMicros(-left).toString()
  const when = `${ofLot ? `批号 ${move.lot} ` : ''}${day === null ? '' : `，${day} 起`}`
  return new Problem(
    'invalid',
    {
      zh: `库存不足：${item.code} ${item.name} 在${warehouse.name}${when}缺 ${missing}`,
      en: `Not enough stock: ${item.code} ${item.name} in ${warehouse.name} is short of ${missing}${day === null ? '' : ` from ${day}`}`,
    },
    [
      fieldProblem(
        `lines.${Math.max(move.lineNo - 1, 0)}.quantity`,
        `${item.code} ${item.name} 在${warehouse.name}${when}缺 ${missing}`,
        `${item.code} is short of ${missing} in ${warehouse.name}${ofLot ? ` (lot ${move.lot})` : ''}`,
      ),
    ],
  )
}

/** The lowest the stock of a place falls on any day from the move's on. */
const lowestFrom = async (
  work: Work,
  { worst: move, ofLot }: PlaceTotal,
): Promise<{ lowest: bigint; day: string } | undefined> => {
  const rows = await work.tx.rows<{ running: string; date: string }>(
    `with days as (
       select date, sum(sum(quantity)) over (order by date) as running from stock_entry
       where company_id = $1 and item = $2 and warehouse = $3 and place = $4${ofLot ? ' and lot = $6' : ''} group by date)
     select running, date from days where date > $5
     union all
     select coalesce((select running from days where date <= $5 order by date desc limit 1), 0), $5::date
     order by running limit 1`,
    [work.company, move.item, move.warehouse, move.place, move.date, ...(ofLot ? [move.lot] : [])],
  )
  const row = rows[0]
  return row === undefined ? undefined : { lowest: toMicros(row.running), day: row.date }
}

interface PlaceTotal {
  readonly move: QuantityMove
  /** The move that takes most: the line to blame. */
  readonly worst: QuantityMove
  readonly quantity: bigint
  readonly second: bigint
  /** The total is that of one lot in the place. */
  readonly ofLot: boolean
}

/** The moves summed by place, or by lot in each place, in ascending order. */
const totalsOf = (moves: readonly QuantityMove[], ofLot: boolean): PlaceTotal[] =>
  [...Map.groupBy(ofLot ? moves.filter((m) => m.lot !== null) : moves, ofLot ? lotKeyOf : keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first === undefined
        ? []
        : [
            {
              move: first,
              worst: rest.reduce((worst, m) => (m.quantity < worst.quantity ? m : worst), first),
              quantity: rest.reduce((total, m) => total + m.quantity, first.quantity),
              second: rest.reduce((total, m) => total + m.second, first.second),
              ofLot,
            },
          ],
    )

/** What waits for its inspection or was rejected is never promised ahead: it cannot fall below nothing, whatever the policy. */
const isCounted = (place: string) => isPooled(place) && place !== 'onHand'

const mayRunShort = (context: StockContext, total: PlaceTotal) =>
  total.quantity >= 0n ||
  (total.ofLot && context.item(total.move.item).tracksLots !== true) ||
  (!isCounted(total.move.place) && context.negativeStock(total.move.item, total.move.warehouse) !== 'forbid')

/** Something of a second quantity that is left where nothing is left of the first, or the other way round: half of a thing. */
const refuseRemnant = (context: StockContext, { worst: move }: PlaceTotal, left: bigint, second: bigint): void => {
  const item = context.item(move.item)
  if (item.secondUnit === null || (left === 0n) === (second === 0n)) return
  const [zh, en] =
    left === 0n
      ? [
          `出清后辅数量还剩 ${fromMicros(second).toString()}`,
          `${fromMicros(second).toString()} of the second unit would be left`,
        ]
      : [
          `辅数量已出清，主数量还剩 ${fromMicros(left).toString()}`,
          `${fromMicros(left).toString()} would be left without a second quantity`,
        ]
  const path = `lines.${Math.max(move.lineNo - 1, 0)}.secondQuantity`
  throw new Problem('invalid', { zh: `${item.code} ${item.name}：两个数量对不上，${zh}`, en: `${item.code}: ${en}` }, [
    fieldProblem(path, zh, en),
  ])
}

interface BalanceRow extends PlaceKey {
  readonly lot: string | null
  readonly quantity: string
  readonly second_quantity: string
}

/** The statement that moves balances, with its values; what they come to is answered. */
const upsert = (
  work: Work,
  totals: readonly PlaceTotal[],
  ofLot: boolean,
): readonly [text: string, values: unknown[]] => {
  const table = ofLot ? 'stock_lot_balance' : 'stock_balance'
  const lot = ofLot ? ', lot' : ''
  return [
    `insert into ${table} as b (company_id, item, warehouse, place, quantity, second_quantity${lot})
     select $1, r.item, r.warehouse, r.place, r.quantity, r.second${ofLot ? ', r.lot' : ''}
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[], $6::numeric[], $7::text[]) as r(item, warehouse, place, quantity, second, lot)
     on conflict (company_id, item, warehouse, place${lot}) do update
       set quantity = b.quantity + excluded.quantity, second_quantity = b.second_quantity + excluded.second_quantity
     returning item, warehouse, place, ${ofLot ? 'lot' : 'null as lot'}, quantity, second_quantity`,
    [
      work.company,
      totals.map((t) => t.move.item),
      totals.map((t) => t.move.warehouse),
      totals.map((t) => t.move.place),
      totals.map((t) => microsText(t.quantity)),
      totals.map((t) => microsText(t.second)),
      totals.map((t) => t.move.lot),
    ],
  ]
}

/** What lies in a place, in both units. */
interface Lying {
  readonly quantity: bigint
  readonly second: bigint
}

/** What lies in places whose pools are held, so that it cannot change until this transaction ends. */
export type Standing = ReadonlyMap<string, Lying>

/** Reads what lies in places. To be asked behind what holds their pools. */
export const readStanding = async (work: Work, goods: readonly PlaceKey[]): Promise<Standing> => {
  const places = [...new Map(goods.map((one) => [keyOf(one), one])).values()]
  const rows = await work.tx.rows<BalanceRow>(
    `select b.item, b.warehouse, b.place, b.quantity, b.second_quantity
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as r(item, warehouse, place)
     join stock_balance b on b.company_id = $1 and b.item = r.item and b.warehouse = r.warehouse and b.place = r.place`,
    [work.company, places.map((p) => p.item), places.map((p) => p.warehouse), places.map((p) => p.place)],
  )
  const standing = new Map<string, Lying>(places.map((place) => [keyOf(place), { quantity: 0n, second: 0n }]))
  for (const row of rows)
    standing.set(keyOf(row), { quantity: toMicros(row.quantity), second: toMicros(row.second_quantity) })
  return standing
}

const negativeKey = ({ item, warehouse }: PlaceKey) => `negativeStock/${item}/${warehouse}`

/** Under 提醒 what falls below zero is told to whoever looks after stock, once until it is covered. */
const tellShort = (work: Work, context: StockContext, { move, quantity, ofLot }: PlaceTotal, left: bigint): void => {
  if (ofLot || move.place !== 'onHand' || context.negativeStock(move.item, move.warehouse) !== 'warn') return
  if (left >= 0n) {
    if (quantity > 0n) withdrawNotices(work, negativeKey(move))
    return
  }
  const item = context.item(move.item)
  const warehouse = context.warehouse(move.warehouse)
  const missing = fromMicros(-left).toString()
  notify(work, {
    to: { right: 'report.stockOnHand' },
    key: negativeKey(move),
    subject: { type: 'item', id: move.item },
    text: {
      zh: `负库存：${item.code} ${item.name} 在${warehouse.name}缺 ${missing}，成本先按最近成本计，补货时补差`,
      en: `Negative stock: ${item.code} is short of ${missing} in ${warehouse.name}; its cost is trued up when it is covered`,
    },
  })
}

/** Moves balances and answers what they come to: without a wait where what lies there is known. */
const moved = async (
  work: Work,
  totals: readonly PlaceTotal[],
  ofLot: boolean,
  standing: Standing,
): Promise<ReadonlyMap<string, Lying>> => {
  const [text, values] = upsert(work, totals, ofLot)
  const before = ofLot ? [] : totals.flatMap((total) => standing.get(keyOf(total.move)) ?? [])
  if (before.length === totals.length) {
    work.tx.send(text, values)
    return new Map(
      totals.map((total, index): [string, Lying] => [
        keyOf(total.move),
        {
          quantity: (before[index]?.quantity ?? 0n) + total.quantity,
          second: (before[index]?.second ?? 0n) + total.second,
        },
      ]),
    )
  }
  const key = ofLot ? lotKeyOf : keyOf
  const rows = await work.tx.rows<BalanceRow>(text, values)
  return new Map(
    rows.map((row) => [key(row), { quantity: toMicros(row.quantity), second: toMicros(row.second_quantity) }]),
  )
}

const moveSome = async (
  work: Work,
  context: StockContext,
  moves: readonly QuantityMove[],
  ofLot: boolean,
  standing: Standing,
): Promise<void> => {
  const totals = totalsOf(moves, ofLot)
  if (totals.length === 0) return
  const key = ofLot ? lotKeyOf : keyOf
  const after = await moved(work, totals, ofLot, standing)
  for (const total of totals) {
    const left = after.get(key(total.move))
    if (left === undefined) throw new Error(`the balance of ${key(total.move)} was not moved`)
    if (left.quantity < 0n && !mayRunShort(context, total)) throw shortage(context, total, left.quantity, null)
    tellShort(work, context, total, left.quantity)
    refuseRemnant(context, total, left.quantity, left.second)
  }
}

/**
 * Moves the balances of places, of lots and of bins, in ascending order, and refuses what would go below zero where that is
 * forbidden. What is known to lie in places whose pools are held need not be waited for.
 */
export const moveBalances = async (
  work: Work,
  context: StockContext,
  moves: readonly QuantityMove[],
  standing: Standing,
): Promise<void> => {
  await Promise.all([
    moveSome(work, context, moves, false, standing),
    moveSome(work, context, moves, true, standing),
    moveBins(work, context, moves),
  ])
}

/** Refuses what is dated in the past and would leave less than nothing on any day since; called when all is appended. */
export const checkPast = async (work: Work, context: StockContext, moves: readonly QuantityMove[]): Promise<void> => {
  const totals = [...totalsOf(moves, false), ...totalsOf(moves, true)].filter((total) => !mayRunShort(context, total))
  const found = await Promise.all(totals.map((total) => lowestFrom(work, total)))
  found.forEach((lowest, index) => {
    const total = totals[index]
    if (lowest === undefined || total === undefined || lowest.lowest >= 0n) return
    throw shortage(context, total, lowest.lowest, lowest.day)
  })
}
