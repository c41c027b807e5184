import { toMicros } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { StockContext } from '../stock-context.ts'
import { refused, totalsOf } from './move-bins.ts'
import type { BinMove } from './move-bins.ts'

/**
 * Refuses what takes more from a bin than lay there on any day since, where something of it is dated later, whatever may be
 * promised ahead of the warehouse; called when all is appended. Goods that are moved from bin to bin move in no pool, whose last
 * day would tell.
 */
export const checkPastBins = async (work: Work, context: StockContext, moves: readonly BinMove[]): Promise<void> => {
  const totals = totalsOf(moves.filter((move) => move.bin !== null)).filter((total) => total.quantity < 0n)
  if (totals.length === 0) return
  const rows = await work.tx.rows<{ n: string; date: string; running: string; name: string }>(
    `select a.n, d.date, d.running, b.name
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::date[]) with ordinality as a(item, warehouse, place, bin, lot, day, n)
     join bin b on b.company_id = $1 and b.id = a.bin
     cross join lateral (
       select 1 from stock_entry e where e.company_id = $1 and e.item = a.item and e.date > a.day and e.bin = a.bin limit 1) later
     cross join lateral (
       select e.date, sum(sum(e.quantity)) over (order by e.date) as running from stock_entry e
       where e.company_id = $1 and e.item = a.item and e.warehouse = a.warehouse and e.place = a.place and e.bin = a.bin
         and coalesce(e.lot, '') = a.lot group by e.date) d
     where d.date >= a.day and d.running < 0 order by a.n, d.date limit 1`,
    [
      work.company,
      totals.map((t) => t.move.item),
      totals.map((t) => t.move.warehouse),
      totals.map((t) => t.move.place),
      totals.map((t) => t.move.bin),
      totals.map((t) => t.move.lot ?? ''),
      totals.map((t) => t.move.date),
    ],
  )
  const [short] = rows
  const total = totals[Number(short?.n ?? 0) - 1]
  if (short === undefined || total === undefined) return
  throw refused(context, total.move, -toMicros(short.running), [
    `货位 ${short.name}（${short.date}）`,
    `bin ${short.name} on ${short.date}`,
  ])
}
