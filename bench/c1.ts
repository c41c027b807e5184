import type { CalendarDate } from '../src/base/calendar-date.ts'
import { newId } from '../src/base/id.ts'
import type { PostingRecord } from '../src/kernel/posting/book.ts'
import type { Work } from '../src/kernel/posting/work.ts'
import { carryFindings } from '../src/ledgers/stock/carry/carry-differences.ts'
import { monthMovements, readMonth } from '../src/ledgers/stock/carry/month-of-pools.ts'
import type { CostDifference } from '../src/ledgers/stock/cost-difference.ts'
import { monthlyCarry } from '../src/ledgers/stock/costing/monthly-carry.ts'
import { appendDifferences, namedDifferences } from '../src/ledgers/stock/difference-rows.ts'
import { replayPools } from '../src/ledgers/stock/replay-pools.ts'
import { fillChains, fillItems } from './kit/fill.ts'
import type { Bench, BenchCompany } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** Pools that are read and folded together, as the check of all costs does. */
const together = 1000

interface PoolOf {
  readonly pool: string
  readonly item: string
  readonly method: 'movingAverage' | 'fifo' | 'monthlyAverage'
}

const posting = (): PostingRecord => ({
  id: newId<'posting'>(),
  documentType: 'costAdjustment',
  documentId: newId<'document'>(),
  documentNumber: 'C1',
  action: 'carry',
  date: '2025-12-31' as CalendarDate,
  recordedAt: new Date(),
})

const poolsOf = (work: Work) =>
  work.tx.rows<PoolOf>(`select pool, item, method from cost_pool where company_id = $1 order by pool`, [work.company])

const append = async (work: Work, differences: readonly CostDifference[]): Promise<number> => {
  appendDifferences(work, posting(), await namedDifferences(work, differences, []))
  return differences.length
}

/** Reads every chain from its beginning, folds it, compares, and appends what differs. */
const foldYear = (company: BenchCompany): Promise<number> =>
  company.work(async (work) => {
    const pools = await poolsOf(work)
    let found = 0
    for (let at = 0; at < pools.length; at += together) {
      const some = pools.slice(at, at + together)
      const replayed = await replayPools(
        work,
        some.map((pool) => ({ ...pool, carriedThrough: null })),
      )
      found += await append(
        work,
        [...replayed.values()].flatMap((result) => result.differences),
      )
    }
    return found
  })

const monthsOfYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** Twelve carries, each of all pools and from what the one before left. */
const carryYear = (company: BenchCompany): Promise<number> =>
  company.work(async (work) => {
    const pools = (await poolsOf(work)).map(({ pool }) => ({ pool, method: 'monthlyAverage' as const }))
    let openings = pools.map(({ pool }) => ({ pool, quantity: 0n, amount: 0n, worth: 0n }))
    let found = 0
    for (const month of monthsOfYear) {
      const first = `2025-${month}-01` as CalendarDate
      const last = new Date(Date.UTC(2025, Number(month), 0)).toISOString().slice(0, 10) as CalendarDate
      const read = { ...(await readMonth(work, pools, first, last)), openings }
      const carry = monthlyCarry(openings, monthMovements(read))
      found += await append(work, (await carryFindings(work, read, carry)).differences)
      openings = carry.pools.map(({ pool, quantity, amount }) => ({ pool, quantity, amount, worth: amount }))
    }
    return found
  })

/** C1: a year costed from nothing by every method that a company may have, one in a hundred issues wrong in the books. */
export const costAYear = async (bench: Bench): Promise<Result[]> => {
  const results: Result[] = []
  for (const method of ['movingAverage', 'fifo', 'monthlyAverage'] as const) {
    const times: number[] = []
    for (const [size, entries] of [scaled(100_000), scaled(1_000_000)].entries()) {
      const company = await bench.company(`C1${method[0]?.toUpperCase()}${method.length}${size}`)
      await fillItems(company, Math.max(Math.round(entries / 100), 10))
      await fillChains(company, entries, method)
      await bench.product.database.owner.query('vacuum analyze item, stock_entry, cost_pool')
      const begun = performance.now()
      const found = await (method === 'monthlyAverage' ? carryYear(company) : foldYear(company))
      times.push(performance.now() - begun)
      const [few = 0, many] = times
      results.push({
        id: 'C1',
        what: `a year, ${entries} entries, ${method}`,
        unit: 'ms',
        ours: times.at(-1) ?? 0,
        target: 10_000,
        note: `${found} differ${many === undefined ? '' : `; ${(many / few).toFixed(1)} of the first, at most 11`}`,
      })
    }
  }
  return results
}
