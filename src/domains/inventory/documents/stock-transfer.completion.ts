import { newId } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { stockTransfer } from './stock-transfer.ts'

/** A kit that was chosen makes the lines of an empty transfer: its components with their ratios (配比调拨). */
export const completeStockTransfer = defineCompletion(stockTransfer, async (drafts, work) => {
  const kits = drafts.flatMap(({ header, tables }) => (header.kit && tables.lines.length === 0 ? [header.kit] : []))
  if (kits.length === 0) return drafts
  const known = await loadEntities(work, item, kits)
  return drafts.map((draft) => {
    const { kit } = draft.header
    const components = kit && draft.tables.lines.length === 0 ? (known.get(kit)?.components ?? []) : []
    if (components.length === 0) return draft
    const lines = components.map((part, index) => ({
      id: newId<'line'>(),
      lineNo: index + 1,
      source: null,
      item: part.component,
      ratio: part.quantity,
    }))
    return { ...draft, header: { ...draft.header, ratioBy: draft.header.ratioBy ?? 'sets' }, tables: { lines } }
  })
})
