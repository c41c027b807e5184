import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { progressMethods } from '../entities/workshop.ts'
import { byElement, minus, noCost } from './elements.ts'
import type { Elements } from './elements.ts'

/** What is known of an order, or of a product, at the end of a month. */
export interface Unfinished {
  /** In progress at the beginning and what came to it in the month. */
  readonly cost: Elements
  /** Good units finished in the month. */
  readonly finished: Decimal
  readonly inProgress: Decimal
  /** How much of its material a unit in progress has, and how far it is worked, from 0 to 1. */
  readonly materialRate: Decimal
  readonly completionRate: Decimal
  readonly method: keyof typeof progressMethods
  /** Nothing more will come of it. */
  readonly isDone: boolean
}

export interface FinishedCost {
  readonly finished: Elements
  readonly inProgress: Elements
}

/**
 * 约当产量法: a unit in progress counts for the part of it that is done, material and conversion each by its own rate; 只计材料
 * leaves conversion to what was finished; 不计在产品 leaves nothing in progress where something was finished. To the cent:
 * what is in progress is rounded, what is finished takes the rest. An order that is done keeps nothing.
 */
export const finishCost = (of: Unfinished): FinishedCost => {
  if (of.isDone) return { finished: of.cost, inProgress: noCost }
  if (!of.finished.gt(0)) return { finished: noCost, inProgress: of.cost }
  if (of.method === 'none') return { finished: of.cost, inProgress: noCost }
  const conversionRate = of.method === 'materialOnly' ? zero : of.completionRate
  const inProgress = byElement((element) => {
    const units = of.inProgress.times(element === 'material' ? of.materialRate : conversionRate)
    return cents(of.cost[element].times(units).div(of.finished.plus(units)))
  })
  return { finished: minus(of.cost, inProgress), inProgress }
}
