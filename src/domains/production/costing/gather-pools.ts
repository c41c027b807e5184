import { decimal, round, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { allocate } from '../../../base/money.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { overheadBases } from '../entities/workshop.ts'
import type { OrderCost } from './read-orders.ts'
import { unassignedEntries } from './work-in-progress.ts'

/** Labour or overhead that was gathered on an account for a department, and no order has yet. */
export interface CostPool {
  readonly account: string
  readonly department: string | null
  readonly element: 'labour' | 'overhead'
  readonly amount: Decimal
}

interface PoolRow {
  readonly account: string
  readonly department: string | null
  readonly amount: string
}

const overheadSql = `select e.account_id as account, e.department, sum(e.debit - e.credit) as amount from general_entry e
  join account a on a.company_id = $1 and a.id = e.account_id
  where e.company_id = $1 and e.date <= $2 and (a.id in (select account from account_mapping where company_id = $1 and role = 'manufacturingOverhead')
    or a.parent in (select account from account_mapping where company_id = $1 and role = 'manufacturingOverhead'))
  group by 1, 2 having sum(e.debit - e.credit) <> 0 order by 1, 2`

// What was in progress when the books began is no labour: it is given to its orders by hand.
const labourSql = `select account, department, sum(amount) as amount from ${unassignedEntries} e
  where date <= $2 and document_type <> 'openingBalance' group by 1, 2 having sum(amount) <> 0 order by 1, 2`

/** 归集: what stands to be shared out at the end of a month. */
export const gatherPools = async (work: Work, period: Period): Promise<CostPool[]> => {
  const [labour, overhead] = await Promise.all([
    work.tx.rows<PoolRow>(labourSql, [work.company, lastDay(period)]),
    work.tx.rows<PoolRow>(overheadSql, [work.company, lastDay(period)]),
  ])
  const asPool = (element: CostPool['element']) => (row: PoolRow) => ({ ...row, element, amount: decimal(row.amount) })
  return [...labour.map(asPool('labour')), ...overhead.map(asPool('overhead'))]
}

/** What an order takes of a pool, and by what. */
export interface PoolShare {
  readonly order: OrderCost
  readonly element: CostPool['element']
  readonly basis: keyof typeof overheadBases
  readonly basisQuantity: Decimal
  readonly amount: Decimal
}

export interface SharedPools {
  readonly pools: readonly CostPool[]
  readonly shares: readonly PoolShare[]
  /** What nothing was there to share by. */
  readonly left: readonly CostPool[]
}

type Basis = keyof typeof overheadBases

const basisOf = (order: OrderCost, basis: Basis, labour: ReadonlyMap<string, Decimal>): Decimal =>
  ({
    hours: order.hours,
    machineHours: order.machineHours,
    material: order.materialNow,
    labour: labour.get(order.id) ?? zero,
    quantity: order.finishedNow,
  })[basis]

/** Labour goes by hours, and by quantity where nobody reported any; overhead by what its workshop says. */
const basesOf = (pool: CostPool, orders: readonly OrderCost[]): readonly Basis[] =>
  pool.element === 'labour' ? ['hours', 'quantity'] : [orders[0]?.basis ?? 'hours']

const shareOne = (pool: CostPool, orders: readonly OrderCost[], labour: ReadonlyMap<string, Decimal>): PoolShare[] => {
  for (const basis of basesOf(pool, orders)) {
    const weights = orders.map((order) => round(basisOf(order, basis, labour), 6))
    if (weights.some((weight) => weight.isNegative()) || sum(weights).isZero()) continue
    const { element } = pool
    return allocate(pool.amount, weights).flatMap((amount, index) => {
      const [order, basisQuantity = zero] = [orders[index], weights[index]]
      return order === undefined || amount.isZero() ? [] : [{ order, element, basis, basisQuantity, amount }]
    })
  }
  return []
}

/** A department's costs are its workshops' orders'; what is of no workshop is everyone's. */
const ordersFor = (pool: CostPool, orders: readonly OrderCost[]): readonly OrderCost[] => {
  const own = orders.filter((order) => order.department !== null && order.department === pool.department)
  return own.length > 0 ? own : orders
}

/** 分配: labour first, since overhead may go by it. */
export const sharePools = (pools: readonly CostPool[], orders: readonly OrderCost[]): SharedPools => {
  const labour = new Map<string, Decimal>()
  const shared: CostPool[] = []
  const left: CostPool[] = []
  const shares: PoolShare[] = []
  for (const pool of pools.toSorted((one, other) =>
    one.element === other.element ? 0 : one.element === 'labour' ? -1 : 1,
  )) {
    const parts = shareOne(pool, ordersFor(pool, orders), labour)
    for (const { order, amount, element } of parts) {
      if (element === 'labour') labour.set(order.id, (labour.get(order.id) ?? zero).plus(amount))
    }
    ;(parts.length > 0 ? shared : left).push(pool)
    shares.push(...parts)
  }
  return { pools: shared, shares, left }
}
