import type { CalendarDate } from '../../base/calendar-date.ts'
import { toMicros } from '../../base/fixed-point.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../dimensions/place.ts'
import { openPromises } from '../plan/open-promises.ts'
import { addParts, fiveOf, noStock, wholeOf } from './five-quantities.ts'
import type { FiveQuantities, StockParts } from './five-quantities.ts'

export interface StockAsked {
  /** All items where there are none. */
  readonly items: readonly string[] | null
  readonly asOf?: CalendarDate | null
  readonly knownAt?: Date | null
}

/** Parts by item, then by warehouse; what is promised for no warehouse in particular stands under the empty name. */
export type PartsByPlace = ReadonlyMap<string, ReadonlyMap<string, StockParts>>

interface PlaceRow {
  readonly item: string
  readonly warehouse: string
  readonly on_hand: string
  readonly frozen: string
  readonly moving: string
}

const sums = `coalesce(sum(quantity) filter (where place <> 'inTransit'), 0) as on_hand,
  coalesce(sum(quantity) filter (where place not in ('inTransit', 'onHand')), 0) as frozen,
  coalesce(sum(quantity) filter (where place = 'inTransit'), 0) as moving`

const ofItems = '($2::uuid[] is null or item = any($2))'

const readPlaces = (work: Work, asked: StockAsked, places: string): Promise<PlaceRow[]> => {
  const isPast = Boolean(asked.asOf) || Boolean(asked.knownAt)
  const counted = `company_id = $1 and place in (${places}) and ${ofItems}`
  const past = 'and ($3::date is null or date <= $3) and ($4::timestamptz is null or recorded_at <= $4)'
  return work.tx.rows(
    isPast
      ? `select item, warehouse, ${sums} from stock_entry where ${counted} ${past} group by 1, 2`
      : `select item, warehouse, ${sums} from stock_balance where ${counted} group by 1, 2`,
    isPast ? [work.company, asked.items, asked.asOf ?? null, asked.knownAt ?? null] : [work.company, asked.items],
    { named: false },
  )
}

/** Goods that lie free but for their lot, which is frozen or recalled; on past days by what the lot is now. */
const readFrozenLots = (
  work: Work,
  asked: StockAsked,
): Promise<{ item: string; warehouse: string; quantity: string }[]> => {
  const isPast = Boolean(asked.asOf) || Boolean(asked.knownAt)
  const of = "join lot l on l.company_id = $1 and l.item = b.item and l.number = b.lot and l.state <> 'normal'"
  const counted = `b.company_id = $1 and b.place = 'onHand' and ($2::uuid[] is null or b.item = any($2))`
  const past = 'and ($3::date is null or b.date <= $3) and ($4::timestamptz is null or b.recorded_at <= $4)'
  return work.tx.rows(
    `select b.item, b.warehouse, sum(b.quantity) as quantity from ${isPast ? 'stock_entry' : 'stock_lot_balance'} b ${of}
     where ${counted} ${isPast ? past : ''} group by 1, 2 having sum(b.quantity) <> 0`,
    isPast ? [work.company, asked.items, asked.asOf ?? null, asked.knownAt ?? null] : [work.company, asked.items],
    { named: false },
  )
}

interface Gathering {
  readonly add: (item: string, warehouse: string, parts: Partial<StockParts>) => void
  readonly parts: PartsByPlace
}

const gather = (): Gathering => {
  const parts = new Map<string, Map<string, StockParts>>()
  return {
    parts,
    add: (item, warehouse, more) => {
      const places = parts.get(item) ?? new Map<string, StockParts>()
      parts.set(item, places)
      places.set(warehouse, addParts(places.get(warehouse) ?? noStock, { ...noStock, ...more }))
    },
  }
}

const readParts = async (work: Work, asked: StockAsked, places: string): Promise<PartsByPlace> => {
  const { add, parts } = gather()
  const [rows, promises, frozen] = await Promise.all([
    readPlaces(work, asked, places),
    openPromises(work, asked),
    readFrozenLots(work, asked),
  ])
  for (const row of frozen) add(row.item, row.warehouse, { frozen: toMicros(row.quantity) })
  for (const row of rows) {
    const [onHand, frozen, onWay] = [toMicros(row.on_hand), toMicros(row.frozen), toMicros(row.moving)]
    add(row.item, row.warehouse, { onHand, frozen, onWay })
  }
  for (const { item, warehouse, kind, quantity } of promises) {
    add(item, warehouse ?? '', kind === 'supply' ? { onWay: quantity } : { toDeliver: quantity })
  }
  return parts
}

/** What is on its way and what is promised, for a report that has counted what lies in the warehouses already. */
export const partsBesideStock = (work: Work, asked: StockAsked): Promise<PartsByPlace> =>
  readParts(work, asked, `'inTransit'`)

/** The five quantities' parts of items by warehouse: now, on a day, or as they were known at a moment. */
export const stockParts = (work: Work, asked: StockAsked): Promise<PartsByPlace> =>
  readParts(work, asked, `${pooledPlacesSql}, 'inTransit'`)

/** The five quantities of items over all warehouses. */
export const fiveQuantities = async (work: Work, asked: StockAsked): Promise<Map<string, FiveQuantities>> => {
  const parts = await stockParts(work, asked)
  return new Map([...parts].map(([item, places]) => [item, fiveOf(wholeOf(places.values()))] as const))
}
