import { fillLines } from './kit/fill.ts'
import type { Bench } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** R3: the trial balance over a million lines, of a month and up to the middle of one. */
export const trialBalance = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('R3')
  const lines = scaled(1_000_000)
  await fillLines(company, lines)
  await bench.product.database.owner.query('vacuum analyze general_entry, general_day, general_month')
  const ask = await bench.signIn(company.id)
  const floor = await timed(() =>
    company.fill(async (tx) => {
      await tx.rows(
        `select account, sum(debit), sum(credit) from general_month where company_id = $1 and month <= '2025-06-30' group by 1`,
        [company.id],
      )
    }),
  )
  const result = async (what: string, to: string, target: number): Promise<Result> => ({
    id: 'R3',
    what: `trial balance, ${lines} lines, ${what}`,
    unit: 'ms',
    ours: await timed(() => ask(`/api/reports/trial-balance?from=2025-06-01&to=${to}`)),
    floor,
    target,
  })
  return [await result('a month', '2025-06-30', 20), await result('to mid-month', '2025-06-15', 120)]
}
