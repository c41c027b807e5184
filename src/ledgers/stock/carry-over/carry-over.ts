import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { Proposal } from '../../../kernel/posting/proposal.ts'
import type { CostScope } from '../../dimensions/cost-methods.ts'
import type { CostMethodName } from '../costing/cost-method.ts'

/**
 * Asks that all goods of an item be carried out of their pools as the day begins, and in again at the same value: by another
 * method or into pools of another scope (成本方法与范围变更), or on the account of another category (存货重分类).
 */
export interface CarryOverProposal extends Proposal {
  readonly ledger: 'stockCarryOver'
  readonly item: Id<'item'>
  readonly costMethod: CostMethodName | null
  readonly costPool: CostScope | null
  readonly category: Id<'itemCategory'> | null
}

interface CarriedItem {
  readonly line: LineBase
  readonly item: Id<'item'>
}

/** What of the costing of an item changes; what is null stays as it is. */
export interface CostingChange {
  readonly costMethod: CostMethodName | null
  readonly costPool: CostScope | null
}

/** The item is costed otherwise from the day on. */
const toCosting = ({ line, item }: CarriedItem, change: CostingChange): CarryOverProposal => ({
  ledger: 'stockCarryOver',
  line,
  item,
  ...change,
  category: null,
})

/** The item belongs to another category from the day on. */
const toCategory = ({ line, item }: CarriedItem, category: Id<'itemCategory'>): CarryOverProposal => ({
  ledger: 'stockCarryOver',
  line,
  item,
  costMethod: null,
  costPool: null,
  category,
})

export const carryOver = { toCosting, toCategory }
