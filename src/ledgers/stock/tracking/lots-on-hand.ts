import { decimal } from '../../../base/decimal.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { LotOnHand } from './first-expired.ts'

interface Row {
  readonly item: string
  readonly warehouse: string
  readonly number: string
  readonly quantity: string
  readonly expires_on: CalendarDate | null
  readonly produced_on: CalendarDate | null
  readonly state: string
}

export const placeOfItem = (item: string, warehouse: string): string => `${item}/${warehouse}`

/** What is on hand of the lots of items, by item and warehouse; balances are asked, never entries. */
export const lotsOnHand = async (
  work: Work,
  items: readonly string[],
  warehouses: readonly string[],
): Promise<Map<string, LotOnHand[]>> => {
  if (items.length === 0 || warehouses.length === 0) return new Map()
  const rows = await work.tx.rows<Row>(
    `select b.item, b.warehouse, b.lot as number, b.quantity, l.expires_on, l.produced_on, l.state
     from stock_lot_balance b join lot l on l.company_id = $1 and l.item = b.item and l.number = b.lot
     where b.company_id = $1 and b.item = any($2::uuid[]) and b.warehouse = any($3::uuid[]) and b.place = 'onHand' and b.quantity > 0`,
    [work.company, items, warehouses],
  )
  const found = new Map<string, LotOnHand[]>()
  for (const row of rows) {
    const key = placeOfItem(row.item, row.warehouse)
    const lot: LotOnHand = {
      number: row.number,
      available: decimal(row.quantity),
      expiresOn: row.expires_on,
      producedOn: row.produced_on,
      isNormal: row.state === 'normal',
    }
    found.set(key, [...(found.get(key) ?? []), lot])
  }
  return found
}
