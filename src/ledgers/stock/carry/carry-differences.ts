import type { Work } from '../../../kernel/posting/work.ts'
import { loadMovements } from '../chain.ts'
import type { ChainMovement } from '../chain.ts'
import type { Cents, CostSlice } from '../costing/cost-method.ts'
import type { CarriedPool, MonthlyCarry } from '../costing/monthly-carry.ts'
import type { CostDifference } from '../cost-difference.ts'
import { besideCost } from '../true-ups.ts'
import { givenAmountIn, partOfIssue } from './month-of-pools.ts'
import type { MonthOfPools } from './month-of-pools.ts'

/** What the carry found: what must be appended, and what each movement gives up now. */
export interface CarryFindings {
  readonly differences: readonly CostDifference[]
  readonly slices: ReadonlyMap<string, readonly CostSlice[]>
}

const size = (value: bigint) => (value < 0n ? -value : value)

/** The final change of the pool's value by each movement of the month. */
export const finalAmounts = (month: MonthOfPools, carry: MonthlyCarry): Map<string, Cents> => {
  const own = new Map(month.movements.map((m) => [m.entry, m]))
  const final = new Map<string, Cents>()
  for (const m of month.movements) {
    final.set(m.entry, givenAmountIn(month, own, m) ?? carry.amounts.get(m.entry) ?? 0n)
  }
  for (const m of month.movements) {
    const part = m.source === null ? undefined : carry.amounts.get(partOfIssue(m.source, m.entry))
    if (m.source !== null && part !== undefined) final.set(m.source, (final.get(m.source) ?? 0n) + part)
  }
  return final
}

/** What a movement gives up at an average: one slice, dated and named by itself. */
export const averaged = (m: ChainMovement, amount: Cents): CostSlice => ({
  layerDate: m.date,
  quantity: size(m.quantity),
  amount: size(amount),
  source: m.entry,
  lot: null,
})

/** What of the month's true-ups belongs to issues of the month itself, by issue. */
const ownTrueUps = (month: MonthOfPools): Map<string, Cents> => {
  const own = new Set(month.movements.map((m) => m.entry))
  const sums = new Map<string, Cents>()
  for (const trueUp of month.trueUps) {
    if (own.has(trueUp.issue)) sums.set(trueUp.issue, (sums.get(trueUp.issue) ?? 0n) + trueUp.amount)
  }
  return sums
}

/** What stands beside a cost that changes, so that goods at standard keep their standard. */
const beside = ({ methods }: MonthOfPools, pool: string, amount: Cents) =>
  besideCost(methods.get(pool) ?? 'monthlyAverage', amount)

const ofMovements = (month: MonthOfPools, final: ReadonlyMap<string, Cents>): CostDifference[] => {
  const trueUps = ownTrueUps(month)
  return month.movements.flatMap((movement) => {
    const wanted = final.get(movement.entry) ?? movement.stored
    const amount = wanted - movement.stored - (trueUps.get(movement.entry) ?? 0n)
    if (amount === 0n) return []
    const found = { amount, ...beside(month, movement.pool, amount), slices: [averaged(movement, wanted)] }
    return [{ entry: movement.entry, movement, date: month.to, coveredBy: null, ...found }]
  })
}

const lastIssueBefore = async (work: Work, pool: string, month: MonthOfPools): Promise<ChainMovement | undefined> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select id from stock_entry e where e.company_id = $1 and e.pool = $2 and e.date < $3 and e.kind = 'issue' and e.negates is null
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
     order by e.date desc, e.sequence desc, e.line_no desc limit 1`,
    [work.company, pool, month.from],
  )
  return (
    await loadMovements(
      work,
      rows.map((row) => row.id),
    )
  )[0]
}

/** What a month says of one of its pools. */
interface OwnMonth {
  readonly pool: CarriedPool
  readonly movements: readonly ChainMovement[]
  /** True-ups that the month's receipts made of issues of earlier months. */
  readonly earlierTrueUps: MonthOfPools['trueUps']
}

const byPool = (month: MonthOfPools, carry: MonthlyCarry): OwnMonth[] => {
  const own = new Set(month.movements.map((m) => m.entry))
  const movements = Map.groupBy(month.movements, (m) => m.pool)
  const trueUps = Map.groupBy(
    month.trueUps.filter((trueUp) => !own.has(trueUp.issue)),
    (trueUp) => trueUp.pool,
  )
  return carry.pools.map((pool) => ({
    pool,
    movements: movements.get(pool.pool) ?? [],
    earlierTrueUps: trueUps.get(pool.pool) ?? [],
  }))
}

/** Goods that were short when the month began and that it covers: they cost what the month says, not what one receipt did. */
const ofEarlierShorts = async (work: Work, month: MonthOfPools, own: OwnMonth): Promise<CostDifference[]> => {
  const { pool, movements, earlierTrueUps: stored } = own
  const amount = -(pool.trueUp?.amount ?? 0n) - stored.reduce((sum, trueUp) => sum + trueUp.amount, 0n)
  if (amount === 0n) return []
  const named = stored.at(-1)
  const issue =
    named === undefined ? await lastIssueBefore(work, pool.pool, month) : (await loadMovements(work, [named.issue]))[0]
  const receipt = named?.receipt ?? movements.find((m) => m.quantity > 0n)?.entry
  if (issue === undefined || receipt === undefined) return []
  const trueUp = { amount, ...beside(month, pool.pool, amount), slices: null }
  return [{ entry: issue.entry, movement: null, date: month.to, coveredBy: receipt, ...trueUp }]
}

/** Value that no goods are left to carry goes where the return that left it says. */
const ofRemainder = (month: MonthOfPools, { pool, movements }: OwnMonth): CostDifference[] => {
  if (pool.remainder === 0n) return []
  const movement =
    movements.findLast((m) => m.kind === 'giveBack' || m.kind === 'takeBack' || m.kind === 'revalue') ??
    movements.at(-1)
  if (movement === undefined) return []
  const rest = { amount: -pool.remainder, ...beside(month, pool.pool, -pool.remainder), slices: null }
  return [{ entry: movement.entry, movement, date: month.to, coveredBy: null, ...rest }]
}

/** What must be appended so that the ledger says what the carry says. */
export const carryFindings = async (work: Work, month: MonthOfPools, carry: MonthlyCarry): Promise<CarryFindings> => {
  const final = finalAmounts(month, carry)
  const own = ofMovements(month, final)
  const others: CostDifference[] = []
  for (const pool of byPool(month, carry)) {
    others.push(...(await ofEarlierShorts(work, month, pool)), ...ofRemainder(month, pool))
  }
  return {
    differences: [...own, ...others],
    slices: new Map(own.map((difference) => [difference.entry, difference.slices ?? []])),
  }
}
