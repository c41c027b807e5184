import { divRound } from '../../../base/fixed-point.ts'

/** Goods that came or went on a day: quantity in millionths of the base unit, and an amount in cents. */
export interface Layer {
  readonly from: string | null
  readonly date: string
  readonly quantity: bigint
  readonly amount: bigint
}

const newest = (layers: readonly Layer[]): Layer[] =>
  layers.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))

/** What was taken back is what came last before it: layers without what went back of the same origin. */
const withoutReturns = (layers: readonly Layer[]): Layer[] => {
  const back = new Map<string | null, bigint>()
  for (const layer of layers)
    if (layer.quantity < 0n) back.set(layer.from, (back.get(layer.from) ?? 0n) - layer.quantity)
  return newest(layers).flatMap((layer) => {
    if (layer.quantity <= 0n) return []
    const returned = back.get(layer.from) ?? 0n
    const less = returned < layer.quantity ? returned : layer.quantity
    back.set(layer.from, returned - less)
    const quantity = layer.quantity - less
    return quantity === 0n ? [] : [{ ...layer, quantity, amount: divRound(layer.amount * quantity, layer.quantity) }]
  })
}

/** What is held is what came last: how much of it is of each origin. */
export const heldByOrigin = (held: bigint, layers: readonly Layer[]): Map<string, bigint> => {
  const origins = new Map<string, bigint>()
  let left = held
  for (const layer of withoutReturns(layers)) {
    const taken = layer.quantity < left ? layer.quantity : left
    if (taken <= 0n) break
    left -= taken
    if (layer.from !== null) origins.set(layer.from, (origins.get(layer.from) ?? 0n) + taken)
  }
  return origins
}

/** The part of an amount that the newest layers up to a quantity have; what lies beyond all of them goes by their average. */
export const amountOfNewest = (quantity: bigint, layers: readonly Layer[]): bigint => {
  let [left, amount, all, worth] = [quantity, 0n, 0n, 0n]
  for (const layer of withoutReturns(layers)) {
    all += layer.quantity
    worth += layer.amount
    const taken = layer.quantity < left ? layer.quantity : left
    left -= taken
    amount += divRound(layer.amount * taken, layer.quantity)
  }
  return left > 0n && all > 0n ? amount + divRound(worth * left, all) : amount
}
