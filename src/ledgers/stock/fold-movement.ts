import type { CalendarDate } from '../../base/calendar-date.ts'
import { conflict } from '../../kernel/definition/problem.ts'
import { portion, stretch } from './chain.ts'
import type { CostedMovement } from './chain.ts'
import { isSpecific, totalOf } from './costing/cost-method.ts'
import type { CostMethodName, CostSlice, GoodsPart, Micros, Movement, Step } from './costing/cost-method.ts'
import { atWorth } from './costing/markup.ts'
import type { MonthWalker } from './pools.ts'

/** What a movement gives up now, by its entry. */
export type SlicesOf = (entry: string) => readonly CostSlice[] | undefined

const oneUnit: Micros = 1_000_000n

const positive = (value: bigint) => (value < 0n ? -value : value)

const partsIn = (slices: readonly CostSlice[]): GoodsPart[] => {
  const parts = new Map<string | null, Micros>()
  for (const { lot = null, quantity } of slices) parts.set(lot, (parts.get(lot) ?? 0n) + quantity)
  return [...parts].map(([lot, quantity]) => ({ lot, quantity }))
}

/**
 * Which lots or serial numbers a movement takes: those it names as it is made; later its own slices tell, since under these
 * methods they are what was asked for.
 */
const partsOf = (m: CostedMovement, method: CostMethodName): GoodsPart[] | undefined => {
  if (method !== 'specificSerial') return undefined
  if (m.serials.length > 0) return m.serials.map((lot) => ({ lot, quantity: oneUnit }))
  return m.slices.length > 0 ? partsIn(m.slices) : undefined
}

/** Under costing by lot goods are of the lot that the movement names, whatever layers another method took them from. */
const ofOwnLot = (m: CostedMovement, slices: readonly CostSlice[], method: CostMethodName): CostSlice[] =>
  method === 'specificLot' && m.lot !== null ? slices.map((slice) => ({ ...slice, lot: m.lot })) : [...slices]

/** Goods that another method gave up without names, as the units that they are: each takes its part of them, in order. */
const asUnits = (slices: readonly CostSlice[], parts: readonly GoodsPart[]): CostSlice[] => {
  let position = 0n
  return parts.flatMap(({ lot, quantity }) => {
    const own = portion(slices, position, quantity)
    position += quantity
    return own.map((slice) => ({ ...slice, lot }))
  })
}

/** What comes back of a source: the units that are named, else the stretch from where this movement begins in it. */
const taken = (m: CostedMovement, slices: readonly CostSlice[], method: CostMethodName): CostSlice[] => {
  const parts = partsOf(m, method)
  const named = new Set(parts?.map((part) => part.lot))
  const found = parts === undefined ? [] : slices.filter((slice) => named.has(slice.lot ?? null))
  if (found.length > 0 && found.length === parts?.length) return found
  const stretch = portion(slices, m.sourceOffset, positive(m.quantity))
  return parts === undefined ? ofOwnLot(m, stretch, method) : asUnits(stretch, parts)
}

/** Goods that pools of one posting give each other both ways, before their cost is found. */
const notYetKnown = (m: CostedMovement): CostSlice => ({
  layerDate: m.date,
  quantity: positive(m.quantity),
  amount: 0n,
  source: m.entry,
  lot: m.lot,
})

/** Goods made of others: one layer of their own, at their stretch of the source's whole cost. */
const converted = (m: CostedMovement, length: Micros, source: readonly CostSlice[]): CostSlice => {
  const whole = totalOf(source)
  const cut = (amount: bigint) => stretch(amount, whole.quantity, m.sourceOffset, m.sourceOffset + length)
  const markup = cut(source.reduce((sum, slice) => sum + (slice.markup ?? 0n), 0n))
  return {
    layerDate: m.date,
    quantity: positive(m.quantity),
    amount: cut(whole.amount),
    source: m.document.id,
    lot: m.lot,
    ...(markup === 0n ? {} : { markup }),
  }
}

const comingOf = (
  m: CostedMovement,
  source: readonly CostSlice[] | undefined,
  method: CostMethodName,
): readonly CostSlice[] => {
  if (source === undefined) return m.slices
  if (m.sourceQuantity === null || source.length === 0) return taken(m, source, method)
  return [converted(m, m.sourceQuantity, source)]
}

/** What comes in: what the source gives up, at its cost; a price that was set makes the rest of it mark-up. */
const brought = (
  m: CostedMovement,
  source: readonly CostSlice[] | undefined,
  method: CostMethodName,
): readonly CostSlice[] => {
  const known = comingOf(m, source, method)
  const slices = known.length === 0 ? [notYetKnown(m)] : known
  return m.worth === null ? slices : atWorth(slices, m.worth)
}

/** Goods that come in for the first time, as the layer that they make. */
const asLayer = (m: CostedMovement): CostSlice => ({
  layerDate: m.date,
  quantity: positive(m.quantity),
  amount: m.given,
  source: m.entry,
  lot: m.lot,
})

/** What the fold is told of a movement; a follower brings its source's slices as they are now. */
export const asMovement = (m: CostedMovement, sourceSlices: SlicesOf, method: CostMethodName): Movement => {
  const source = m.source === null ? undefined : sourceSlices(m.source)
  const base = { entry: m.entry, date: m.date, quantity: positive(m.quantity), lot: m.lot }
  switch (m.kind) {
    case 'receive':
      if (m.worth !== null) return { ...base, kind: 'takeIn', slices: atWorth([asLayer(m)], m.worth) }
      return { ...base, kind: 'receive', amount: m.given, parts: partsOf(m, method) }
    case 'issue':
    case 'carryOut':
      return { ...base, kind: 'issue', parts: partsOf(m, method) }
    case 'giveBack':
      return { ...base, kind: 'giveBack', amount: -m.given, receipt: m.source ?? '', parts: partsOf(m, method) }
    case 'takeBack':
      // What it brought is asked for again; what could be taken of it is another matter, and kept in its own slices.
      return { ...base, kind: 'takeBack', slices: ofOwnLot(m, source ?? m.slices, method) }
    case 'revalue':
      return {
        ...base,
        kind: 'revalue',
        amount: m.given,
        ...(m.source === null ? {} : { receipt: m.source, quantity: m.sourceOffset }),
        ...(isSpecific(method) && source !== undefined ? { parts: partsIn(source) } : {}),
      }
    default:
      return { ...base, kind: 'takeIn', slices: brought(m, source, method) }
  }
}

const nothing: Step = { amount: 0n, slices: [], remainder: 0n, trueUps: [] }

/** Refuses what would leave goods behind in a pool that they were all carried out of. */
export const leftBehind = (date: CalendarDate) =>
  conflict(
    `该商品在 ${date} 变更过计价方法、核算范围或存货分类，此前的数量不能再改；请先反审核那张单据，或把日期改到 ${date} 及以后`,
    `The costing method, the cost pool or the category of this item changed on ${date}; quantities before it cannot change. Unpost that document first, or date this one on or after ${date}`,
  )

const withoutStandard = (date: CalendarDate) =>
  conflict(
    `该商品按标准成本计价，而 ${date} 还没有标准成本；请先审核一张日期不晚于这天的标准成本调整单`,
    `This item is kept at standard cost and has no standard on ${date}; post a standard cost dated then or earlier first`,
  )

/** One movement folded into a pool. Goods that were carried out to be carried in anew begin the method that is named. */
export const stepOf = (walker: MonthWalker, m: CostedMovement, sourceSlices: SlicesOf): Step => {
  let costing = walker.on(m.date)
  const hints = walker.hintsOn(m.date)
  if (m.kind === 'carryIn' && m.costMethod !== null) {
    // Value that is left without goods is that of lots which do not meet: nothing of it may be lost.
    if (costing.quantity() !== 0n || costing.amount() !== 0n) throw leftBehind(m.date)
    costing = walker.begin(m.costMethod)
  }
  if (costing.method === 'standard' && hints.standard === undefined) throw withoutStandard(m.date)
  if (m.kind === 'reprice') return costing.reprice(hints)
  return m.quantity === 0n && m.kind !== 'revalue'
    ? nothing
    : costing.apply(asMovement(m, sourceSlices, costing.method), hints)
}
