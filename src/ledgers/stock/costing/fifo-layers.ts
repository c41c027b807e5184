import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Cents, CostSlice, Micros } from './cost-method.ts'

/** Goods that came in together and are still there. */
export interface Layer {
  readonly layerDate: CalendarDate
  quantity: Micros
  amount: Cents
  readonly source: string
  readonly lot: string | null
}

/** Layers, oldest first. Those before `head` are used up; they are dropped now and then, not one by one. */
export interface Layers {
  layers: Layer[]
  head: number
}

const compactFrom = 1024

/** Adds goods that come in for the first time: behind all of their day. */
export function appendLayer(pool: Layers, slice: CostSlice): void {
  const last = pool.layers.at(-1)
  if (pool.head === pool.layers.length || last === undefined || last.layerDate <= slice.layerDate) {
    pool.layers.push(layerOf(slice))
    return
  }
  pool.layers.splice(firstAfter(pool, slice.layerDate), 0, layerOf(slice))
}

/**
 * Adds goods that come with their age. Goods of a layer that is still there join it; otherwise they go before the layers of the
 * same day, because in this order what left a pool and comes back was older than all that stayed.
 */
export function reenterLayers(pool: Layers, slices: readonly CostSlice[]): void {
  for (const slice of slices.toReversed()) {
    const last = pool.layers.at(-1)
    if (pool.head === pool.layers.length || last === undefined || last.layerDate < slice.layerDate) {
      pool.layers.push(layerOf(slice))
      continue
    }
    insert(pool, slice)
  }
}

function insert(pool: Layers, slice: CostSlice): void {
  const lot = slice.lot ?? null
  const first = firstNotBefore(pool, slice.layerDate)
  for (let index = first; index < pool.layers.length; index += 1) {
    const layer = pool.layers[index]
    if (layer === undefined || layer.layerDate !== slice.layerDate) break
    if (layer.source !== slice.source || layer.lot !== lot) continue
    layer.quantity += slice.quantity
    layer.amount += slice.amount
    return
  }
  if (first === pool.head && first > 0) {
    pool.head -= 1
    pool.layers[pool.head] = layerOf(slice)
    return
  }
  pool.layers.splice(first, 0, layerOf(slice))
}

function layerOf({ layerDate, quantity, amount, source, lot }: CostSlice): Layer {
  return { layerDate, quantity, amount, source, lot: lot ?? null }
}

/** The place of the first layer of that day or later. */
function firstNotBefore(pool: Layers, date: CalendarDate): number {
  return firstPlace(pool, (layer) => layer.layerDate >= date)
}

/** The place of the first layer of a later day. */
function firstAfter(pool: Layers, date: CalendarDate): number {
  return firstPlace(pool, (layer) => layer.layerDate > date)
}

function firstPlace(pool: Layers, reached: (layer: Layer) => boolean): number {
  let [low, high] = [pool.head, pool.layers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const layer = pool.layers[middle]
    if (layer !== undefined && !reached(layer)) low = middle + 1
    else high = middle
  }
  return low
}

/** The layers that an entry brought, and of a certain day where that is known; a copy. */
export function layersOf(pool: Layers, source: string, layerDate?: CalendarDate): Layer[] {
  const found: Layer[] = []
  const start = layerDate === undefined ? pool.head : firstNotBefore(pool, layerDate)
  for (let index = start; index < pool.layers.length; index += 1) {
    const layer = pool.layers[index]
    if (layer === undefined || (layerDate !== undefined && layer.layerDate !== layerDate)) break
    if (layer.source === source) found.push(layer)
  }
  return found
}

/** Takes goods out of a layer; an empty one leaves. */
export function takeFrom(pool: Layers, layer: Layer, quantity: Micros, amount: Cents): void {
  layer.quantity -= quantity
  layer.amount -= amount
  if (layer.quantity > 0n) return
  if (pool.layers[pool.head] === layer) pool.head += 1
  else pool.layers.splice(pool.layers.indexOf(layer, pool.head), 1)
}

/** Drops used-up layers once they are many and the larger part. */
export function compact(pool: Layers): void {
  if (pool.head < compactFrom || pool.head * 2 < pool.layers.length) return
  pool.layers = pool.layers.slice(pool.head)
  pool.head = 0
}
