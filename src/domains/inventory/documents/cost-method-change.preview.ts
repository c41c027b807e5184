import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Decimal } from '../../../base/decimal.ts'
import {
  centsText,
  fromCents,
  fromMicros,
  mulDivRound,
  shortText,
  toCents,
  toMicros,
} from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { costMethods, costScopes } from '../../../ledgers/dimensions/cost-methods.ts'
import type { CostScope } from '../../../ledgers/dimensions/cost-methods.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { readCostScopes } from '../../../ledgers/stock/cost-scope.ts'

interface HeldRow {
  readonly item: string
  readonly warehouse: string
  readonly quantity: string
  /** What its own pool holds, and what all warehouses hold together. */
  readonly own: string
  readonly shared: string
  readonly method: keyof typeof costMethods | null
}

/** What a line of a change tells: how the item is costed and what it holds as the day begins, and what that becomes. */
export interface ChangePreview {
  readonly costedSoFar: string
  readonly heldQuantity: Decimal
  readonly heldAmount: Decimal
  readonly becomes: string
}

const heldSql = `select e.item, w.name as warehouse, sum(e.quantity) as quantity,
    coalesce(sum(e.amount) filter (where length(e.pool) > 36), 0) as own, coalesce(sum(e.amount) filter (where length(e.pool) = 36), 0) as shared,
    (select p.method from cost_pool p where p.company_id = $1 and p.item = e.item and p.scope_to is null and p.last_date is not null
       and length(p.pool) in (36, 73) order by p.last_date desc limit 1) as method
  from stock_entry e join warehouse w on w.company_id = $1 and w.id = e.warehouse
  where e.company_id = $1 and e.item = any($2::uuid[]) and e.place in (${pooledPlacesSql}) and e.date < $3
  group by e.item, w.id, w.name order by e.item, w.id`

const sum = <T>(rows: readonly T[], of: (row: T) => bigint) => rows.reduce((total, row) => total + of(row), 0n)

/** What every warehouse goes on with: its own value, or its share of the common one; the last one takes what is left. */
const apart = (rows: readonly HeldRow[]): string => {
  const standing = rows.filter((row) => toMicros(row.quantity) !== 0n)
  let quantity = sum(standing, (row) => toMicros(row.quantity))
  let amount = sum(rows, (row) => toCents(row.shared))
  return standing
    .map((row) => {
      const own = toMicros(row.quantity)
      const part = quantity === 0n ? amount : mulDivRound(amount, own, quantity)
      quantity -= own
      amount -= part
      return `${row.warehouse} ${shortText(own, 6)} ＝ ${centsText(part + toCents(row.own))}`
    })
    .join('；')
}

const previewOf = (rows: readonly HeldRow[], from: CostScope, to: CostScope): ChangePreview => {
  const quantity = sum(rows, (row) => toMicros(row.quantity))
  const amount = sum(rows, (row) => toCents(row.own) + toCents(row.shared))
  const [first] = rows
  const method = first?.method ?? null
  return {
    costedSoFar: [...(method === null ? [] : [costMethods[method]]), costScopes[from]].join('，'),
    heldQuantity: fromMicros(quantity),
    heldAmount: fromCents(amount),
    becomes:
      to === 'warehouse' ? apart(rows) : `${costScopes.company} ${shortText(quantity, 6)} ＝ ${centsText(amount)}`,
  }
}

/** What a change makes of items, from what they hold as its day begins: the value of each stays, so that no difference is booked. */
export const previewChange = async (
  work: Work,
  items: readonly string[],
  day: CalendarDate,
  costPool: CostScope | null,
): Promise<(item: string) => ChangePreview> => {
  const [rows, scopeOf] = await Promise.all([
    work.tx.rows<HeldRow>(heldSql, [work.company, items, day]),
    readCostScopes(work, items),
  ])
  const byItem = Map.groupBy(rows, (row) => row.item)
  return (item) => previewOf(byItem.get(item) ?? [], scopeOf(item), costPool ?? scopeOf(item))
}
