import type { Work } from '../../../kernel/posting/work.ts'
import type { AlertKind } from './alert-kinds.ts'

/** Something that is wrong with the stock of an item now. */
export interface StandingAlert {
  readonly kind: AlertKind
  readonly item: string
  /** Null where the item as a whole is meant. */
  readonly warehouse: string | null
  readonly lot: string | null
  readonly quantity: string
  /** The limit that is broken: a quantity, a day, or days. */
  readonly limit: string
}

/** For how long an item may lie still, and for how many days it may last at the pace it goes, unless the company says otherwise. */
const usual = { still: 90, cover: 180 } as const
/** The pace of an item is not judged before it is known for so many days. */
const judgedAfter = 30

/**
 * Everything that is wrong with these items, or with all; the parts it reads are balances and one index, so a handful of
 * items is judged at once whatever the number of entries.
 */
const standingSql = `
  with c as (
    select coalesce(slow_moving_days, ${usual.still}) as still, coalesce(cover_days, ${usual.cover}) as cover
    from company where company_id = $1 and id = $1),
  it as (
    select id, minimum_stock, maximum_stock, safety_stock, coalesce(expiry_alert_days, 0) as expiry_days from item
    where company_id = $1 and not disabled and not coalesce(is_service, false) and ($2::uuid[] is null or id = any($2))),
  held as (
    select b.item, b.warehouse, b.quantity from stock_balance b
    where b.company_id = $1 and b.place = 'onHand' and ($2::uuid[] is null or b.item = any($2))),
  totals as (
    select it.id as item, coalesce((select sum(h.quantity) from held h where h.item = it.id), 0) as quantity,
      -- Only limits of the item as a whole ask for it.
      case when it.minimum_stock is null and it.safety_stock is null then 0
        else coalesce((select sum(d.quantity) from plan_balance d
          where d.company_id = $1 and d.item = it.id and d.kind = 'demand' and d.quantity > 0), 0) end as demand
    from it),
  free as (select item, quantity, quantity - demand as available from totals),
  limits as (
    select l.item, s.warehouse, l.minimum, l.maximum, coalesce(h.quantity, 0) as quantity
    from stock_limit_limits l join stock_limit s on s.company_id = $1 and s.id = l.owner_id and not s.disabled
    join it on it.id = l.item left join held h on h.item = l.item and h.warehouse = s.warehouse
    where l.company_id = $1),
  pace as (
    select f.item, f.quantity, (select max(e.date) from stock_entry e
        where e.company_id = $1 and e.item = f.item and e.quantity <> 0) as last_on,
      (select min(e.date) from stock_entry e
        where e.company_id = $1 and e.item = f.item and e.quantity <> 0) as first_on
    from free f where f.quantity > 0),
  covered as (
    select p.item, p.quantity, p.last_on, p.quantity * least(90, $3::date - p.first_on) / g.gone as days from pace p
    cross join lateral (select sum(-e.quantity) as gone from stock_entry e where e.company_id = $1 and e.item = p.item
      and e.kind = 'issue' and e.date > $3::date - 90) g
    where g.gone > 0 and p.first_on <= $3::date - ${judgedAfter})
  select 'low' as kind, item, warehouse, null as lot, quantity, minimum::text as "limit" from limits where quantity < minimum
  union all select 'over', item, warehouse, null, quantity, maximum::text from limits where quantity > maximum
  union all select 'low', it.id, null, null, f.available, it.minimum_stock::text from it join free f on f.item = it.id
    where f.available < it.minimum_stock
  union all select 'over', it.id, null, null, f.quantity, it.maximum_stock::text from it join free f on f.item = it.id
    where f.quantity > it.maximum_stock
  union all select 'safety', it.id, null, null, f.available, it.safety_stock::text from it join free f on f.item = it.id
    where f.available < it.safety_stock and (it.minimum_stock is null or f.available >= it.minimum_stock)
  union all select case when t.expires_on < $3 then 'expired' else 'expiring' end, b.item, b.warehouse, b.lot, b.quantity,
      t.expires_on::text
    from it join stock_lot_balance b on b.company_id = $1 and b.item = it.id and b.place = 'onHand' and b.quantity > 0
    join lot t on t.company_id = $1 and t.item = b.item and t.number = b.lot
    where t.expires_on <= $3::date + it.expiry_days
  union all select 'still', p.item, null, null, p.quantity, (($3::date - p.last_on))::text from pace p, c
    where p.last_on <= $3::date - c.still
  union all select 'cover', p.item, null, null, p.quantity, floor(p.days)::text from covered p, c
    where p.last_on > $3::date - c.still and p.days > c.cover`

/** What is wrong with these items, or with all of them, on the company's day. */
export const standingAlerts = (work: Work, items: readonly string[] | null): Promise<StandingAlert[]> =>
  work.tx.rows<StandingAlert>(standingSql, [
    work.company,
    items,
    work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')),
  ])
