import { addDays, daysBetween } from '../../../base/calendar-date.ts'
import { fromMicros, microPlaces, shortText } from '../../../base/fixed-point.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { fiveOf, noStock } from '../../../ledgers/stock/five-quantities.ts'
import { stockParts } from '../../../ledgers/stock/stock-parts.ts'
import { storeSales } from './store-sales.ts'
import { storeSellers } from './store-sellers.ts'

export const runStoreSellers = defineReportRun(storeSellers, async (parameters, work) => {
  const { warehouse } = parameters
  if (!warehouse)
    throw invalid('请选择门店', 'Choose a store', [fieldProblem('warehouse', '请选择门店', 'is required')])
  const to = parameters.to ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const from = parameters.from ?? addDays(to, -29)
  const sales = await storeSales(work, from, to, warehouse)
  const parts = await stockParts(work, { items: sales.map((sale) => sale.item) })
  const days = daysBetween(from, to) + 1
  return {
    rows: sales.map((sale, index) => {
      const places = parts.get(sale.item)
      const here = fiveOf(places?.get(warehouse) ?? noStock)
      const elsewhere = [...(places ?? [])].reduce(
        (sum, [place, own]) => (place === warehouse || place === '' ? sum : sum + fiveOf(own).available),
        0n,
      )
      const sold = Number(sale.quantity)
      return {
        rank: index + 1,
        itemId: sale.item,
        warehouseId: warehouse,
        itemName: `${sale.code} ${sale.name}`,
        sold: sale.quantity,
        net: sale.net,
        quantity: shortText(here.onHand, microPlaces),
        available: shortText(here.available, microPlaces),
        elsewhere: shortText(elsewhere, microPlaces),
        days: sold > 0 ? Math.floor((Number(fromMicros(here.onHand)) * days) / sold) : null,
      }
    }),
    notes: [`${from} — ${to}`],
  }
})
