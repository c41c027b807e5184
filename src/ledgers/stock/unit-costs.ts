import { decimal, round } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { poolIn, readCostScopes } from './cost-scope.ts'

/** Goods on hand whose cost is asked for. */
export interface GoodsAt {
  readonly item: string
  readonly warehouse: string
}

interface PoolRow {
  readonly pool: string
  readonly quantity: string
  readonly amount: string
}

/**
 * What goods on hand cost at present per base unit, by `item/warehouse`: the value of their cost pool over its quantity, to
 * ten places, internal mark-up left out. Goods of a pool without stock are not among the answers.
 */
export const currentUnitCosts = async (work: Work, goods: readonly GoodsAt[]): Promise<Map<string, Decimal>> => {
  if (goods.length === 0) return new Map()
  const scopeOf = await readCostScopes(work, [...new Set(goods.map((each) => each.item))])
  const pools = goods.map((each) => poolIn(scopeOf(each.item), each.item, each.warehouse, 'onHand'))
  const rows = await work.tx.rows<PoolRow>(
    `select pool, quantity, amount from cost_pool where company_id = $1 and pool = any($2::text[]) and quantity > 0`,
    [work.company, pools],
  )
  const costs = new Map(rows.map((row) => [row.pool, round(decimal(row.amount).div(row.quantity), 10)]))
  return new Map(
    goods.flatMap((each, index) => {
      const cost = costs.get(pools[index] ?? '')
      return cost === undefined ? [] : [[`${each.item}/${each.warehouse}`, cost] as const]
    }),
  )
}
