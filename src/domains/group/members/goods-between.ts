import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents, toMicros } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { salesFacts } from '../../sales/server.ts'
import type { GoodsBetween } from '../rules/internal-figures.ts'
import { heldByOrigin } from '../rules/newest-first.ts'
import type { Layer } from '../rules/newest-first.ts'
import type { KnownAffiliate } from './find-companies.ts'

interface SoldRow {
  readonly party: string
  readonly code: string
  readonly date: string
  readonly quantity: string
  readonly profit: string
}

const beginning = '1900-01-01'

/** What was sold to sisters up to a day, document by document, with what was earned on it. */
const readSold = (work: Work, to: CalendarDate, parties: readonly string[]) =>
  work.tx.rows<SoldRow>(
    `with f as (${salesFacts})
     select f.customer as party, i.code, min(f.date)::text as date, sum(f.quantity) as quantity, sum(f.net - f.cost) as profit
     from f join item i on i.company_id = $1 and i.id = f.item
     where f.customer = any($4::uuid[]) group by f.customer, i.code, f.document_id having sum(f.quantity) <> 0`,
    [work.company, beginning, to, parties],
  )

interface HeldRow {
  readonly item: string
  readonly code: string
  readonly quantity: string
}

interface CameRow {
  readonly item: string
  readonly party: string | null
  readonly date: string
  readonly quantity: string
}

/** What is there of items that a sister ever delivered. Goods of others in custody are not the company's. */
const readHeld = (work: Work, to: CalendarDate, parties: readonly string[]) =>
  work.tx.rows<HeldRow>(
    `select e.item, i.code, sum(e.quantity) as quantity from stock_entry e join item i on i.company_id = $1 and i.id = e.item
     where e.company_id = $1 and e.date <= $2 and e.owner is null and e.item in (
       select l.item from purchase_receipt r join purchase_receipt_line l on l.company_id = $1 and l.owner_id = r.id
       where r.company_id = $1 and r.supplier = any($3::uuid[]))
     group by 1, 2 having sum(e.quantity) > 0`,
    [work.company, to, parties],
  )

/** How those items came in, and from whom; what moves between places of the company is no coming in. */
const readCame = (work: Work, to: CalendarDate, items: readonly string[]) =>
  work.tx.rows<CameRow>(
    `select e.item, coalesce(r.supplier, b.supplier) as party, min(e.date)::text as date, sum(e.quantity) as quantity
     from stock_entry e
     left join purchase_receipt r on r.company_id = $1 and r.id = e.document_id
     left join purchase_return b on b.company_id = $1 and b.id = e.document_id
     where e.company_id = $1 and e.date <= $2 and e.item = any($3::uuid[]) and e.owner is null and e.document_type in
       ('purchaseReceipt', 'purchaseReturn', 'openingStock', 'otherReceipt', 'assembly', 'disassembly', 'countAdjustment')
     group by e.item, e.document_id, 2
     having sum(e.quantity) > 0 or (sum(e.quantity) < 0 and min(e.document_type) = 'purchaseReturn')`,
    [work.company, to, items],
  )

const nested = <V>(rows: readonly (readonly [outer: string, inner: string, value: V])[]) => {
  const found = new Map<string, Map<string, V[]>>()
  for (const [outer, inner, value] of rows) {
    const own = found.get(outer) ?? new Map<string, V[]>()
    own.set(inner, [...(own.get(inner) ?? []), value])
    found.set(outer, own)
  }
  return found
}

/** Goods sold to sisters, and goods still held that came from them: those that came last are held (先进先出). */
export const goodsBetween = async (
  work: Work,
  to: CalendarDate,
  affiliates: readonly KnownAffiliate[],
): Promise<GoodsBetween> => {
  const sisterOf = new Map(affiliates.map((one) => [one.party, one.company]))
  const parties = [...sisterOf.keys()]
  const [sold, held] = await Promise.all([readSold(work, to, parties), readHeld(work, to, parties)])
  const came = Map.groupBy(
    await readCame(
      work,
      to,
      held.map((row) => row.item),
    ),
    (row) => row.item,
  )
  const layersOf = (item: string): Layer[] =>
    (came.get(item) ?? []).map((row) => ({
      from: sisterOf.get(row.party ?? '') ?? null,
      date: row.date,
      quantity: toMicros(row.quantity),
      amount: 0n,
    }))
  const holdings = held.flatMap((row) =>
    [...heldByOrigin(toMicros(row.quantity), layersOf(row.item))].map(
      ([sister, quantity]) => [sister, row.code, quantity] as const,
    ),
  )
  return {
    sold: nested(
      sold.map((row) => {
        const layer = { from: null, date: row.date, quantity: toMicros(row.quantity), amount: toCents(row.profit) }
        return [sisterOf.get(row.party) ?? '', row.code, layer] as const
      }),
    ),
    held: new Map(
      [...nested(holdings)].map(([sister, items]) => [
        sister,
        new Map([...items].map(([code, parts]) => [code, parts.reduce((sum, part) => sum + part, 0n)])),
      ]),
    ),
  }
}
