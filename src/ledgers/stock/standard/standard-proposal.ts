import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { Proposal } from '../../../kernel/posting/proposal.ts'

/** Sets the standard of an item from the posting's day on, and values what is on hand by it. */
export interface StandardProposal extends Proposal {
  readonly ledger: 'stockStandard'
  readonly item: Id<'item'>
  /** Per base unit, to six places. */
  readonly price: Decimal
}

interface PricedItem {
  readonly line: LineBase
  readonly item: Id<'item'>
  readonly price: Decimal
}

export const setStandard = (priced: PricedItem): StandardProposal => ({ ledger: 'stockStandard', ...priced })
