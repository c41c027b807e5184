import type { CalendarDate } from '../../base/calendar-date.ts'
import { centsText, fromMicros, toCents, toMicros } from '../../base/fixed-point.ts'
import type { BookCheck } from '../../kernel/documents/installed.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { CostMethodName } from '../stock/costing/cost-method.ts'
import type { PoolResult } from '../stock/fold-chain.ts'
import { replayPools } from '../stock/replay-pools.ts'

interface PoolRow {
  readonly pool: string
  readonly item: string
  readonly method: CostMethodName
  readonly quantity: string
  readonly amount: string
  readonly markup: string
}

interface Carried {
  readonly pool: string
  readonly through: CalendarDate
}

const lastCarried = async (work: Work): Promise<Map<string, CalendarDate>> => {
  const rows = await work.tx.rows<Carried>(
    `select pool, max(through) as through from cost_snapshot where company_id = $1 and carried group by pool`,
    [work.company],
  )
  return new Map(rows.map((row) => [row.pool, row.through]))
}

const carriedAgainstEntries = async (work: Work): Promise<string[]> => {
  const rows = await work.tx.rows<{ what: string }>(
    `select s.pool || ' ' || s.through || '：结转 ' || s.quantity || '/' || s.amount || '，分录 ' || coalesce(e.quantity, 0) || '/' || coalesce(e.amount, 0) as what
     from cost_snapshot s left join lateral (
       select sum(x.quantity) as quantity, sum(x.amount) as amount from stock_entry x
       where x.company_id = $1 and x.pool = s.pool and x.date <= s.through) e on true
     where s.company_id = $1 and s.carried and (s.quantity <> coalesce(e.quantity, 0) or s.amount <> coalesce(e.amount, 0)) limit 5`,
    [work.company],
  )
  return rows.map((row) => row.what)
}

const againstReplay = (pool: PoolRow, replayed: Pick<PoolResult, 'differences' | 'costing'>): string | undefined => {
  if (replayed.differences.length > 0) {
    const [first] = replayed.differences
    return `${pool.pool}：${first?.date ?? ''} 重算差 ${centsText(first?.amount ?? 0n)}，共 ${replayed.differences.length} 处`
  }
  const { costing } = replayed
  const [quantity, amount, markup] = [costing.quantity(), costing.amount(), costing.markup()]
  return quantity === toMicros(pool.quantity) && amount === toCents(pool.amount) && markup === toCents(pool.markup)
    ? undefined
    : `${pool.pool}：重算 ${fromMicros(quantity).toString()}/${centsText(amount)}/${centsText(markup)}，` +
        `账存 ${pool.quantity}/${pool.amount}/${pool.markup}`
}

/** Pools that are read and folded together: enough to ask seldom, few enough to hold. */
const together = 1000

const manyEnough = 5

/**
 * 从头重算 = 账存: every cost pool folded again from nothing, movement by movement, gives what is stored, to the cent. A
 * month carried by monthly weighted average is a fact that the fold starts from; it must agree with the entries itself.
 */
export const costReplay: BookCheck = {
  name: 'costReplay',
  label: '成本从头重算 = 账存',
  violations: async (work) => {
    const [pools, carried] = await Promise.all([
      work.tx.rows<PoolRow>(
        `select pool, item, method, quantity, amount, markup from cost_pool where company_id = $1 order by pool`,
        [work.company],
      ),
      lastCarried(work),
    ])
    const found = await carriedAgainstEntries(work)
    for (let at = 0; at < pools.length && found.length < manyEnough; at += together) {
      const some = pools.slice(at, at + together)
      const replayed = await replayPools(
        work,
        some.map((pool) => ({ ...pool, carriedThrough: carried.get(pool.pool) ?? null })),
      )
      for (const pool of some) {
        const fold = replayed.get(pool.pool)
        const violation = fold === undefined ? undefined : againstReplay(pool, fold)
        if (violation !== undefined) found.push(violation)
      }
    }
    return found.slice(0, manyEnough)
  },
}
