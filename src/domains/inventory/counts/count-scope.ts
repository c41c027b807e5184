import { addDays } from '../../../base/calendar-date.ts'
import { invalid } from '../../../kernel/definition/problem.ts'
import { tableOf, lineTableOf } from '../../../kernel/documents/storage.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseReceipt } from '../../purchasing/index.ts'
import { abcClasses } from '../rules/abc-class.ts'
import { itemsOfClass } from './abc-of-items.ts'
import type { CountScope } from './scope-fields.ts'

export interface ScopeRow {
  readonly item: string
  readonly lot: string | null
  /** In a warehouse that keeps bins; null is what is not put away. */
  readonly bin: string | null
}

/** Goods of a warehouse by item, by lot where they have one, and by bin where the warehouse keeps any. */
const goodsSql = `
  with recursive kinds as (
    select id from item_category where company_id = $1 and id = $3
    union select c.id from item_category c join kinds k on c.parent = k.id where c.company_id = $1),
  whole as (
    select item, lot, quantity from stock_lot_balance
    where company_id = $1 and warehouse = $2 and place = 'onHand' and quantity <> 0
    union all
    select b.item, null, b.quantity - coalesce((
      select sum(l.quantity) from stock_lot_balance l where l.company_id = $1 and l.item = b.item and l.warehouse = $2
        and l.place = 'onHand'), 0)
    from stock_balance b where b.company_id = $1 and b.warehouse = $2 and b.place = 'onHand'
      and b.quantity is distinct from (
        select sum(l.quantity) from stock_lot_balance l where l.company_id = $1 and l.item = b.item and l.warehouse = $2
          and l.place = 'onHand')),
  shelved as (
    select item, nullif(lot, '') as lot, bin, quantity from stock_bin_balance
    where company_id = $1 and warehouse = $2 and place = 'onHand' and quantity <> 0),
  held as (
    select item, lot, bin, quantity from shelved
    union all
    select w.item, w.lot, null, w.quantity - coalesce((
      select sum(s.quantity) from shelved s where s.item = w.item and s.lot is not distinct from w.lot), 0) from whole w)
  select i.id as item, h.lot, h.bin from item i left join held h on h.item = i.id
  where i.company_id = $1 and not i.disabled and not coalesce(i.is_service, false)
    and ($3::uuid is null or i.category in (select id from kinds))
    and ($4::uuid is null or i.id = $4)
    and ($5::uuid[] is null or i.id = any($5))
    and ($6::text is null or h.lot = $6)
    and ($9::date is null or exists (
      select 1 from lot t where t.company_id = $1 and t.item = i.id and t.number = h.lot and t.expires_on <= $9))
    and ($10::uuid is null or h.bin = $10)
    and (coalesce(h.quantity, 0) <> 0 or ($7 and h.lot is null and not exists (select 1 from shelved s where s.item = i.id)))
    and ($8::uuid is null or exists (
      select 1 from ${lineTableOf(purchaseReceipt, 'lines').name} l
      join ${tableOf(purchaseReceipt).name} r on r.company_id = $1 and r.id = l.owner_id
      where l.company_id = $1 and l.item = i.id and r.supplier = $8 and r.state in ('posted', 'closed')))`

/** The lines that a sheet of this scope would have, in the order of the way through the warehouse, then of the items' codes. */
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
    typeof scope.expiresWithin === 'number' ? addDays(today, scope.expiresWithin) : null,
    scope.bin ?? null,
  ]
  const drawn = sample === null ? goodsSql : `${goodsSql} order by random() limit ${sample}`
  return work.tx.rows<ScopeRow>(
    `select g.item, g.lot, g.bin from (${drawn}) g join item i on i.company_id = $1 and i.id = g.item
     left join bin b on b.company_id = $1 and b.id = g.bin
     order by g.bin is null, b.zone nulls first, b.pick_order nulls last, b.code nulls last, i.code, g.lot nulls first`,
    values,
    { named: false },
  )
}

const wordsOf = (names: readonly (string | null | undefined)[]) => names.filter((name) => name).join('，')

/** The scope in words, for the head of the sheet. */
export const scopeText = async (work: Work, scope: CountScope): Promise<string> => {
  const [names] = await work.tx.rows<{
    category: string | null
    item: string | null
    supplier: string | null
    bin: string | null
  }>(
    `select (select name from item_category where company_id = $1 and id = $2) as category,
       (select name from item where company_id = $1 and id = $3) as item,
       (select name from party where company_id = $1 and id = $4) as supplier,
       (select name from bin where company_id = $1 and id = $5) as bin`,
    [work.company, scope.category ?? null, scope.item ?? null, scope.supplier ?? null, scope.bin ?? null],
  )
  const words = wordsOf([
    names?.category,
    names?.item,
    scope.abcClass ? abcClasses[scope.abcClass] : null,
    names?.supplier,
    names?.bin ? `货位 ${names.bin}` : null,
    scope.lot ? `批号 ${scope.lot}` : null,
    typeof scope.expiresWithin === 'number' ? `${scope.expiresWithin} 天内到期` : null,
    scope.sample ? `抽 ${scope.sample} 条` : null,
  ])
  return words === '' ? '全部商品' : words
}
