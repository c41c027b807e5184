import type { Json } from '../../../base/json.ts'
import type { Cents, CostHints, CostMethod, CostMethodName, Micros, Movement, Step, UnitCost } from './cost-method.ts'
import { fifo } from './fifo.ts'
import { monthlyAverage } from './monthly-average.ts'
import { movingAverage } from './moving-average.ts'
import { specificLot, specificSerial } from './specific-lot.ts'

/** One cost pool under one method, for those who need not know what its state looks like. */
export interface Costing {
  readonly method: CostMethodName
  apply(movement: Movement, hints?: CostHints): Step
  quantity(): Micros
  amount(): Cents
  unitCost(): UnitCost | undefined
  freeze(): Json
}

const noHints: CostHints = {}

function costingBy<State>(method: CostMethod<State>): (frozen?: Json) => Costing {
  return (frozen) => {
    const state = frozen === undefined ? method.initial() : method.thaw(frozen)
    return {
      method: method.name,
      apply: (movement, hints = noHints) => method.apply(state, movement, hints),
      quantity: () => method.quantityOf(state),
      amount: () => method.amountOf(state),
      unitCost: () => method.unitCostOf(state),
      freeze: () => method.freeze(state),
    }
  }
}

const methods: Readonly<Record<CostMethodName, (frozen?: Json) => Costing>> = {
  movingAverage: costingBy(movingAverage),
  fifo: costingBy(fifo),
  monthlyAverage: costingBy(monthlyAverage),
  specificLot: costingBy(specificLot),
  specificSerial: costingBy(specificSerial),
}

/** A pool under the method, empty or as it was frozen. Throws a RangeError for JSON that the method did not freeze. */
export function startCosting(method: CostMethodName, frozen?: Json): Costing {
  return methods[method](frozen)
}
