import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { headsOf } from './document-heads.ts'
import type { DocumentHead } from './document-heads.ts'
import { lotName } from './stored-lots.ts'
import type { LotName } from './stored-lots.ts'

/** Towards where a lot came from (上查), or where it went (下查). */
export type TraceDirection = 'from' | 'to'

/** A document that moved a lot, with what it made of it. */
export interface TracedDocument {
  readonly type: string
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly party: string | null
  /** What it changed of the lot: positive in, negative out, zero moved from place to place. */
  readonly net: Decimal
  /** What it moved, where nothing came or went. */
  readonly moved: Decimal
  /** Lots it was made of, or that were made of it, with how much; the lot is null of an item that is not tracked. */
  readonly others: readonly { readonly item: string; readonly lot: string | null; readonly quantity: Decimal }[]
}

/** A lot with the documents that moved it in the direction that was asked; its others are in `lots` of the trace. */
export interface TracedLot extends LotName {
  readonly level: number
  readonly documents: readonly TracedDocument[]
}

interface MoveRow {
  readonly item: string
  readonly lot: string
  readonly document_type: string
  readonly document_id: string
  readonly date: CalendarDate
  readonly net: string
  readonly moved: string
  readonly within: boolean
}

interface OtherRow {
  readonly document_id: string
  readonly item: string
  readonly lot: string | null
  readonly net: string
}

// A pair that was taken back moved nothing.
const standing = `e.quantity <> 0 and e.negates is null
  and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)`

const readMoves = (work: Work, lots: readonly LotName[]): Promise<MoveRow[]> =>
  work.tx.rows(
    `select e.item, e.lot, e.document_type, e.document_id, min(e.date) as date, sum(e.quantity) as net,
       coalesce(sum(e.quantity) filter (where e.quantity > 0), 0) as moved, bool_or(jsonb_typeof(e.against) = 'object') as within
     from unnest($2::uuid[], $3::text[]) as r(item, lot)
     join stock_entry e on e.company_id = $1 and e.item = r.item and e.lot = r.lot
     where ${standing} group by 1, 2, 3, 4 order by 5, 4`,
    [work.company, lots.map((one) => one.item), lots.map((one) => one.number)],
  )

/** What else documents moved against each other: what goods were made of, what was made of them. */
const readOthers = (work: Work, documents: readonly string[]): Promise<OtherRow[]> =>
  documents.length === 0
    ? Promise.resolve([])
    : work.tx.rows(
        `select e.document_id, e.item, e.lot, sum(e.quantity) as net from stock_entry e
         where e.company_id = $1 and e.document_id = any($2::uuid[]) and jsonb_typeof(e.against) = 'object' and ${standing}
         group by 1, 2, 3 having sum(e.quantity) <> 0 order by min(e.line_no), 2, 3`,
        [work.company, documents],
      )

const isTowards = (direction: TraceDirection, net: Decimal): boolean =>
  direction === 'from' ? net.isPositive() && !net.isZero() : net.isNegative()

const documentOf = (
  direction: TraceDirection,
  move: MoveRow,
  head: DocumentHead | undefined,
  others: readonly OtherRow[],
): TracedDocument => {
  const net = decimal(move.net)
  const opposite = direction === 'from' ? 'to' : 'from'
  return {
    type: move.document_type,
    id: move.document_id,
    number: head?.number ?? '',
    date: move.date,
    party: head?.party ?? null,
    net,
    moved: decimal(move.moved),
    others: isTowards(direction, net)
      ? others
          .filter((one) => !(one.item === move.item && one.lot === move.lot) && isTowards(opposite, decimal(one.net)))
          .map((one) => ({ item: one.item, lot: one.lot, quantity: decimal(one.net).abs() }))
      : [],
  }
}

/** How far a trace goes; goods made of goods made of goods are seldom more than a handful of steps. */
const deepest = 30

/**
 * The whole tree of a lot: the documents that moved it, the lots it was made of or that were made of it, and so on; each lot
 * once. Two questions a level, whatever the width of the tree, by the index of lots.
 */
export const traceLot = async (work: Work, start: LotName, direction: TraceDirection): Promise<TracedLot[]> => {
  const found: TracedLot[] = []
  const seen = new Set([lotName(start)])
  let asking: readonly LotName[] = [start]
  for (let level = 0; asking.length > 0 && level < deepest; level += 1) {
    const moves = await readMoves(work, asking)
    const made = moves.filter((move) => move.within && isTowards(direction, decimal(move.net)))
    const [others, heads] = await Promise.all([
      readOthers(work, [...new Set(made.map((move) => move.document_id))]),
      headsOf(
        work,
        moves.map((move) => ({ type: move.document_type, id: move.document_id })),
      ),
    ])
    const othersOf = Map.groupBy(others, (row) => row.document_id)
    const byLot = Map.groupBy(moves, (move) => lotName({ item: move.item, number: move.lot }))
    const next: LotName[] = []
    for (const one of asking) {
      const documents = (byLot.get(lotName(one)) ?? []).map((move) =>
        documentOf(
          direction,
          move,
          heads.get(move.document_id),
          move.within ? (othersOf.get(move.document_id) ?? []) : [],
        ),
      )
      found.push({ ...one, level, documents })
      for (const other of documents.flatMap((document) => document.others)) {
        const name = other.lot === null ? null : { item: other.item, number: other.lot }
        if (name === null || seen.has(lotName(name))) continue
        seen.add(lotName(name))
        next.push(name)
      }
    }
    asking = next
  }
  return found
}
