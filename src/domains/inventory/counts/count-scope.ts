import { invalid } from '../../../kernel/definition/problem.ts'
import { boolean, choice, integer, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { tableOf, lineTableOf } from '../../../kernel/documents/storage.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { purchaseReceipt } from '../../purchasing/index.ts'
import { abcClasses } from '../rules/abc-class.ts'
import { itemsOfClass } from './abc-of-items.ts'

/** What a count takes in: 盘点范围. Everything that is given narrows it. */
export const countScope = {
  warehouse: ref(warehouse, { label: '仓库', required: true }),
  category: ref(itemCategory, { label: '商品分类', help: '含下级；空为全部' }),
  item: ref(item, { label: '商品', help: '空为全部' }),
  abcClass: choice({ label: 'ABC 分类', english: 'ABC class', options: abcClasses, help: '按近一年出库金额' }),
  supplier: ref(party, { label: '供应商', facet: 'supplier', help: '从该供应商采购入库过的商品' }),
  lot: text({ label: '批号', maxLength: 60 }),
  sample: integer({ label: '抽盘条数', english: 'Sample size', help: '在范围内随机抽取；空则全部' }),
  withEmpty: boolean({ label: '含零库存', initial: false }),
}
export type CountScope = Draft<typeof countScope>

export interface ScopeRow {
  readonly item: string
  readonly lot: string | null
}

/** Goods of a warehouse by item, and by lot where they have one. */
const goodsSql = `
  with recursive kinds as (
    select id from item_category where company_id = $1 and id = $3
    union select c.id from item_category c join kinds k on c.parent = k.id where c.company_id = $1),
  held as (
    select e.item, e.lot, sum(e.quantity) as quantity from stock_entry e
    where e.company_id = $1 and e.warehouse = $2 and e.place = 'onHand' group by e.item, e.lot)
  select i.id as item, h.lot from item i left join held h on h.item = i.id
  where i.company_id = $1 and not i.disabled and not coalesce(i.is_service, false)
    and ($3::uuid is null or i.category in (select id from kinds))
    and ($4::uuid is null or i.id = $4)
    and ($5::uuid[] is null or i.id = any($5))
    and ($6::text is null or h.lot = $6)
    and (coalesce(h.quantity, 0) <> 0 or ($7 and h.lot is null))
    and ($8::uuid is null or exists (
      select 1 from ${lineTableOf(purchaseReceipt, 'lines').name} l
      join ${tableOf(purchaseReceipt).name} r on r.company_id = $1 and r.id = l.owner_id
      where l.company_id = $1 and l.item = i.id and r.supplier = $8 and r.state in ('posted', 'closed')))`

/** The lines that a sheet of this scope would have, in the order of the items' codes. */
export const goodsInScope = async (work: Work, scope: CountScope): Promise<ScopeRow[]> => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const ofClass = scope.abcClass ? await itemsOfClass(work, scope.abcClass, today) : null
  const sample = scope.sample ?? null
  if (sample !== null && sample < 1) throw invalid('抽盘条数至少为 1', 'The sample needs at least one line')
  const values = [
    work.company,
    scope.warehouse,
    scope.category ?? null,
    scope.item ?? null,
    ofClass,
    scope.lot ?? null,
    scope.withEmpty === true,
    scope.supplier ?? null,
  ]
  const drawn = sample === null ? goodsSql : `${goodsSql} order by random() limit ${sample}`
  return work.tx.rows<ScopeRow>(
    `select g.item, g.lot from (${drawn}) g join item i on i.company_id = $1 and i.id = g.item order by i.code, g.lot nulls first`,
    values,
    { named: false },
  )
}

const wordsOf = (names: readonly (string | null | undefined)[]) => names.filter((name) => name).join('，')

/** The scope in words, for the head of the sheet. */
export const scopeText = async (work: Work, scope: CountScope): Promise<string> => {
  const [names] = await work.tx.rows<{ category: string | null; item: string | null; supplier: string | null }>(
    `select (select name from item_category where company_id = $1 and id = $2) as category,
       (select name from item where company_id = $1 and id = $3) as item,
       (select name from party where company_id = $1 and id = $4) as supplier`,
    [work.company, scope.category ?? null, scope.item ?? null, scope.supplier ?? null],
  )
  const words = wordsOf([
    names?.category,
    names?.item,
    scope.abcClass ? abcClasses[scope.abcClass] : null,
    names?.supplier,
    scope.lot ? `批号 ${scope.lot}` : null,
    scope.sample ? `抽 ${scope.sample} 条` : null,
  ])
  return words === '' ? '全部商品' : words
}
