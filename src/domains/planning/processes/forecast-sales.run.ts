import { addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { salesForecast } from '../documents/sales-forecast.ts'
import { within } from '../reports/within.ts'
import { estimated, methodReason, predictDemand } from '../supply/predict-demand.ts'
import type { PredictedItem } from '../supply/predict-demand.ts'
import { forecastSales } from './forecast-sales.ts'

const linesOf = (predicted: readonly PredictedItem[], ahead: number): JsonObject[] =>
  predicted.flatMap((one) => {
    const quantity = estimated(one.forecast.ahead[ahead]?.point ?? 0, one.places)
    if (quantity.isZero()) return []
    return [{ item: one.item, quantity: quantity.toString(), remark: methodReason(one.forecast).slice(0, 200) }]
  })

const writeMonth = async (work: Work, month: CalendarDate, lines: readonly JsonObject[]) => {
  const record = await createDocument(work, salesForecast, {
    subject: `${monthOf(month)} 销量预测`,
    startsOn: month,
    endsOn: lastOfMonth(month),
    lines: [...lines],
  })
  return { id: String(record.header['id']), number: String(record.header['number']), lines: lines.length }
}

export const runForecastSales = defineProcessRun(forecastSales, async (parameters, inWork, progress) => {
  const horizon = within('horizon', parameters.horizon ?? 3, 1, 12)
  const months = within('months', parameters.months ?? 36, 6, 120)
  await progress.report(0, horizon)
  const documents = await inWork(async (work) => {
    const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
    const predicted = await predictDemand(work, today, {
      items: parameters.item ? [parameters.item] : null,
      category: parameters.category ?? null,
      warehouse: parameters.warehouse ?? null,
      months,
      // The current month is not over and is forecast on the way to the next.
      horizon: horizon + 1,
    })
    const written: { id: string; number: string; lines: number }[] = []
    for (let ahead = 1; ahead <= horizon; ahead += 1) {
      const lines = linesOf(predicted, ahead)
      if (lines.length > 0) written.push(await writeMonth(work, addMonths(firstOfMonth(today), ahead), lines))
    }
    return written
  })
  if (documents.length === 0) throw conflict('没有可以预测的商品：所选月份没有销售', 'Nothing sold in these months')
  await progress.report(horizon, horizon)
  return { documents, numbers: documents.map((one) => one.number).join('、') }
})
