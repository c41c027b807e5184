import type { Work } from '../../../kernel/posting/work.ts'
import type { LineRule } from '../rules/classify-line.ts'

/**
 * The rules that the company wrote, and what was remembered: a service that a seller was always matched to under one
 * 税收分类编码 is meant again. Goods are told by their words, because one code covers many.
 */
export const knownRules = async (work: Work, sellers: readonly string[]): Promise<LineRule[]> => {
  const [written, remembered] = await Promise.all([
    work.tx.rows<LineRule>(
      `select seller_tax_number as seller, tax_code as "taxCode", keyword, item from invoice_rule
       where company_id = $1 and not disabled`,
      [work.company],
    ),
    work.tx.rows<LineRule>(
      `select n.seller_tax_number as seller, l.tax_code as "taxCode", null as keyword, min(l.item::text) as item
       from incoming_invoice n join incoming_invoice_line l on l.company_id = $1 and l.owner_id = n.id
       join item i on i.company_id = $1 and i.id = l.item and i.is_service
       where n.company_id = $1 and n.seller_tax_number = any($2) and n.match_state = 'matched' and l.tax_code is not null
       group by 1, 2 having count(distinct l.item) = 1`,
      [work.company, sellers],
    ),
  ])
  return [...written, ...remembered]
}
