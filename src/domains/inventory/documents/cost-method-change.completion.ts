import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { costMethodChange } from './cost-method-change.ts'
import { previewChange } from './cost-method-change.preview.ts'

type Change = WrittenDraft<typeof costMethodChange>

/** The items that have stock of a category and those below it, or of the company, and are costed otherwise or in other pools so far. */
const itemsToChange = (work: Work, { category, costMethod, costPool }: Change['header']) =>
  work.tx.rows<{ id: Id<'item'> }>(
    `with recursive kinds as (
       select id from item_category where company_id = $1 and id = $2
       union select c.id from item_category c join kinds k on c.company_id = $1 and c.parent = k.id)
     select i.id from item i where i.company_id = $1 and ($2::uuid is null or i.category in (select id from kinds))
       and exists (select 1 from cost_pool p where p.company_id = $1 and p.item = i.id and p.last_date is not null
         and (p.method <> $3 or (p.scope_to is null and (p.pool = i.id::text) = ($4 = 'warehouse')))
         and (p.pool = i.id::text or p.pool in (select i.id || '/' || w.id from warehouse w where w.company_id = $1)))
     order by i.code`,
    [work.company, category ?? null, costMethod ?? null, costPool ?? null],
  )

const isWanted = ({ header, tables }: Change): boolean =>
  tables.lines.length === 0 &&
  (Boolean(header.costMethod) || Boolean(header.costPool)) &&
  (Boolean(header.category) || header.wholeCompany === true)

const withItems = async (work: Work, draft: Change): Promise<Change> => {
  if (!isWanted(draft)) return draft
  const items = await itemsToChange(work, draft.header)
  const lines = items.map(({ id }, index) => ({ id: newId<'line'>(), lineNo: index + 1, source: null, item: id }))
  return { ...draft, tables: { lines } }
}

/** Says what the change makes of each item. */
const withPreview = async (work: Work, draft: Change): Promise<Change> => {
  const { header, tables } = draft
  const items = tables.lines.flatMap((line) => line.item ?? [])
  if (!header.date || items.length === 0) return draft
  const preview = await previewChange(work, items, header.date, header.costPool ?? null)
  const lines = tables.lines.map((line) => (line.item ? { ...line, ...preview(line.item) } : line))
  return { ...draft, tables: { lines } }
}

/** Lists the items of a category or of the company, where nobody listed any, and says what becomes of what they hold. */
export const completeCostMethodChange = defineCompletion(costMethodChange, (drafts, work) =>
  Promise.all(drafts.map(async (draft) => withPreview(work, await withItems(work, draft)))),
)
