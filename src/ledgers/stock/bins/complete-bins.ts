import type { Decimal } from '../../../base/decimal.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import { fromBase, toBase } from '../../../base/unit-ratio.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { item, ratioOf } from '../../dimensions/item.ts'
import type { ItemRecord } from '../../dimensions/item.ts'
import { warehouse } from '../../dimensions/place.ts'
import { splitLine } from '../tracking/split-line.ts'
import type { LinePart, LotLine } from '../tracking/split-line.ts'
import { readBinStock } from './bin-stock.ts'
import type { BinGoods, BinStock } from './bin-stock.ts'

/** A line with the warehouse that its goods leave. */
export type WarehouseOf = (draft: WrittenDraft, line: LotLine) => string | null

interface Leaving extends BinGoods {
  readonly line: LotLine
  readonly record: ItemRecord
}

const isOpen = (line: LotLine): boolean =>
  'bin' in line && (line.bin ?? null) === null && (line.serials ?? '') === '' && line.baseQuantity?.gt(0) === true

/** How much of a bin a line takes: whole units of its own, so that nothing is left between two units. */
const wholeUnits = (quantity: Decimal, unit: Decimal): Decimal => quantity.div(unit).floor().times(unit)

/** A line in parts by bin; in one piece where what is not put away is enough, or where bins do not make it up. */
const partsOf = (stock: BinStock, { line, record, ...goods }: Leaving): readonly LinePart[] => {
  const ratio = ratioOf(record, line.unit)
  const wanted = line.baseQuantity ?? zero
  const loose = stock.loose(goods)
  if (ratio === undefined || loose.gte(wanted)) return []
  const unit = toBase(decimal(1), ratio)
  const bins = stock.inBins(goods)
  const whole = bins.find((one) => one.quantity.gte(wanted))
  if (whole !== undefined) return [{ lot: line.lot ?? null, bin: whole.bin, quantity: fromBase(wanted, ratio) }]
  const parts: LinePart[] = []
  let left = wanted
  for (const one of bins) {
    const taken = wholeUnits(one.quantity.lt(left) ? one.quantity : left, unit)
    if (taken.lte(0)) continue
    parts.push({ lot: line.lot ?? null, bin: one.bin, quantity: fromBase(taken, ratio) })
    left = left.minus(taken)
  }
  return left.isZero() || parts.length === 0
    ? parts
    : [...parts, { lot: line.lot ?? null, bin: null, quantity: fromBase(left, ratio) }]
}

const split = (stock: BinStock, leaving: Leaving | undefined, line: LotLine): LotLine[] => {
  if (leaving === undefined) return [line]
  const { record, line: _line, ...goods } = leaving
  const parts = partsOf(stock, leaving)
  const ratio = ratioOf(record, line.unit)
  for (const part of parts) {
    if (ratio !== undefined)
      stock.move({ ...goods, bin: part.bin ?? null, quantity: toBase(part.quantity, ratio).neg() })
  }
  if (parts.length === 0) stock.move({ ...goods, quantity: (line.baseQuantity ?? zero).neg() })
  const [only] = parts
  return only !== undefined && parts.length === 1
    ? [{ ...line, bin: only.bin ?? null }]
    : parts.length === 0
      ? [line]
      : splitLine(line, parts)
}

/**
 * Goods that leave a warehouse with bins get the bins that they are picked from, in the order of the way through it; a line that
 * no bin fills is split. Nothing is asked where no warehouse keeps bins.
 */
export const completeBins = async (
  drafts: readonly WrittenDraft[],
  work: Work,
  warehouseOf: WarehouseOf,
): Promise<readonly WrittenDraft[]> => {
  const linesOf = (draft: WrittenDraft) => (draft.tables['lines'] ?? []) as readonly LotLine[]
  const open = drafts.flatMap((draft) =>
    linesOf(draft).flatMap((line) => {
      const where = warehouseOf(draft, line)
      return where !== null && line.item && isOpen(line) ? [{ line, where, item: line.item }] : []
    }),
  )
  const warehouses = await loadEntities(work, warehouse, [...new Set<string>(open.map((one) => one.where))])
  const kept = open.filter((one) => warehouses.get(one.where)?.keepsBins === true)
  if (kept.length === 0) return drafts
  const items = await loadEntities(work, item, [...new Set<string>(kept.map((one) => one.item))])
  const leaving = new Map<LotLine, Leaving>(
    kept.flatMap(({ line, where, item: id }) => {
      const record = items.get(id)
      if (record === undefined || record.isService === true) return []
      return [[line, { line, record, item: id, warehouse: where, place: 'onHand', lot: line.lot ?? null }] as const]
    }),
  )
  const stock = await readBinStock(work, [...leaving.values()])
  return drafts.map((draft) => {
    const lines = linesOf(draft)
    if (!lines.some((line) => leaving.has(line)) || ('ratioBy' in draft.header && Boolean(draft.header.ratioBy)))
      return draft
    const placed = lines.flatMap((line) => split(stock, leaving.get(line), line))
    return {
      ...draft,
      tables: { ...draft.tables, lines: placed.map((line, index) => ({ ...line, lineNo: index + 1 })) },
    }
  })
}
