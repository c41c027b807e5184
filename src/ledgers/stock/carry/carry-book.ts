import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, microsText } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import type { PostingRecord } from '../../../kernel/posting/book.ts'
import type { Effect } from '../../../kernel/posting/proposal.ts'
import type { LedgerBook, Work } from '../../../kernel/posting/work.ts'
import { accountsOf } from '../../general/accounts.ts'
import { branchesBorne } from '../../general/branches.ts'
import { startCosting } from '../costing/costing.ts'
import { monthlyAverage, openMonth } from '../costing/monthly-average.ts'
import type { Cents, UnitCost } from '../costing/cost-method.ts'
import { openStandardMonth, standard } from '../costing/standard.ts'
import { standardOn } from '../standards.ts'
import { monthlyCarry } from '../costing/monthly-carry.ts'
import type { CarriedPool } from '../costing/monthly-carry.ts'
import { lockPools, savePools } from '../pools.ts'
import type { PoolRow } from '../pools.ts'
import { settlePools } from '../settle.ts'
import type { CostDifference } from '../cost-difference.ts'
import { appendDifferences, namedDifferences } from '../difference-rows.ts'
import type { PoolWork } from '../fold-chain.ts'
import { readStockContext } from '../stock-context.ts'
import { differenceEffects } from '../stock-effects.ts'
import { carryFindings } from './carry-differences.ts'
import type { CarryFindings } from './carry-differences.ts'
import type { CarryProposal } from './carry-proposal.ts'
import { monthMovements, monthlyPools, readMonth, worthAtEnd } from './month-of-pools.ts'
import type { CarriedMethod, MonthOfPools } from './month-of-pools.ts'

/** A pool as its month ends. */
interface EndedPool extends CarriedPool {
  readonly method: CarriedMethod
  /** What the account holds of it, and the standard of its item, where it has one. */
  readonly worth: Cents
  readonly price: UnitCost | undefined
}

const endOf = (
  month: MonthOfPools,
  carried: readonly CarriedPool[],
  rows: ReadonlyMap<string, PoolRow>,
): EndedPool[] => {
  const worth = worthAtEnd(month)
  return carried.map((pool) => ({
    ...pool,
    method: month.methods.get(pool.pool) ?? 'monthlyAverage',
    worth: worth.get(pool.pool) ?? 0n,
    price: standardOn(rows.get(pool.pool)?.standards ?? [], month.to),
  }))
}

/** The state that the next month begins with: what is left, at the month's unit cost; of goods at standard, at that. */
const stateOf = (pool: EndedPool): Json => {
  if (pool.method === 'standard') {
    return standard.freeze(openStandardMonth(pool.quantity, pool.amount, { standard: pool.worth, price: pool.price }))
  }
  const unit = pool.quantity > 0n ? { amount: pool.amount, quantity: pool.quantity } : pool.unit
  return monthlyAverage.freeze(openMonth(pool.quantity, pool.amount, unit))
}

const saveSnapshots = (work: Work, pools: readonly EndedPool[], through: CalendarDate) =>
  work.tx.query(
    `insert into cost_snapshot (company_id, pool, through, method, quantity, amount, state, carried)
     select $1, r.pool, $2, r.method, r.quantity, r.amount, r.state, true
     from unnest($3::text[], $4::numeric[], $5::numeric[], $6::jsonb[], $7::text[]) as r(pool, quantity, amount, state, method)
     on conflict (company_id, pool, through) do update
     set method = excluded.method, quantity = excluded.quantity, amount = excluded.amount, state = excluded.state, carried = true`,
    [
      work.company,
      through,
      pools.map((pool) => pool.pool),
      pools.map((pool) => microsText(pool.quantity)),
      pools.map((pool) => centsText(pool.amount)),
      pools.map((pool) => JSON.stringify(stateOf(pool))),
      pools.map((pool) => pool.method),
    ],
  )

/** The pools were carried before, to the same end: nothing after them needs to be looked at again. */
const isCarried = async (work: Work, pools: readonly CarriedPool[], through: CalendarDate): Promise<boolean> => {
  const rows = await work.tx.rows<{ pool: string }>(
    `select s.pool from cost_snapshot s
     join unnest($3::text[], $4::numeric[], $5::numeric[]) as r(pool, quantity, amount)
       on r.pool = s.pool and r.quantity = s.quantity and r.amount = s.amount
     where s.company_id = $1 and s.through = $2 and s.carried`,
    [
      work.company,
      through,
      pools.map((pool) => pool.pool),
      pools.map((pool) => microsText(pool.quantity)),
      pools.map((pool) => centsText(pool.amount)),
    ],
  )
  return rows.length === pools.length
}

const write = async (
  work: Work,
  posting: PostingRecord,
  differences: readonly CostDifference[],
): Promise<readonly Effect[]> => {
  if (differences.length === 0) return []
  const written = await namedDifferences(work, differences, [])
  const [context, accounts, borne] = await Promise.all([
    readStockContext(work, [...new Set(written.map((each) => each.movement.item))], []),
    accountsOf(work),
    branchesBorne(
      work,
      written.map((each) => each.movement.document.id),
    ),
  ])
  appendDifferences(work, posting, written)
  return differenceEffects({ context, accounts }, written, borne)
}

/** Pools that ended in the month end as carried; those that went on are folded again from there. */
const goOn = (
  work: Work,
  rows: ReadonlyMap<string, PoolRow>,
  carried: readonly EndedPool[],
  through: CalendarDate,
): Map<string, PoolWork> => {
  const later = new Map<string, PoolWork>()
  const ended = carried.flatMap((pool) => {
    const row = rows.get(pool.pool)
    if (row === undefined) return []
    if (row.lastDate === null || row.lastDate <= through) {
      return [{ row, costing: startCosting(pool.method, stateOf(pool)) }]
    }
    later.set(pool.pool, { row, fresh: [], replayFrom: addDays(through, 1) })
    return []
  })
  if (ended.length > 0) savePools(work, ended, [])
  return later
}

interface Round {
  readonly effects: readonly Effect[]
  /** Goods came back to a carried pool at a cost that has changed since: the month must be computed again. */
  readonly again: boolean
}

/** A pool to carry, with its method in that month. */
type CarriedKey = Awaited<ReturnType<typeof monthlyPools>>[number]

const carryOnce = async (
  work: Work,
  posting: PostingRecord,
  rows: ReadonlyMap<string, PoolRow>,
  pools: readonly CarriedKey[],
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<Round> => {
  const month = await readMonth(work, pools, days.from, days.to)
  const carry = monthlyCarry(month.openings, monthMovements(month))
  const findings: CarryFindings = await carryFindings(work, month, carry)
  if (findings.differences.length === 0 && (await isCarried(work, carry.pools, days.to)))
    return { effects: [], again: false }
  const effects = [...(await write(work, posting, findings.differences))]
  const ended = endOf(month, carry.pools, rows)
  await saveSnapshots(work, ended, days.to)
  const later = goOn(work, rows, ended, days.to)
  const inMonth = new Set(month.movements.map((m) => m.entry))
  let again = false
  const settled = await settlePools(work, later, {
    slices: findings.slices,
    isFixed: (follower) => {
      const fixed = rows.has(follower.pool) && follower.date <= days.to
      // A source inside the carry is settled by it; one outside has just changed under it.
      if (fixed && follower.source !== null && !inMonth.has(follower.source)) again = true
      return fixed
    },
  })
  // What is corrected within the month stands in the carry's own voucher, so that both sides of a transfer meet.
  const dated = settled.differences.map((each) => (each.date < days.to ? { ...each, date: days.to } : each))
  effects.push(...(await write(work, posting, dated)))
  return { effects, again }
}

const mostRounds = 20

/**
 * 结转销售成本 under monthly weighted average (rule 14) and at standard cost (rule 18): the month's final unit costs, the differences to what the issues
 * carried provisionally, and their followers in other pools and later months. Everything is dated the month's last day
 * and stands in vouchers of its own. Repeatable: a second carry of an unchanged month finds nothing.
 */
export const carryBook: LedgerBook<CarryProposal> = {
  ledger: 'stockCarry',
  negate: (proposal) => proposal,
  prepare: async (work) => {
    await accountsOf(work)
  },
  counter: async (_work, posting) => {
    if (posting.documentType !== 'costOfSalesCarry') return []
    throw conflict(
      '结转销售成本不能反审核；改动业务单据后重新结转即可',
      'A carry is not taken back; carry the month again',
    )
  },
  append: async (work, posting, proposals) => {
    const effects: Effect[] = []
    for (const { month } of proposals) {
      const days = { from: firstDay(month), to: lastDay(month) }
      const found = await monthlyPools(work, days.from, days.to)
      const rows = await lockPools(work, found)
      for (let round = 0, again = found.length > 0; again; round += 1) {
        if (round === mostRounds) throw new Error(`the carry of ${month} did not settle`)
        const done = await carryOnce(work, posting, rows, found, days)
        effects.push(...done.effects)
        again = done.again
      }
    }
    return effects
  },
}
