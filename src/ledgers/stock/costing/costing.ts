import type { Json } from '../../../base/json.ts'
import type { Cents, CostHints, CostMethod, CostMethodName, Micros, Movement, Step, UnitCost } from './cost-method.ts'
import { fifo } from './fifo.ts'
import { freezeMarkup, frozenParts, markupOf, thawMarkup, withMarkup } from './markup.ts'
import { monthlyAverage } from './monthly-average.ts'
import { movingAverage } from './moving-average.ts'
import { specificLot, specificSerial } from './specific-lot.ts'
import { reprice, standard } from './standard.ts'

/** One cost pool under one method, for those who need not know what its state looks like. */
export interface Costing {
  readonly method: CostMethodName
  apply(movement: Movement, hints?: CostHints): Step
  /** Values what is on hand by the standard of the day; nothing under other methods. */
  reprice(hints: CostHints): Step
  quantity(): Micros
  amount(): Cents
  /** Internal mark-up beside the amount (rule 17). */
  markup(): Cents
  unitCost(): UnitCost | undefined
  freeze(): Json
}

const noHints: CostHints = {}
const nothing: Step = { amount: 0n, slices: [], remainder: 0n, trueUps: [] }

function costingBy<State>(method: CostMethod<State>): (frozen?: Json) => Costing {
  return (frozen) => {
    const stored = frozenParts(frozen)
    const state = stored.state === undefined ? method.initial() : method.thaw(stored.state)
    const markup = thawMarkup(method.name, stored.markup)
    return {
      method: method.name,
      apply: (movement, hints = noHints) => {
        const before = method.quantityOf(state)
        const step = method.apply(state, movement, hints)
        return withMarkup(markup, movement, step, { before, after: method.quantityOf(state) })
      },
      reprice: () => nothing,
      quantity: () => method.quantityOf(state),
      amount: () => method.amountOf(state),
      markup: () => markupOf(markup),
      unitCost: () => method.unitCostOf(state),
      freeze: () => freezeMarkup(markup, method.freeze(state)),
    }
  }
}

/** Goods at standard carry no mark-up of transfers; what stands beside their cost is what makes it the standard. */
const standardCosting = (frozen?: Json): Costing => {
  const state = frozen === undefined ? standard.initial() : standard.thaw(frozen)
  return {
    method: standard.name,
    apply: (movement, hints = noHints) => standard.apply(state, movement, hints),
    reprice: (hints) => reprice(state, hints),
    quantity: () => state.pool.quantity,
    amount: () => state.pool.amount,
    markup: () => state.standard - state.pool.amount,
    unitCost: () => standard.unitCostOf(state),
    freeze: () => standard.freeze(state),
  }
}

const methods: Readonly<Record<CostMethodName, (frozen?: Json) => Costing>> = {
  movingAverage: costingBy(movingAverage),
  fifo: costingBy(fifo),
  monthlyAverage: costingBy(monthlyAverage),
  standard: standardCosting,
  specificLot: costingBy(specificLot),
  specificSerial: costingBy(specificSerial),
}

/** A pool under the method, empty or as it was frozen. Throws a RangeError for JSON that the method did not freeze. */
export function startCosting(method: CostMethodName, frozen?: Json): Costing {
  return methods[method](frozen)
}
