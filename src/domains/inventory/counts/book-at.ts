import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** Goods of a sheet, and the moment to which their movements count. */
export interface AskedGoods {
  readonly item: string
  readonly lot: string | null
  readonly bin: string | null
  readonly at: Date
}

export interface BookQuantity {
  /** What the books knew at the moment the sheet was made. */
  readonly book: Decimal
  /** What was recorded from then to the moment that is asked for. */
  readonly moved: Decimal
}

/** Which lines mean one lot, or one bin, of their item; where no line of an item names any, the line means all of it. */
const parted = (goods: readonly AskedGoods[], by: 'lot' | 'bin'): boolean[] => {
  const named = new Set(goods.flatMap((one) => (one[by] === null ? [] : [one.item])))
  return goods.map(({ item }) => named.has(item))
}

/**
 * What the books knew to be on hand in a warehouse at a moment, and what was recorded between it and a later moment of each
 * line's own; in the order of what was asked. Both go by the moment of recording, whatever day a document is dated.
 */
export const bookAt = async (
  work: Work,
  place: { readonly warehouse: string; readonly frozenAt: Date },
  goods: readonly AskedGoods[],
): Promise<BookQuantity[]> => {
  const rows = await work.tx.rows<{ book: string; moved: string }>(
    `select coalesce(sum(e.quantity) filter (where e.recorded_at <= $3), 0) as book,
       coalesce(sum(e.quantity) filter (where e.recorded_at > $3 and e.recorded_at <= a.at), 0) as moved
     from unnest($4::uuid[], $5::text[], $6::boolean[], $7::timestamptz[], $8::uuid[], $9::boolean[])
       with ordinality as a(item, lot, by_lot, at, bin, by_bin, n)
     left join stock_entry e on e.company_id = $1 and e.item = a.item and e.warehouse = $2 and e.place = 'onHand'
       and (not a.by_lot or e.lot is not distinct from a.lot) and (not a.by_bin or e.bin is not distinct from a.bin)
     group by a.n order by a.n`,
    [
      work.company,
      place.warehouse,
      place.frozenAt,
      goods.map((one) => one.item),
      goods.map((one) => one.lot),
      parted(goods, 'lot'),
      goods.map((one) => one.at),
      goods.map((one) => one.bin),
      parted(goods, 'bin'),
    ],
  )
  return rows.map((row) => ({ book: decimal(row.book), moved: decimal(row.moved) }))
}

/** Which of these were moved between two moments: nobody can say which of the goods were counted before that. */
export const movedBetween = async (
  work: Work,
  warehouse: string,
  goods: readonly (Pick<AskedGoods, 'item' | 'lot' | 'bin'> & { readonly from: Date; readonly to: Date })[],
): Promise<boolean[]> => {
  const rows = await work.tx.rows<{ moved: boolean }>(
    `select exists (select 1 from stock_entry e where e.company_id = $1 and e.item = a.item and e.warehouse = $2
       and e.place = 'onHand' and e.quantity <> 0 and (a.lot is null or e.lot = a.lot) and (a.bin is null or e.bin = a.bin)
       and e.recorded_at > a.since and e.recorded_at <= a.till) as moved
     from unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::uuid[]) with ordinality as a(item, lot, since, till, bin, n)
     order by a.n`,
    [
      work.company,
      warehouse,
      goods.map((one) => one.item),
      goods.map((one) => one.lot),
      goods.map((one) => one.from),
      goods.map((one) => one.to),
      goods.map((one) => one.bin),
    ],
  )
  return rows.map((row) => row.moved)
}
