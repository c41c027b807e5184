import { filledStock } from './kit/filled-stock.ts'
import type { Bench } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** R2: stock on hand and its value as of past days, over a million entries of a year; the middle of it is the worst. */
export const stockOnDay = async (bench: Bench): Promise<Result[]> => {
  const entries = scaled(1_000_000)
  const company = await filledStock(bench, 'R1B', entries)
  const ask = await bench.signIn(company.id)
  const results: Result[] = []
  for (const [what, day] of [
    ['a month ago', '2025-11-30'],
    ['the middle', '2025-07-02'],
    ['the first month', '2025-01-31'],
  ] as const) {
    const floor = await timed(() =>
      company.fill(async (tx) => {
        await tx.rows(
          `select item, warehouse, sum(quantity), sum(amount) from stock_entry where company_id = $1 and date <= '2025-12-31' group by 1, 2`,
          [company.id],
        )
      }),
    )
    const ours = await timed(() => ask(`/api/reports/stock-on-hand?asOf=${day}`))
    results.push({
      id: 'R2',
      what: `${entries} entries, ${what}`,
      unit: 'ms',
      ours,
      floor,
      target: (400 * floor) / 350,
    })
  }
  return results
}
