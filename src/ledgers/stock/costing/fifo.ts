import { calendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { allocateUnits, mulDivRound } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { checkMovement, revaluationShare, totalOf } from './cost-method.ts'
import type {
  Cents,
  CostHints,
  CostMethod,
  CostSlice,
  Micros,
  Movement,
  Revalue,
  Step,
  TrueUp,
  UnitCost,
} from './cost-method.ts'
import { appendLayer, compact, layersOf, reenterLayers, takeFrom } from './fifo-layers.ts'
import type { Layer, Layers } from './fifo-layers.ts'
import { bigintFrom, fieldFrom, freezeUnitCost, listFrom, textFrom, thawUnitCost } from './frozen.ts'
import {
  addShortIssue,
  coverShortIssues,
  freezeShortIssues,
  noShortIssues,
  shortCost,
  thawShortIssues,
} from './short-issues.ts'
import type { ShortIssues } from './short-issues.ts'

/** Layers of goods by the day they first came in; short issues only while there are none. */
export interface FifoPool extends Layers {
  quantity: Micros
  amount: Cents
  /** What was taken last, as the last known cost. */
  lastUnit: UnitCost | undefined
  readonly shorts: ShortIssues
}

function apply(pool: FifoPool, movement: Movement, hints: CostHints): Step {
  checkMovement(movement)
  switch (movement.kind) {
    case 'receive': {
      const { entry, date, quantity, amount, lot } = movement
      return comeIn(pool, [{ layerDate: date, quantity, amount, source: entry, lot }], appendLayers)
    }
    case 'takeIn':
      return comeIn(pool, movement.slices, reenterLayers)
    case 'issue':
      return goOut(pool, movement, movement.quantity, hints)
    case 'giveBack':
      return goOutAt(pool, movement, [{ ...movement, source: movement.receipt }])
    case 'takeBack':
      return goOutAt(pool, movement, movement.slices)
    default:
      return revalue(pool, movement)
  }
}

function appendLayers(pool: FifoPool, slices: readonly CostSlice[]): void {
  for (const slice of slices) appendLayer(pool, slice)
}

function comeIn(pool: FifoPool, slices: readonly CostSlice[], add: typeof appendLayers): Step {
  const trueUps: TrueUp[] = []
  const left: CostSlice[] = []
  let total = 0n
  for (const slice of slices) {
    const { quantity, amount } = slice
    total += amount
    const covered = coverShortIssues(pool.shorts, quantity, amount)
    pool.quantity += quantity
    pool.amount += amount - covered.amount + covered.provisional
    if (covered.quantity === 0n) {
      left.push(slice)
      continue
    }
    trueUps.push(...covered.trueUps)
    pool.lastUnit = { amount, quantity }
    if (covered.quantity === quantity) continue
    left.push({ ...slice, quantity: quantity - covered.quantity, amount: amount - covered.amount })
  }
  add(pool, left)
  return { amount: total, slices, remainder: 0n, trueUps }
}

function goOut(pool: FifoPool, movement: Movement, quantity: Micros, hints: CostHints): Step {
  const slices: CostSlice[] = []
  const there = takeOldest(pool, quantity, slices)
  if (there === quantity) return { amount: -totalOf(slices).amount, slices, remainder: 0n, trueUps: [] }
  const short = shortCost(quantity - there, pool.lastUnit, hints)
  slices.push(goShort(pool, movement, quantity - there, short.amount))
  return { amount: -totalOf(slices).amount, slices, remainder: 0n, trueUps: [], flag: short.flag }
}

/** What is asked to leave: from the layer its source brought, at a stated amount. */
interface Asked {
  readonly quantity: Micros
  readonly amount: Cents
  readonly source: string
  readonly layerDate?: CalendarDate
}

function goOutAt(pool: FifoPool, movement: Movement, asked: readonly Asked[]): Step {
  const slices: CostSlice[] = []
  let short = false
  let askedAmount = 0n
  for (const each of asked) {
    askedAmount += each.amount
    const own = takeOwn(pool, each, slices)
    const there = own + takeOldest(pool, each.quantity - own, slices)
    if (there === each.quantity) continue
    short = true
    const missing = each.quantity - there
    slices.push(goShort(pool, movement, missing, mulDivRound(each.amount, missing, each.quantity)))
  }
  const { amount } = totalOf(slices)
  const step: Step = { amount: -amount, slices, remainder: askedAmount - amount, trueUps: [] }
  return short ? { ...step, flag: 'negative' } : step
}

/** Takes from the layers of the source at the stated cost, while they keep a value; gives the quantity found there. */
function takeOwn(pool: FifoPool, asked: Asked, slices: CostSlice[]): Micros {
  let left = asked.quantity
  for (const layer of layersOf(pool, asked.source, asked.layerDate)) {
    if (left === 0n) break
    const part = layer.quantity < left ? layer.quantity : left
    const stated = mulDivRound(asked.amount, part, asked.quantity)
    const amount = part === layer.quantity || stated > layer.amount ? layer.amount : stated
    slices.push(take(pool, layer, part, amount))
    left -= part
  }
  return asked.quantity - left
}

/** Takes from the oldest layers at their cost; gives the quantity found there. */
function takeOldest(pool: FifoPool, quantity: Micros, slices: CostSlice[]): Micros {
  let left = quantity
  while (left > 0n) {
    const layer = pool.layers[pool.head]
    if (layer === undefined) break
    const part = layer.quantity < left ? layer.quantity : left
    const amount = part === layer.quantity ? layer.amount : mulDivRound(layer.amount, part, layer.quantity)
    slices.push(take(pool, layer, part, amount))
    left -= part
  }
  compact(pool)
  return quantity - left
}

function take(pool: FifoPool, layer: Layer, quantity: Micros, amount: Cents): CostSlice {
  pool.quantity -= quantity
  pool.amount -= amount
  pool.lastUnit = { amount: layer.amount, quantity: layer.quantity }
  takeFrom(pool, layer, quantity, amount)
  return { layerDate: layer.layerDate, quantity, amount, source: layer.source, lot: layer.lot }
}

function goShort(pool: FifoPool, movement: Movement, quantity: Micros, amount: Cents): CostSlice {
  addShortIssue(pool.shorts, movement.entry, quantity, amount)
  pool.quantity -= quantity
  pool.amount -= amount
  return { layerDate: movement.date, quantity, amount, source: movement.entry, lot: movement.lot }
}

function revalue(pool: FifoPool, movement: Revalue): Step {
  const layers = movement.receipt === undefined ? pool.layers.slice(pool.head) : layersOf(pool, movement.receipt)
  const { quantity, amount: value } = totalOf(layers)
  const amount = revaluationShare(movement, quantity, value)
  const shares = allocateUnits(
    amount,
    layers.map((layer) => (value === 0n ? layer.quantity : layer.amount)),
  )
  for (const [index, layer] of layers.entries()) layer.amount += shares[index] ?? 0n
  pool.amount += amount
  return { amount, slices: [], remainder: movement.amount - amount, trueUps: [] }
}

function freeze(pool: FifoPool): Json {
  return {
    layers: pool.layers
      .slice(pool.head)
      .map(({ layerDate, quantity, amount, source, lot }) => [
        layerDate,
        quantity.toString(),
        amount.toString(),
        source,
        lot ?? null,
      ]),
    lastUnit: freezeUnitCost(pool.lastUnit),
    shorts: freezeShortIssues(pool.shorts),
  }
}

function thaw(json: Json): FifoPool {
  const layers = listFrom(fieldFrom(json, 'layers')).map((each) => {
    const [layerDate, quantity, amount, source, lot] = listFrom(each)
    return {
      layerDate: calendarDate(textFrom(layerDate)),
      quantity: bigintFrom(quantity),
      amount: bigintFrom(amount),
      source: textFrom(source),
      lot: lot === null ? null : textFrom(lot),
    }
  })
  const shorts = thawShortIssues(fieldFrom(json, 'shorts'))
  const [there, missing] = [totalOf(layers), shorts.queue]
  return {
    layers,
    head: 0,
    quantity: missing.reduce((total, short) => total - short.quantity, there.quantity),
    amount: missing.reduce((total, short) => total - short.amount, there.amount),
    lastUnit: thawUnitCost(fieldFrom(json, 'lastUnit')),
    shorts,
  }
}

/** 先进先出: goods leave in the order in which they first came in, each at the cost of its layer. */
export const fifo: CostMethod<FifoPool> = {
  name: 'fifo',
  initial: () => ({ layers: [], head: 0, quantity: 0n, amount: 0n, lastUnit: undefined, shorts: noShortIssues() }),
  apply,
  quantityOf: (pool) => pool.quantity,
  amountOf: (pool) => pool.amount,
  unitCostOf: (pool) => (pool.quantity > 0n ? { amount: pool.amount, quantity: pool.quantity } : pool.lastUnit),
  freeze,
  thaw,
}
