import type { Work } from '../../../kernel/posting/work.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'

/** What a card says of itself, in words. */
export interface CardWords {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly serial_number: string | null
  readonly kind: AssetKind
  readonly category: string
  readonly department: string | null
  readonly keeper: string | null
  readonly location: string | null
  readonly started_on: string | null
}

export interface CardFilter {
  readonly kind?: string | null | undefined
  readonly category?: string | null | undefined
  readonly department?: string | null | undefined
  readonly location?: string | null | undefined
  readonly ids?: readonly string[] | undefined
}

/** Cards that came into the books, in order of their codes; a category takes those below it along. */
export const readCards = (work: Work, filter: CardFilter): Promise<CardWords[]> =>
  work.tx.rows<CardWords>(
    `with recursive within as (
       select id from asset_category where company_id = $1 and ($3::uuid is null or id = $3)
       union select c.id from asset_category c join within w on c.parent = w.id where c.company_id = $1)
     select c.id, c.code, c.name, c.spec, c.serial_number, k.kind, k.name as category, d.name as department, e.name as keeper, c.location,
       (select min(a.date) from asset_entry a where a.company_id = $1 and a.asset = c.id and a.kind = 'value' and a.negates is null
          and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = a.id)) as started_on
     from asset_card c
     join asset_category k on k.company_id = $1 and k.id = c.category
     left join department d on d.company_id = $1 and d.id = c.department
     left join employee e on e.company_id = $1 and e.id = c.keeper
     where c.company_id = $1 and c.category in (select id from within) and ($2::text is null or k.kind = $2)
       and ($4::uuid is null or c.department = $4 or exists (
         select 1 from asset_card_shares s where s.company_id = $1 and s.owner_id = c.id and s.department = $4))
       and ($5::text is null or c.location ilike '%' || $5 || '%') and ($6::uuid[] is null or c.id = any($6::uuid[]))
     order by c.code`,
    [
      work.company,
      filter.kind ?? null,
      filter.category ?? null,
      filter.department ?? null,
      filter.location === '' ? null : (filter.location ?? null),
      filter.ids ?? null,
    ],
  )
