import type { CalendarDate } from '../../base/calendar-date.ts'
import type { ChainMovement } from './chain.ts'
import type { Cents, CostSlice } from './costing/cost-method.ts'

/** A change of an earlier movement's cost, found by replay. */
export interface CostDifference {
  /** The movement that cost otherwise. */
  readonly entry: string
  /** The same as the fold had it; a true-up is of an issue that may lie before the chain, and is read when it is written. */
  readonly movement: ChainMovement | null
  readonly date: CalendarDate
  readonly amount: Cents
  /** Change of the mark-up that goes with its goods. */
  readonly markup: Cents
  /** The role that the mark-up stands on, where that is not the one of transfers at a price. */
  readonly markupRole?: string | undefined
  /** The movement's new slices; none for a true-up, which belongs to the receipt that covers. */
  readonly slices: readonly CostSlice[] | null
  readonly coveredBy: string | null
}
