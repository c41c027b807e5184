import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { Proposal } from '../../../kernel/posting/proposal.ts'
import type { CostMethodName } from '../costing/cost-method.ts'

/**
 * Asks that all goods of an item be carried out of their pools as the day begins, and in again at the same value: by another
 * method (计价方法变更), or on the account of another category (存货重分类).
 */
export interface CarryOverProposal extends Proposal {
  readonly ledger: 'stockCarryOver'
  readonly item: Id<'item'>
  readonly costMethod: CostMethodName | null
  readonly category: Id<'itemCategory'> | null
}

interface CarriedItem {
  readonly line: LineBase
  readonly item: Id<'item'>
}

/** The item is valued by another method from the day on. */
const toMethod = ({ line, item }: CarriedItem, costMethod: CostMethodName): CarryOverProposal => ({
  ledger: 'stockCarryOver',
  line,
  item,
  costMethod,
  category: null,
})

/** The item belongs to another category from the day on. */
const toCategory = ({ line, item }: CarriedItem, category: Id<'itemCategory'>): CarryOverProposal => ({
  ledger: 'stockCarryOver',
  line,
  item,
  costMethod: null,
  category,
})

export const carryOver = { toMethod, toCategory }
