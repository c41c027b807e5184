import type { CalendarDate } from '../../../base/calendar-date.ts'
import { microPlaces, shortText, toMicros } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { salesFacts } from '../../sales/server.ts'

/** What a warehouse sold of an item between two days, less what came back. */
export interface StoreSale {
  readonly warehouse: string
  readonly item: string
  readonly code: string
  readonly name: string
  readonly quantity: string
  readonly net: string
  /** Of it on the last day. */
  readonly net_last: string
}

/** Sales by warehouse and item, the most sold first; without a warehouse, as drop shipments, is in no store. */
export const storeSales = async (
  work: Work,
  from: CalendarDate,
  to: CalendarDate,
  warehouse: string | null,
): Promise<StoreSale[]> => {
  const rows = await work.tx.rows<StoreSale>(
    `with f as (${salesFacts})
     select f.warehouse, f.item, i.code, i.name, sum(f.quantity) as quantity, sum(f.net) as net,
       coalesce(sum(f.net) filter (where f.date = $3), 0) as net_last
     from f join item i on i.company_id = $1 and i.id = f.item
     where f.warehouse is not null and ($4::uuid is null or f.warehouse = $4)
     group by 1, 2, 3, 4 having sum(f.quantity) <> 0 or sum(f.net) <> 0 order by sum(f.quantity) desc, i.code`,
    [work.company, from, to, warehouse],
    { named: false },
  )
  return rows.map((row) => ({ ...row, quantity: shortText(toMicros(row.quantity), microPlaces) }))
}
