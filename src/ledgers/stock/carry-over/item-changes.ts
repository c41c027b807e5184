import type { EntityCheck, Work } from '../../../kernel/posting/work.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { accountsOf } from '../../general/accounts.ts'
import { company } from '../../dimensions/company.ts'
import { costMethods } from '../../dimensions/cost-methods.ts'
import { item, itemCategory } from '../../dimensions/item.ts'
import { isPooled, placeKinds } from '../../dimensions/place.ts'
import type { CostMethodName } from '../costing/cost-method.ts'
import { isScope, scopeOfCategory } from '../cost-scope.ts'
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
      `已有出入库，现按“${costMethods[used.method]}”计价，不能直接改；请用成本方法与范围变更单`,
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

/** Pools that goods of items came into and still belong to, where they reach less far or further than is wanted. */
const otherScope = `p.last_date is not null and p.scope_to is null
  and ((p.pool = p.item::text and $2 = 'warehouse') or (length(p.pool) = 73 and $2 = 'company'))`

const scopeProblem = (subject: string): FieldProblem =>
  fieldProblem(
    'costPool',
    `${subject}已有出入库，不能直接改成本核算范围；请用成本方法与范围变更单，从某个期间的第一天起变更`,
    'has goods that moved; change it by a cost method change, from the first day of a period',
  )

const itemScopeProblem = async (work: Work, record: Readonly<Record<string, unknown>>): Promise<FieldProblem[]> => {
  const { costPool, category, id } = record
  const wanted = isScope(costPool)
    ? costPool
    : await scopeOfCategory(work, typeof category === 'string' ? category : null)
  const rows = await work.tx.rows(
    `select 1 from cost_pool p where p.company_id = $1 and p.item = $3 and ${otherScope} limit 1`,
    [work.company, wanted, id],
  )
  if (rows.length === 0) return []
  if (isScope(costPool)) return [scopeProblem('该商品')]
  return [
    fieldProblem(
      'costPool',
      '该商品已有出入库，随新的分类或公司会换成本核算范围；请在商品上填原来的范围，或用成本方法与范围变更单',
      'has goods that moved, and would follow another cost pool; say the one it has, or use a cost method change',
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
      itemScopeProblem(work, record),
    ])
    return found.flat()
  },
}

/** Items of which goods have moved follow their category no further: it speaks for those to come. */
export const checkCategoryChange: EntityCheck = {
  entity: itemCategory,
  check: async (record, work, isNew) => {
    const { id, costPool, parent } = record
    if (isNew || typeof id !== 'string') return []
    const wanted = isScope(costPool)
      ? costPool
      : await scopeOfCategory(work, typeof parent === 'string' ? parent : null)
    const rows = await work.tx.rows<{ code: string }>(
      `with recursive kinds as (
         select $3::uuid as id
         union select c.id from item_category c join kinds k on c.company_id = $1 and c.parent = k.id and c.cost_pool is null)
       select i.code from item i join kinds k on k.id = i.category join cost_pool p on p.company_id = $1 and p.item = i.id
       where i.company_id = $1 and i.cost_pool is null and ${otherScope} order by i.code limit 1`,
      [work.company, wanted, id],
    )
    return rows.map(({ code }) => scopeProblem(`分类下的商品（如 ${code}）`))
  },
}

/** The company's scope speaks for items of which nothing has moved; the others change by a document. */
export const checkCompanyChange: EntityCheck = {
  entity: company,
  check: async (record, work) => {
    const rows = await work.tx.rows<{ code: string }>(
      `with recursive kinds as (
         select c.id from item_category c where c.company_id = $1 and c.parent is null and c.cost_pool is null
         union select c.id from item_category c join kinds k on c.company_id = $1 and c.parent = k.id and c.cost_pool is null)
       select i.code from cost_pool p join item i on i.company_id = $1 and i.id = p.item
       where p.company_id = $1 and i.cost_pool is null and (i.category is null or i.category in (select id from kinds)) and ${otherScope}
         and exists (select 1 from company c where c.id = $1 and c.cost_pool <> $2) order by i.code limit 1`,
      [work.company, record['costPool']],
    )
    return rows.map(({ code }) => scopeProblem(`商品（如 ${code}）`))
  },
}
