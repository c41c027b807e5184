import { fillItems, fillStock } from './fill.ts'
import type { Bench, BenchCompany } from './product.ts'
import { scaled } from './result.ts'

const filled = new Map<string, Promise<BenchCompany>>()

const fill = async (bench: Bench, code: string, entries: number): Promise<BenchCompany> => {
  const company = await bench.company(code)
  await fillItems(company, scaled(10_000))
  await fillStock(company, entries)
  // As the server does by itself a minute after so much was written.
  await bench.product.database.owner.query('vacuum analyze item, stock_entry, stock_balance, cost_pool')
  return company
}

/** A company with ten thousand items and so many entries, filled once for all workloads that ask about it. */
export const filledStock = (bench: Bench, code: string, entries: number): Promise<BenchCompany> => {
  const company = filled.get(code) ?? fill(bench, code, entries)
  filled.set(code, company)
  return company
}
