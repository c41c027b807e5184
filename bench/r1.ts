import type { Bench, BenchCompany } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'
import { filledStock } from './kit/filled-stock.ts'

const floorOf = (bench: Bench, company: BenchCompany) =>
  timed(() =>
    company.fill(async (tx) => {
      await tx.rows(
        `select i.code, i.name, b.quantity from stock_balance b join item i on i.company_id = $1 and i.id = b.item
         where b.company_id = $1 order by i.code`,
        [company.id],
      )
    }),
  )

/** R1: stock on hand of ten thousand items as JSON over HTTP, with a million entries behind it and with one each. */
export const stockOnHand = async (bench: Bench): Promise<Result[]> => {
  const items = scaled(10_000)
  const times: number[] = []
  let floor = 0
  for (const [code, entries] of [
    ['R1A', items],
    ['R1B', scaled(1_000_000)],
  ] as const) {
    const company = await filledStock(bench, code, entries)
    const ask = await bench.signIn(company.id)
    times.push(await timed(() => ask('/api/reports/stock-on-hand')))
    floor = await floorOf(bench, company)
  }
  const [few = 0, many = 0] = times
  return [
    {
      id: 'R1',
      what: `stock on hand, ${items} items, ${items} entries`,
      unit: 'ms',
      ours: few,
      floor,
      target: (100 * floor) / 34,
    },
    {
      id: 'R1',
      what: `the same, ${scaled(1_000_000)} entries`,
      unit: 'ms',
      ours: many,
      floor,
      target: Math.min((100 * floor) / 34, 1.3 * few),
      note: `${(many / few).toFixed(2)} of the first; at most 1.3`,
    },
  ]
}
