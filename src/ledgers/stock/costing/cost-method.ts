import type { CalendarDate } from '../../../base/calendar-date.ts'
import { divRound, mulDivRound } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'

/** A quantity in millionths of the base unit. */
export type Micros = bigint
/** An amount in hundredths of the book currency. */
export type Cents = bigint

/** A unit cost, kept as the exact quotient of an amount and a quantity, since most unit costs have no last digit. */
export interface UnitCost {
  readonly amount: Cents
  readonly quantity: Micros
}

/** A piece of a pool's value with the day its goods first came in, and the entry that brought them. */
export interface CostSlice {
  readonly layerDate: CalendarDate
  readonly quantity: Micros
  readonly amount: Cents
  readonly source: string
  readonly lot?: string | null
  /** By how much the goods were moved in above their cost (rule 17), beside the amount. */
  readonly markup?: Cents
}

interface MovementBase {
  /** The ledger entry, unique in the chain. */
  readonly entry: string
  readonly date: CalendarDate
  /** The lot or serial number; only the specific methods look at it, and FIFO carries it along. */
  readonly lot?: string | null
  /** Which lots or serial numbers move, where they are several: together they make up the quantity. */
  readonly parts?: readonly GoodsPart[] | undefined
}

/** So much of a lot, or one unit with a serial number. */
export interface GoodsPart {
  readonly lot: string | null
  readonly quantity: Micros
}

/** Goods in at a given cost, late prices and landed cost already added by the caller. */
export interface Receive extends MovementBase {
  readonly kind: 'receive'
  readonly quantity: Micros
  readonly amount: Cents
}

/** Goods in with a source: transfer in, sales return, reversal of an issue. They bring the source's slices, with their age. */
export interface TakeIn extends MovementBase {
  readonly kind: 'takeIn'
  readonly slices: readonly CostSlice[]
}

/** Goods out; the method finds their cost. */
export interface Issue extends MovementBase {
  readonly kind: 'issue'
  readonly quantity: Micros
}

/** Purchase return at the cost of its receipt (rule 8). */
export interface GiveBack extends MovementBase {
  readonly kind: 'giveBack'
  readonly quantity: Micros
  readonly amount: Cents
  /** The entry that brought the goods. */
  readonly receipt: string
}

/** Goods out at a stated cost: 红冲 of a receipt. The slices make up the quantity. */
export interface TakeBack extends MovementBase {
  readonly kind: 'takeBack'
  readonly quantity: Micros
  readonly slices: readonly CostSlice[]
}

/** A change of value alone: cost adjustment, correction behind a closed period. */
export interface Revalue extends MovementBase {
  readonly kind: 'revalue'
  readonly amount: Cents
  /** The entry whose goods are revalued; without it, all of the pool. */
  readonly receipt?: string
  /**
   * The quantity the amount was meant for. Stock takes the share of what is still there, the rest is the remainder:
   * 100.00 for 100 pieces of which 40 are left gives stock 40.00.
   */
  readonly quantity?: Micros
}

/** What can happen to a cost pool. Quantities are positive; the kind says the direction. */
export type Movement = Receive | TakeIn | Issue | GiveBack | TakeBack | Revalue

/**
 * An earlier short issue re-costed at the receipt that covers it, dated the receipt (rule 16). The amount is what the
 * issue costs more; the pool's value falls by it.
 */
export interface TrueUp {
  readonly entry: string
  readonly quantity: Micros
  readonly amount: Cents
}

/** What a movement did to its pool. */
export interface Step {
  /** Signed change of the pool's value by this movement itself, true-ups excluded. */
  readonly amount: Cents
  /** What came in or went out, positive: their amounts sum to `amount`, but for its sign. Empty for a revaluation. */
  readonly slices: readonly CostSlice[]
  /** What was asked of a giveBack, takeBack or revalue, less what stock took; in the sign of what was asked. */
  readonly remainder: Cents
  /** Signed change of the pool's internal mark-up, which is no part of the amount; none unless said. */
  readonly markup?: Cents
  /** The account role that the mark-up stands on; that of transfers at a price unless said. */
  readonly markupRole?: string
  readonly trueUps: readonly TrueUp[]
  /** `negative`: went out beyond what is there, at the last known cost. `noCost`: likewise, but no cost is known. */
  readonly flag?: StepFlag
}

export type StepFlag = 'noCost' | 'negative'

/** What a method may use when a pool has no cost of its own: order, standard or reference price, in that order (rule 16). */
export interface CostHints {
  /** The standard of the day, of goods at standard cost. */
  readonly standard?: UnitCost | undefined
  readonly lastUnitCost?: UnitCost
}

export type CostMethodName = 'movingAverage' | 'fifo' | 'monthlyAverage' | 'standard' | 'specificLot' | 'specificSerial'

/** Methods by which the carry at the end of a month says what goods cost. */
export const isCarried = (method: CostMethodName): method is 'monthlyAverage' | 'standard' =>
  method === 'monthlyAverage' || method === 'standard'

/** Methods by which every lot or every serial number keeps its own cost. */
export const isSpecific = (method: CostMethodName): boolean => method === 'specificLot' || method === 'specificSerial'

/** A way to find what goods cost: a fold over the movements of one cost pool in their total order. */
export interface CostMethod<State> {
  readonly name: CostMethodName
  /** An empty pool. */
  initial(): State
  /** Changes `state` in place; depends on nothing but its arguments. Throws a RangeError for a quantity that is not positive. */
  apply(state: State, movement: Movement, hints: CostHints): Step
  quantityOf(state: State): Micros
  amountOf(state: State): Cents
  /** What one unit costs at present; without stock, the last known cost; undefined when none ever was. */
  unitCostOf(state: State): UnitCost | undefined
  freeze(state: State): Json
  /** The state again; throws a RangeError for JSON that no `freeze` wrote. */
  thaw(json: Json): State
}

/** The cost of a quantity at a unit cost, rounded to cents, halves away from zero. */
export function costAt(unit: UnitCost, quantity: Micros): Cents {
  return mulDivRound(unit.amount, quantity, unit.quantity)
}

/** A unit cost in the book currency per base unit, rounded to 6 places, in millionths: 12.380952 is 12380952n. */
export function unitCostMicros(unit: UnitCost): bigint {
  return divRound(unit.amount * 10_000_000_000n, unit.quantity)
}

/** The slices' quantity and amount. */
export function totalOf(slices: readonly CostSlice[]): UnitCost {
  let quantity = 0n
  let amount = 0n
  for (const slice of slices) {
    quantity += slice.quantity
    amount += slice.amount
  }
  return { quantity, amount }
}

/** Refuses a movement that moves nothing, or the wrong way. */
export function checkMovement(movement: Movement): void {
  const { kind, entry } = movement
  if (kind === 'revalue') return
  const quantities = kind === 'takeIn' ? movement.slices.map((slice) => slice.quantity) : [movement.quantity]
  if (quantities.length === 0 || quantities.some((quantity) => quantity <= 0n)) {
    throw new RangeError(`the quantity of ${kind} ${entry} is not positive`)
  }
  if (kind === 'takeBack' && totalOf(movement.slices).quantity !== movement.quantity) {
    throw new RangeError(`the slices of ${kind} ${entry} do not make up its quantity`)
  }
}

/**
 * The part of a revaluation that goods still there can carry: by quantity, and never so much less that their value falls below
 * zero. What they were short of may have left them a value below it already: more is carried all the same, and less not at all.
 */
export function revaluationShare(movement: Revalue, quantity: Micros, value: Cents): Cents {
  if (quantity <= 0n) return 0n
  const meant = movement.quantity
  const share =
    meant === undefined || quantity >= meant ? movement.amount : mulDivRound(movement.amount, quantity, meant)
  const least = value > 0n ? -value : 0n
  return share < least ? least : share
}
