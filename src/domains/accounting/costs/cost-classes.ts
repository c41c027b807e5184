import type { Work } from '../../../kernel/posting/work.ts'

/** Documents by which goods are made of goods; those of production come to them by their domain. */
const making = ['assembly', 'disassembly']

const documentsOf = (work: Work, domain: string): string[] =>
  work.installed.catalogue.domains.flatMap((one) =>
    one.name === domain ? (one.documents ?? []).map((document) => document.name) : [],
  )

/** The types of documents by which goods are bought and made: `$2` and `$3` of {@link classOf}. */
export const classedTypes = (work: Work): readonly [purchases: string[], making: string[]] => [
  documentsOf(work, 'purchasing'),
  [...making, ...documentsOf(work, 'production')],
]

/**
 * SQL that says of a stock entry `e` what its value is: bought, sold, made, or moved otherwise. What corrections found
 * belongs to the document whose cost they correct.
 */
export const classOf = `case when e.document_type = any($2::text[]) then 'purchase'
  when e.against @> '[{"role": "costOfSales"}]'::jsonb then 'sale'
  when e.document_type = any($3::text[]) then 'made' else 'other' end`

/** Goods of others in our hands have no value. */
export const ownGoods = `e.company_id = $1 and e.place <> 'held'`
