import { mulDivRound } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import type { Cents, CostMethodName, CostSlice, Micros, Movement, Step } from './cost-method.ts'
import { totalOf } from './cost-method.ts'
import { bigintFrom, fieldFrom, listFrom, textFrom } from './frozen.ts'

interface Carried {
  /** Goods that carry it; of a pool without layers its whole quantity counts instead. */
  quantity: Micros
  markup: Cents
}

/**
 * Internal mark-up in a cost pool (rule 17): by how much goods were moved in above their cost. It is a second measure of
 * the same movements: it comes and goes with the goods, by layer where the method has layers, else in one sum.
 */
export interface MarkupPool {
  /** By layer, by lot, in one sum, or not at all: a month's cost is found when the month is over. */
  readonly kept: 'layers' | 'lots' | 'whole' | 'none'
  readonly carried: Map<string, Carried>
}

/** The pool's quantity before and after a movement. */
export interface PoolQuantities {
  readonly before: Micros
  readonly after: Micros
}

const wholePool = ''
const keptBy: Partial<Record<CostMethodName, MarkupPool['kept']>> = {
  fifo: 'layers',
  specificLot: 'lots',
  specificSerial: 'lots',
  monthlyAverage: 'none',
  standard: 'none',
}

const keyOf = (pool: MarkupPool, slice: CostSlice): string => {
  if (pool.kept === 'lots') return `lot/${slice.lot ?? ''}`
  return pool.kept === 'layers' ? [slice.layerDate, slice.source, slice.lot ?? ''].join('/') : wholePool
}

const least = (one: bigint, other: bigint) => (one < other ? one : other)

/** A pool as it was frozen: the method's own state apart from the mark-up beside it. */
export interface FrozenPool {
  readonly state: Json | undefined
  readonly markup: Json | undefined
}

const hasMarkup = (frozen: Json): frozen is { readonly [key: string]: Json } =>
  typeof frozen === 'object' && frozen !== null && !Array.isArray(frozen) && 'markup' in frozen

/** Takes apart what {@link freezeMarkup} put together. */
export const frozenParts = (frozen: Json | undefined): FrozenPool =>
  frozen !== undefined && hasMarkup(frozen)
    ? { state: fieldFrom(frozen, 'state'), markup: fieldFrom(frozen, 'markup') }
    : { state: frozen, markup: undefined }

/** The mark-up that a pool of a method carried as it was frozen. */
export const thawMarkup = (method: CostMethodName, stored: Json | undefined): MarkupPool => {
  const pool: MarkupPool = { kept: keptBy[method] ?? 'whole', carried: new Map() }
  if (stored === undefined) return pool
  for (const each of listFrom(stored)) {
    const [key, quantity, markup] = listFrom(each)
    add(pool, pool.kept === 'whole' ? wholePool : textFrom(key), bigintFrom(quantity), bigintFrom(markup))
  }
  return pool
}

/** A pool's frozen state with its mark-up; the state alone where there is none. */
export const freezeMarkup = (pool: MarkupPool, state: Json): Json =>
  pool.carried.size === 0
    ? state
    : {
        state,
        markup: [...pool.carried].map(([key, each]) => [key, each.quantity.toString(), each.markup.toString()]),
      }

/** All mark-up in the pool. */
export const markupOf = (pool: MarkupPool): Cents => {
  let sum = 0n
  for (const { markup } of pool.carried.values()) sum += markup
  return sum
}

function add(pool: MarkupPool, key: string, quantity: Micros, markup: Cents): void {
  const known = pool.carried.get(key)
  if (known !== undefined) {
    known.quantity += quantity
    known.markup += markup
  } else if (markup !== 0n) pool.carried.set(key, { quantity, markup })
}

/**
 * Goods come in with their mark-up; what covers goods that are gone already brings none, for there is nothing to carry it.
 * Their slices say what they would have brought, for whoever folds them again when less is short.
 */
const comeIn = (pool: MarkupPool, slices: readonly CostSlice[], before: Micros): Cents => {
  let gone = before < 0n ? -before : 0n
  let brought = 0n
  for (const slice of slices) {
    const covered = least(gone, slice.quantity)
    gone -= covered
    const kept = slice.quantity - covered
    const markup = mulDivRound(slice.markup ?? 0n, kept, slice.quantity)
    if (kept > 0n) add(pool, keyOf(pool, slice), kept, markup)
    brought += markup
  }
  return brought
}

/** What is asked for, as far as it is there: never more than is carried, never of the other sign. */
const within = (asked: Cents, there: Cents): Cents =>
  there >= 0n ? (asked < 0n ? 0n : least(asked, there)) : asked > 0n ? 0n : asked < there ? there : asked

const takeShare = (pool: MarkupPool, slice: CostSlice, there: Micros, stated: Cents | undefined): Cents => {
  const key = pool.carried.has(keyOf(pool, slice)) ? keyOf(pool, slice) : wholePool
  const carried = pool.carried.get(key)
  if (carried === undefined) return 0n
  const of = key === wholePool ? there : carried.quantity
  const isAll = slice.quantity >= of
  const share = stated === undefined ? mulDivRound(carried.markup, slice.quantity, of) : within(stated, carried.markup)
  const markup = isAll ? carried.markup : share
  carried.markup -= markup
  carried.quantity -= slice.quantity
  if (isAll || carried.markup === 0n) pool.carried.delete(key)
  return markup
}

/** Goods leave with their share; the last ones take all. A pool without layers gives back what a reversal states. */
const goOut = (
  pool: MarkupPool,
  movement: Movement,
  slices: readonly CostSlice[],
  { before, after }: PoolQuantities,
): CostSlice[] => {
  let there = before
  const stated =
    movement.kind === 'takeBack' && pool.kept === 'whole'
      ? movement.slices.reduce((sum, slice) => sum + (slice.markup ?? 0n), 0n)
      : undefined
  const left = slices.map((slice) => {
    const markup = takeShare(pool, slice, there, stated)
    there -= slice.quantity
    return { ...slice, markup }
  })
  const rest = after <= 0n ? markupOf(pool) : 0n
  if (after <= 0n) pool.carried.clear()
  const last = left.at(-1)
  return rest === 0n || last === undefined ? left : [...left.slice(0, -1), { ...last, markup: last.markup + rest }]
}

/** A movement's step with the mark-up that came or went with its goods. */
export const withMarkup = (pool: MarkupPool, movement: Movement, step: Step, quantities: PoolQuantities): Step => {
  if (movement.kind === 'revalue') return step
  if (pool.carried.size === 0 && step.slices.every((slice) => !slice.markup)) return step
  if (pool.kept === 'none') return step
  if (movement.kind === 'receive' || movement.kind === 'takeIn') {
    return { ...step, markup: comeIn(pool, step.slices, quantities.before) }
  }
  const slices = goOut(pool, movement, step.slices, quantities)
  return { ...step, slices, markup: -slices.reduce((sum, slice) => sum + (slice.markup ?? 0n), 0n) }
}

/** Goods moved in at a price: what it says above their cost is mark-up, in place of what they carried before. */
export const atWorth = (slices: readonly CostSlice[], worth: Cents): CostSlice[] => {
  const { quantity, amount } = totalOf(slices)
  const whole = worth - amount
  let position = 0n
  let given = 0n
  return slices.map((slice) => {
    position += slice.quantity
    const markup = mulDivRound(whole, position, quantity) - given
    given += markup
    return { ...slice, markup }
  })
}
