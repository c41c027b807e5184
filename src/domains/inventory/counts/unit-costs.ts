import { decimal, round } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { readCostScopes } from '../../../ledgers/stock/cost-scope.ts'

interface CostRow {
  readonly item: string
  readonly value: string | null
  readonly valued: string | null
  readonly last: string | null
}

/**
 * What a unit of each item costs in a warehouse, for goods that are found: the current cost of its pool, else what the last
 * goods came in at (accounting.md, rule 19). Items that never had a cost are left out.
 */
export const unitCosts = async (
  work: Work,
  warehouse: string,
  items: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const scopeOf = await readCostScopes(work, items)
  const rows = await work.tx.rows<CostRow>(
    `select i.item, v.value, v.valued, l.last from unnest($3::uuid[], $4::boolean[]) as i(item, shared)
     left join lateral (
       select sum(e.amount) as value, sum(e.quantity) as valued from stock_entry e
       where e.company_id = $1 and e.item = i.item and e.place in (${pooledPlacesSql}) and (i.shared or e.warehouse = $2)) v on true
     left join lateral (
       select e.amount / e.quantity as last from stock_entry e
       where e.company_id = $1 and e.item = i.item and e.kind = 'receive' and e.quantity > 0 and e.amount > 0
         and e.place in (${pooledPlacesSql})
       order by e.date desc, e.sequence desc limit 1) l on true`,
    [work.company, warehouse, items, items.map((item) => scopeOf(item) === 'company')],
  )
  return new Map(
    rows.flatMap(({ item, value, valued, last }) => {
      const quantity = decimal(valued ?? '0')
      const amount = decimal(value ?? '0')
      const isHeld = quantity.gt(0) && amount.gt(0)
      if (!isHeld && last === null) return []
      return [[item, round(isHeld ? amount.div(quantity) : decimal(last ?? '0'), 10).toString()] as const]
    }),
  )
}
