import { newId } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { stockTransfer } from './stock-transfer.ts'
import { withTransferPrices } from './transfer-price.completion.ts'

type Transfer = WrittenDraft<typeof stockTransfer>

/** A kit that was chosen makes the lines of an empty transfer: its components with their ratios (配比调拨). */
const withKitLines = async (work: Work, drafts: readonly Transfer[]): Promise<readonly Transfer[]> => {
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
}

/** Lines of a kit, and the prices that goods are moved in at. */
export const completeStockTransfer = defineCompletion(stockTransfer, async (drafts, work) =>
  withTransferPrices(work, await withKitLines(work, drafts)),
)
