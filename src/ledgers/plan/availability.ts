import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { Availability, DatedQuantity } from './promise.ts'

interface PlannedRow {
  readonly item: string
  readonly kind: 'demand' | 'supply'
  readonly quantity: string
  readonly promised_on: CalendarDate
}

const dated = (row: PlannedRow): DatedQuantity => ({ on: row.promised_on, quantity: decimal(row.quantity) })

/**
 * What there is of items, and what is promised of them to us and by us: in all warehouses together, or in one. A promise that
 * names no warehouse counts in all together alone. Two questions that go together.
 */
export const availabilityOf = async (
  work: Work,
  items: readonly string[],
  warehouse: string | null = null,
): Promise<ReadonlyMap<string, Availability>> => {
  const [stock, planned] = await Promise.all([
    work.tx.rows<{ item: string; quantity: string }>(
      `select item, sum(quantity) as quantity from stock_balance
       where company_id = $1 and place = 'onHand' and item = any($2::uuid[]) and ($3::uuid is null or warehouse = $3) group by item`,
      [work.company, items, warehouse],
    ),
    work.tx.rows<PlannedRow>(
      `select item, kind, promised_on, sum(quantity) as quantity from plan_balance
       where company_id = $1 and item = any($2::uuid[]) and quantity > 0 and ($3::uuid is null or warehouse = $3)
       group by item, kind, promised_on`,
      [work.company, items, warehouse],
    ),
  ])
  const onHand = new Map(stock.map((row) => [row.item, decimal(row.quantity)]))
  return new Map(
    items.map((item) => {
      const own = planned.filter((row) => row.item === item)
      return [
        item,
        {
          onHand: onHand.get(item) ?? zero,
          supply: own.filter((row) => row.kind === 'supply').map(dated),
          demand: own.filter((row) => row.kind === 'demand').map(dated),
        },
      ]
    }),
  )
}
