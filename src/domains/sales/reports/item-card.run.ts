import { decimal, round } from '../../../base/decimal.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { mixedQuantities } from '../../../ledgers/mixed-quantities.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { itemCard } from './item-card.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sale_price: string | null
  readonly rate: string | null
  readonly on_hand: string
  readonly pooled: string
  readonly value: string
  readonly bought_on: CalendarDate | null
  readonly bought_at: string | null
}

/** From balances, the ends of cost pools and the last receipt: what postings keep, so it is of this moment. */
const cardSql = `
  select i.id, i.code, i.name, i.sale_price, t.rate, coalesce(b.quantity, 0) as on_hand, coalesce(p.quantity, 0) as pooled,
    coalesce(p.amount, 0) as value, r.date as bought_on, r.price as bought_at
  from item i left join tax_rate t on t.company_id = $1 and t.id = i.tax_rate
  left join lateral (select sum(quantity) as quantity from stock_balance
    where company_id = $1 and item = i.id and place in (${pooledPlacesSql})) b on true
  left join lateral (select sum(quantity) as quantity, sum(amount) as amount from cost_pool
    where company_id = $1 and item = i.id and length(pool) in (36, 73)) p on true
  left join lateral (select h.date, l.net / nullif(l.base_quantity, 0) as price from purchase_receipt_line l
    join purchase_receipt h on h.company_id = $1 and h.id = l.owner_id and h.state in ('posted', 'closed') and h.reverses is null
    where l.company_id = $1 and l.item = i.id order by h.date desc, h.number desc limit 1) r on true
  where i.company_id = $1 and i.id = $2`

export const runItemCard = defineReportRun(itemCard, async (parameters, work) => {
  const [row] = await work.tx.rows<Row>(cardSql, [work.company, parameters.item ?? null])
  if (row === undefined) return { rows: [] }
  const mixed = await mixedQuantities(work, [row.id])
  const pooled = decimal(row.pooled)
  const unitCost = pooled.isZero() ? null : round(decimal(row.value).div(pooled), 6)
  const includesTax = settingsOf(work.settings).priceIncludesTax !== false
  const price = row.sale_price === null ? null : decimal(row.sale_price)
  const factor = includesTax
    ? decimal(row.rate ?? '0')
        .div(100)
        .plus(1)
    : decimal(1)
  const net = price === null ? null : round(price.div(factor), 6)
  const margin = net === null || unitCost === null ? null : net.minus(unitCost)
  return {
    rows: [
      {
        itemName: `${row.code} ${row.name}`,
        onHand: decimal(row.on_hand).toString(),
        mixed: mixed(row.id, row.on_hand),
        boughtOn: row.bought_on,
        boughtAt: row.bought_at === null ? null : round(row.bought_at, 6).toString(),
        unitCost: unitCost?.toString() ?? null,
        salePrice: price?.toString() ?? null,
        stockValue: row.value,
        margin: margin === null ? null : round(margin, 2).toString(),
        marginPercent:
          margin === null || net === null || net.isZero() ? null : round(margin.div(net).times(100), 2).toString(),
      },
    ],
  }
})
