import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { Availability, DatedQuantity } from './promise.ts'

interface StockRow {
  readonly item: string
  readonly is_here: boolean
  readonly quantity: string
}

interface PlannedRow extends StockRow {
  readonly kind: 'demand' | 'supply'
  readonly promised_on: CalendarDate
}

const dated = (row: PlannedRow): DatedQuantity => ({ on: row.promised_on, quantity: decimal(row.quantity) })

type ByItem = ReadonlyMap<string, Availability>

const summed = (items: readonly string[], stock: readonly StockRow[], planned: readonly PlannedRow[]): ByItem => {
  const [stockOf, plannedOf] = [Map.groupBy(stock, (row) => row.item), Map.groupBy(planned, (row) => row.item)]
  return new Map(
    items.map((item) => {
      const own = plannedOf.get(item) ?? []
      return [
        item,
        {
          onHand: (stockOf.get(item) ?? []).reduce((sum, row) => sum.plus(row.quantity), zero),
          supply: own.filter((row) => row.kind === 'supply').map(dated),
          demand: own.filter((row) => row.kind === 'demand').map(dated),
        },
      ]
    }),
  )
}

/**
 * What there is of items, and what is promised of them to us and by us: in all warehouses together, and in one where one is
 * named. A promise that names no warehouse counts in all together alone. Two questions that go together.
 */
export const availabilityOf = async (
  work: Work,
  items: readonly string[],
  warehouse: string | null = null,
): Promise<{ readonly all: ByItem; readonly here: ByItem | undefined }> => {
  const [stock, planned] = await Promise.all([
    work.tx.rows<StockRow>(
      `select item, coalesce(warehouse = $3::uuid, false) as is_here, sum(quantity) as quantity from stock_balance
       where company_id = $1 and place = 'onHand' and item = any($2::uuid[]) group by 1, 2`,
      [work.company, items, warehouse],
    ),
    work.tx.rows<PlannedRow>(
      `select item, kind, promised_on, coalesce(warehouse = $3::uuid, false) as is_here, sum(quantity) as quantity from plan_balance
       where company_id = $1 and item = any($2::uuid[]) and quantity > 0 group by 1, 2, 3, 4`,
      [work.company, items, warehouse],
    ),
  ])
  const isHere = (row: StockRow) => row.is_here
  return {
    all: summed(items, stock, planned),
    here: warehouse === null ? undefined : summed(items, stock.filter(isHere), planned.filter(isHere)),
  }
}
