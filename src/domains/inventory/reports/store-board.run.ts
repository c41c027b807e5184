import { addDays, firstOfMonth } from '../../../base/calendar-date.ts'
import { centsText, sumOfTexts } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { fiveOf, noStock, wholeOf } from '../../../ledgers/stock/five-quantities.ts'
import { stockParts } from '../../../ledgers/stock/stock-parts.ts'
import { fiveCells } from './five-columns.ts'
import { storeBoard } from './store-board.ts'
import { storeSales } from './store-sales.ts'
import type { StoreSale } from './store-sales.ts'
import { valuedStock } from './valued-stock.ts'

/** How many days of sales say what sells best. */
const lately = 30

const totalOf = (sales: readonly StoreSale[], pick: (sale: StoreSale) => string): string =>
  sales.length === 0 ? '0' : sumOfTexts(sales.map(pick))

const best = (sales: readonly StoreSale[]): ReportRow =>
  Object.fromEntries(
    [0, 1, 2].map((place) => {
      const sale = sales[place]
      return [
        `best${place + 1}`,
        sale === undefined || Number(sale.quantity) <= 0 ? null : `${sale.name} ${sale.quantity}`,
      ]
    }),
  )

export const runStoreBoard = defineReportRun(storeBoard, async (parameters, work) => {
  const day = parameters.day ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const only = parameters.warehouse ?? null
  const range = { from: addDays(day, 1 - lately), to: day }
  const [stores, parts, values, month, recent] = await Promise.all([
    work.tx.rows<{ id: string; name: string }>(
      `select id, name from warehouse where company_id = $1 and not disabled and ($2::uuid is null or id = $2) order by code`,
      [work.company, only],
    ),
    stockParts(work, { items: null }),
    valuedStock(work, { items: null }),
    storeSales(work, firstOfMonth(day), day, only),
    storeSales(work, range.from, range.to, only),
  ])
  const [monthOf, recentOf] = [Map.groupBy(month, (row) => row.warehouse), Map.groupBy(recent, (row) => row.warehouse)]
  return {
    rows: stores.map(({ id, name }): ReportRow => {
      const own = [...parts.values()].flatMap((places) => places.get(id) ?? [])
      const sales = monthOf.get(id) ?? []
      const sold = recentOf.get(id) ?? []
      const isOut = ({ item }: StoreSale) => fiveOf(parts.get(item)?.get(id) ?? noStock).available <= 0n
      const value = values.reduce((sum, one) => (one.held.warehouse === id ? sum + one.amount : sum), 0n)
      return {
        warehouseId: id,
        name,
        ...range,
        todayNet: totalOf(sales, (sale) => sale.net_last),
        monthNet: totalOf(sales, (sale) => sale.net),
        monthQuantity: totalOf(sales, (sale) => sale.quantity),
        items: own.filter((one) => one.onHand > 0n).length,
        out: sold.filter((sale) => Number(sale.quantity) > 0 && isOut(sale)).length,
        ...fiveCells(wholeOf(own)),
        value: centsText(value),
        ...best(sold),
      }
    }),
    notes: [day, `热销按 ${range.from} — ${range.to}`],
  }
})
