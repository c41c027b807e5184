import { round, zero } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { WrittenDraft } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { disassembly } from './disassembly.ts'

type Draft = WrittenDraft<typeof disassembly>

const isEmpty = (draft: Draft) => Boolean(draft.header.item) && draft.tables.lines.length === 0

/** A disassembly without lines takes apart into what the goods were put together from. */
export const completeDisassembly = defineCompletion(disassembly, async (drafts, work) => {
  const wholes = await loadEntities(
    work,
    item,
    drafts.filter(isEmpty).flatMap((draft) => draft.header.item ?? []),
  )
  return drafts.map((draft) => {
    const components = isEmpty(draft) ? (wholes.get(draft.header.item ?? '')?.components ?? []) : []
    if (components.length === 0) return draft
    const whole = draft.header.baseQuantity ?? draft.header.quantity ?? zero
    const lines = components.map((part, index) => ({
      id: newId<'line'>(),
      lineNo: index + 1,
      source: null,
      item: part.component,
      quantity: round(part.quantity.times(whole), 6),
    }))
    return { ...draft, tables: { lines } }
  })
})
