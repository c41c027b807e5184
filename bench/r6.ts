import { forecastDemand } from '../src/domains/planning/rules/forecast/forecast-demand.ts'
import { filledStock } from './kit/filled-stock.ts'
import type { Bench } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const target = 3000

/** Three years of months: most items sell every month with a season and a trend, one in four only now and then. */
const demandOf = (item: number): number[] =>
  Array.from({ length: 36 }, (_one, month) => {
    const chance = ((item * 7919 + month * 104_729) % 1000) / 1000
    if (item % 4 === 0 && (item * 31 + month * 17) % 10 < 6) return 0
    return Math.max(0, Math.round(50 + 20 * Math.sin(month / 1.9) + (item % 7) * month * 0.1 + (chance - 0.5) * 40))
  })

/** R6: the reports over stock at a million entries of a year, and the forecasts of ten thousand items of three years. */
export const stockReports = async (bench: Bench): Promise<Result[]> => {
  const entries = scaled(1_000_000)
  const company = await filledStock(bench, 'R1B', entries)
  const ask = await bench.signIn(company.id)
  const year = 'from=2025-01-01&to=2025-12-31'
  const results: Result[] = []
  for (const [what, path] of [
    ['summary of a month', 'stock-summary?from=2025-12-01&to=2025-12-31'],
    ['summary of the year by kind', `stock-summary?${year}&kinds=true`],
    ['value against the books', 'stock-accounts?asOf=2025-12-31'],
    ['age of all stock', 'stock-age?asOf=2025-12-31'],
    ['turnover of the year', `stock-turnover?${year}`],
    ['capital tied up', `stock-capital?${year}`],
    ['ABC/XYZ', `abc-xyz?${year}`],
    ['cost by element', `cost-analysis?${year}`],
    ['every warehouse beside the others', 'stock-by-warehouse?'],
  ] as const) {
    const ours = await timed(() => ask(`/api/reports/${path}`))
    results.push({ id: 'R6', what: `${entries} entries: ${what}`, unit: 'ms', ours, target })
  }
  const items = Array.from({ length: scaled(10_000) }, (_one, item) => demandOf(item))
  const ours = await timed(async () => {
    for (const demand of items) forecastDemand(demand, 6)
  })
  return [...results, { id: 'R6', what: `forecast of ${items.length} items`, unit: 'ms', ours, target: 10_000 }]
}
