import { forgetReferences } from '../../kernel/documents/lookup.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { assetCard } from '../dimensions/asset.ts'

/**
 * Brings the cards up to what the ledger says of them: whether they are in use, and the terms that were set last. The ledger
 * is what counts; the card shows it.
 */
export const keepCards = async (work: Work, cards: readonly string[]): Promise<void> => {
  forgetReferences(work, assetCard.name)
  const values = [work.company, cards]
  work.tx.send(
    `with last as (
       select c.id, t.terms, case when coalesce(b.amount, 0) > 0 then 'inUse' when t.terms is null then 'pending' else 'disposed' end as state
       from asset_card c
       left join asset_balance b on b.company_id = $1 and b.asset = c.id and b.kind = 'value'
       left join lateral (
         select e.terms from asset_entry e where e.company_id = $1 and e.asset = c.id and e.kind = 'terms' and e.negates is null
           and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)
         order by e.date desc, e.id desc limit 1) t on true
       where c.company_id = $1 and c.id = any($2::uuid[]))
     update asset_card c set state = l.state, version = c.version + 1,
       method = coalesce(l.terms->>'method', c.method),
       life_months = coalesce((l.terms->>'life')::integer, c.life_months),
       residual_percent = coalesce((l.terms->>'residualPercent')::numeric, c.residual_percent),
       total_usage = coalesce((l.terms->>'totalUsage')::numeric, c.total_usage),
       department = case when jsonb_array_length(l.terms->'shares') = 1 then (l.terms->'shares'->0->>'department')::uuid else c.department end,
       expense_account = case when jsonb_array_length(l.terms->'shares') = 1 then (l.terms->'shares'->0->>'account')::uuid else c.expense_account end
     from last l where c.company_id = $1 and c.id = l.id`,
    values,
  )
  work.tx.send(
    `delete from asset_card_shares where company_id = $1 and owner_id = any($2::uuid[])
     and exists (select 1 from asset_entry e where e.company_id = $1 and e.asset = owner_id and e.kind = 'terms' and e.negates is null
       and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id))`,
    values,
  )
  work.tx.send(
    `insert into asset_card_shares (company_id, id, owner_id, line_no, department, percent, expense_account)
     select $1, gen_random_uuid(), c.id, s.place, (s.share->>'department')::uuid, (s.share->>'percent')::numeric, (s.share->>'account')::uuid
     from asset_card c
     cross join lateral (
       select e.terms from asset_entry e where e.company_id = $1 and e.asset = c.id and e.kind = 'terms' and e.negates is null
         and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)
       order by e.date desc, e.id desc limit 1) t
     cross join lateral jsonb_array_elements(t.terms->'shares') with ordinality as s(share, place)
     where c.company_id = $1 and c.id = any($2::uuid[]) and jsonb_array_length(t.terms->'shares') > 1`,
    values,
  )
}
