import { fillReceivables } from './kit/fill.ts'
import type { Bench } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** R4: receivables by age, of a quarter of a million items of which a tenth are open, today and in the middle of the year. */
export const agedReceivables = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('R4')
  const count = scaled(250_000)
  await fillReceivables(company, count)
  await bench.product.database.owner.query('vacuum analyze party, party_item, party_entry')
  const ask = await bench.signIn(company.id)
  const asked = async (
    what: string,
    day: string,
    floorSql: string,
    target: number,
    stated: number,
  ): Promise<Result> => {
    const floor = await timed(() =>
      company.fill(async (tx) => {
        await tx.rows(floorSql, [company.id])
      }),
    )
    const ours = await timed(() => ask(`/api/reports/party-aging?side=receivable&asOf=${day}`))
    return { id: 'R4', what: `${count} items, ${what}`, unit: 'ms', ours, floor, target: (target * floor) / stated }
  }
  return [
    await asked(
      'today',
      '2026-03-31',
      `select party, sum(open_book) from party_item where company_id = $1 and open <> 0 group by 1`,
      30,
      9,
    ),
    await asked(
      'a past day',
      '2025-07-15',
      `select open_item, sum(amount), sum(book_amount) from party_entry where company_id = $1 and date <= '2025-07-15'
       group by 1 having sum(amount) <> 0`,
      400,
      841,
    ),
  ]
}
