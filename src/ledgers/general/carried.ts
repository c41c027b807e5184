import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Dimensions, Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import type { Accounts } from './accounts.ts'

const filled = (dimensions: Dimensions): Dimensions =>
  Object.fromEntries(Object.entries(dimensions).filter(([, id]) => id !== null && id !== undefined))

/**
 * Entries with what their document carries, where the account is told apart by it and the entry does not say otherwise itself.
 * Corrections of other documents' cost stay as they are: they are not this document's.
 */
export const withCarried = (
  accounts: Accounts,
  { carried, documentId }: Pick<PostingRecord, 'carried' | 'documentId'>,
  effects: readonly Effect[],
): readonly Effect[] => {
  if (carried === undefined) return effects
  return effects.map((effect) => {
    if (effect.documentId !== documentId || effect.difference) return effect
    const said = carried(effect.lineId)
    const tell = (line: EffectLine): EffectLine => ({
      ...line,
      dimensions: { ...filled(accounts.asked(line.account, said)), ...filled(line.dimensions) },
    })
    return { ...effect, control: tell(effect.control), against: effect.against.map(tell) }
  })
}
