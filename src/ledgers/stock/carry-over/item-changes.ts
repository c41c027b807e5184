import type { EntityCheck, Work } from '../../../kernel/posting/work.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { accountsOf } from '../../general/accounts.ts'
import { company } from '../../dimensions/company.ts'
import { costMethods } from '../../dimensions/cost-methods.ts'
import { item } from '../../dimensions/item.ts'
import { isPooled, placeKinds } from '../../dimensions/place.ts'
import type { CostMethodName } from '../costing/cost-method.ts'
import { roleOfPlace } from '../stock-movements.ts'

const byDocument = new WeakSet<Work>()

/** A document changes items in this unit of work, together with their books. */
export const changesByDocument = (work: Work): void => {
  byDocument.add(work)
}

const otherPools = (id: string) =>
  Object.keys(placeKinds).flatMap((place) => (isPooled(place) ? [] : [`${id}/${place}`]))

const methodProblem = async (work: Work, id: string, wanted: unknown): Promise<FieldProblem[]> => {
  if (typeof wanted !== 'string') return []
  const rows = await work.tx.rows<{ method: CostMethodName }>(
    `select method from cost_pool where company_id = $1 and item = $2 and last_date is not null and method <> $3
       and not (pool = any($4::text[])) limit 1`,
    [work.company, id, wanted, otherPools(id)],
  )
  const [used] = rows
  if (used === undefined) return []
  return [
    fieldProblem(
      'costMethod',
      `已有出入库，现按“${costMethods[used.method]}”计价，不能直接改；请用计价方法变更单`,
      `has movements, costed by ${used.method}; change it by a cost method change`,
    ),
  ]
}

/** The goods of an item stand on accounts that its category names: another category would leave them behind. */
const categoryProblem = async (work: Work, id: string, wanted: string | null): Promise<FieldProblem[]> => {
  const before = await work.tx.rows<{ category: string | null }>(
    `select category from item where company_id = $1 and id = $2`,
    [work.company, id],
  )
  if (before.length === 0 || before[0]?.category === wanted) return []
  const [standing, accounts] = await Promise.all([
    work.tx.rows<{ place: keyof typeof roleOfPlace; account: string }>(
      `select place, account_id as account from stock_entry where company_id = $1 and item = $2 and place <> 'held'
       group by place, account_id having sum(amount) <> 0`,
      [work.company, id],
    ),
    accountsOf(work),
  ])
  const left = standing.some(({ place, account }) => accounts.of(roleOfPlace[place], wanted) !== account)
  if (!left) return []
  return [
    fieldProblem(
      'category',
      '有库存余额，新分类对应的存货科目不同，不能直接改；请用存货重分类单',
      'has stock on another account than this category; change it by a stock reclassification',
    ),
  ]
}

/** What decides how goods on hand are valued and where they stand is not changed behind their back. */
export const checkItemChange: EntityCheck = {
  entity: item,
  check: async (record, work, isNew) => {
    const id = record['id']
    if (isNew || typeof id !== 'string' || byDocument.has(work)) return []
    const category = record['category']
    const found = await Promise.all([
      methodProblem(work, id, record['costMethod']),
      categoryProblem(work, id, typeof category === 'string' ? category : null),
    ])
    return found.flat()
  },
}

/** The scope of cost pools is chosen before the first movement: later ones belong to the pools that are there. */
export const checkCompanyChange: EntityCheck = {
  entity: company,
  check: async (record, work) => {
    const rows = await work.tx.rows<{ scope: string }>(
      `select cost_pool as scope from company where company_id = $1 and cost_pool <> $2
         and exists (select 1 from cost_pool p where p.company_id = $1 and p.last_date is not null)`,
      [work.company, record['costPool']],
    )
    return rows.length === 0
      ? []
      : [
          fieldProblem(
            'costPool',
            '已有出入库，成本核算范围不能再改；请在新账套中设置',
            'cannot change once goods have moved; choose it in a new company',
          ),
        ]
  },
}
