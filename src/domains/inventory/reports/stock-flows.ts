import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { isCostOfSale } from './sale-entries.ts'
import type { StockWorth } from './stock-worth.ts'
import { sharedItems } from './shared-items.ts'

/** What stock did between two days: what it was worth on the average of all days, and what of it was sold, at cost. */
export interface StockFlow {
  readonly item: string
  readonly warehouse: string | null
  readonly category: string | null
  readonly code: string
  readonly name: string
  /** Mean over the days of the range of the value at each day's end. */
  readonly averageValue: Decimal
  readonly averageQuantity: Decimal
  readonly closingValue: Decimal
  /** What stands in the accounts beside the closing value at cost. */
  readonly closingMarkup: Decimal
  readonly closingQuantity: Decimal
  readonly soldCost: Decimal
  readonly soldQuantity: Decimal
  /** The last day on or before the end on which any was sold. */
  readonly lastSold: CalendarDate | null
}

export interface FlowsAsked {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly item?: string | null
  readonly category?: string | null
  readonly warehouse?: string | null
  readonly byWarehouse?: boolean
  /** Values at cost unless told. */
  readonly worth?: StockWorth
}

interface FlowRow {
  readonly item: string
  readonly warehouse: string | null
  readonly category: string | null
  readonly code: string
  readonly name: string
  readonly value_days: string
  readonly quantity_days: string
  readonly closing_value: string
  readonly closing_markup: string
  readonly closing_quantity: string
  readonly sold_cost: string
  readonly sold_quantity: string
  readonly last_sold: CalendarDate | null
}

// An amount that comes on a day is there on that day and all that follow: amounts times the days they stay, over the days of the
// range, are the mean of the values at the days' ends, exactly, in one pass over the entries.
const flowsSql = (byWarehouse: boolean, worth: StockWorth) => {
  const amount = worth === 'cost' ? 'e.amount' : '(e.amount + e.markup)'
  const stays = '($3::date - greatest(e.date, $2::date) + 1)'
  return `
  with f as (
    select e.item, ${byWarehouse ? 'e.warehouse' : 'null::uuid as warehouse'},
      coalesce(sum(${amount} * ${stays}) filter (where e.place in (${pooledPlacesSql})), 0) as value_days,
      coalesce(sum(e.quantity * ${stays}) filter (where e.place in (${pooledPlacesSql})), 0) as quantity_days,
      coalesce(sum(${amount}) filter (where e.place in (${pooledPlacesSql})), 0) as closing_value,
      coalesce(sum(e.markup) filter (where e.place in (${pooledPlacesSql})), 0) as closing_markup,
      coalesce(sum(e.quantity) filter (where e.place in (${pooledPlacesSql})), 0) as closing_quantity,
      coalesce(-sum(${amount}) filter (where e.date >= $2 and ${isCostOfSale}), 0) as sold_cost,
      coalesce(-sum(e.quantity) filter (where e.date >= $2 and ${isCostOfSale}), 0) as sold_quantity,
      max(e.date) filter (where e.quantity < 0 and ${isCostOfSale}) as last_sold
    from stock_entry e
    where e.company_id = $1 and e.date <= $3 and ($4::uuid is null or e.item = $4) and ($6::uuid is null or e.warehouse = $6)
    group by 1, 2)
  select f.*, i.category, i.code, i.name from f join item i on i.company_id = $1 and i.id = f.item
  where ($5::uuid is null or i.category = $5) order by i.code`
}

const flowOf = (row: FlowRow, days: number): StockFlow => ({
  item: row.item,
  warehouse: row.warehouse,
  category: row.category,
  code: row.code,
  name: row.name,
  averageValue: decimal(row.value_days).div(days),
  averageQuantity: decimal(row.quantity_days).div(days),
  closingValue: decimal(row.closing_value),
  closingMarkup: decimal(row.closing_markup),
  closingQuantity: decimal(row.closing_quantity),
  soldCost: decimal(row.sold_cost),
  soldQuantity: decimal(row.sold_quantity),
  lastSold: row.last_sold,
})

/** A value that warehouses share is each one's by its quantity. */
const sharedOut = (flows: readonly StockFlow[]): StockFlow[] =>
  [...Map.groupBy(flows, (flow) => flow.item).values()].flatMap((own) => {
    const total = (pick: (flow: StockFlow) => Decimal) => own.reduce((sum, flow) => sum.plus(pick(flow)), decimal(0))
    const part = (whole: Decimal, quantity: Decimal, all: Decimal) =>
      all.isZero() ? whole.div(own.length) : whole.times(quantity).div(all)
    const [average, closing] = [total((flow) => flow.averageValue), total((flow) => flow.closingValue)]
    const markup = total((flow) => flow.closingMarkup)
    const [averageQuantity, closingQuantity] = [
      total((flow) => flow.averageQuantity),
      total((flow) => flow.closingQuantity),
    ]
    return own.map((flow) => ({
      ...flow,
      averageValue: part(average, flow.averageQuantity, averageQuantity),
      closingValue: part(closing, flow.closingQuantity, closingQuantity),
      closingMarkup: part(markup, flow.closingQuantity, closingQuantity),
    }))
  })

/** How many days a range has, its first and last included. */
export const daysIn = ({ from, to }: Pick<FlowsAsked, 'from' | 'to'>): number => daysBetween(from, to) + 1

/** What every item's stock did between two days, of the company or of each warehouse. */
export const stockFlows = async (work: Work, asked: FlowsAsked): Promise<StockFlow[]> => {
  const byWarehouse = asked.byWarehouse === true || Boolean(asked.warehouse)
  const shared = byWarehouse ? await sharedItems(work) : new Set<string>()
  const rows = await work.tx.rows<FlowRow>(
    flowsSql(byWarehouse, asked.worth ?? 'cost'),
    [
      work.company,
      asked.from,
      asked.to,
      asked.item ?? null,
      asked.category ?? null,
      // Shares are found among all warehouses.
      shared.size > 0 ? null : (asked.warehouse ?? null),
    ],
    { named: false },
  )
  const flows = rows.map((row) => flowOf(row, daysIn(asked)))
  const own = flows.filter((flow) => !shared.has(flow.item))
  const divided = sharedOut(flows.filter((flow) => shared.has(flow.item)))
  return [...own, ...divided].filter((flow) => !asked.warehouse || flow.warehouse === asked.warehouse)
}
