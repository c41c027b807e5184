import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { fromBase, toBase } from '../../../base/unit-ratio.ts'
import type { UnitRatio } from '../../../base/unit-ratio.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import { takeNumbers } from '../../../kernel/documents/numbering.ts'
import type { DocumentCompletion, Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { completeBins } from '../bins/complete-bins.ts'
import { item, ratioOf } from '../../dimensions/item.ts'
import type { ItemRecord } from '../../dimensions/item.ts'
import { party } from '../../dimensions/party.ts'
import { lotsToGo, pickLots } from './first-expired.ts'
import type { LotOnHand, RemainingLife } from './first-expired.ts'
import { lotsOnHand, placeOfItem } from './lots-on-hand.ts'
import { splitLine } from './split-line.ts'
import type { LinePart, LotLine } from './split-line.ts'

interface LotHead {
  readonly date?: CalendarDate
  readonly customer?: string | null
  readonly warehouse?: string | null
  readonly fromWarehouse?: string | null
  /** Quantities follow from a ratio, line by line: such lines cannot be split. */
  readonly ratioBy?: string | null
}

type Items = ReadonlyMap<string, ItemRecord>

// The documents that are completed have lines of goods; which other fields they have is their own affair.
const linesOf = (draft: WrittenDraft) => (draft.tables['lines'] ?? []) as readonly LotLine[]
const headOf = (draft: WrittenDraft) => draft.header as LotHead

const numbered = (lines: readonly LotLine[]): LotLine[] => lines.map((line, index) => ({ ...line, lineNo: index + 1 }))

const withLines = (draft: WrittenDraft, lines: readonly LotLine[]) => ({
  ...draft,
  tables: { ...draft.tables, lines: numbered(lines) },
})

const trackedItems = async (work: Work, drafts: readonly WrittenDraft[]): Promise<Items> => {
  const ids = drafts.flatMap((draft) =>
    linesOf(draft).flatMap((line) => (line.item && (line.lot ?? '') === '' ? [line.item] : [])),
  )
  const records = await loadEntities(work, item, [...new Set(ids)])
  return new Map([...records].filter(([, record]) => record.tracksLots === true))
}

const warehouseOf = (head: LotHead, line: LotLine): string | null =>
  line.fromWarehouse ?? line.warehouse ?? head.fromWarehouse ?? head.warehouse ?? null

const isOne = (ratio: UnitRatio) => String(ratio.numerator) === String(ratio.denominator)

/** The line in parts by lot, in its own unit: each lot gives whole units, so that nothing is left between two units. */
const partsOf = (line: LotLine, record: ItemRecord, lots: readonly LotOnHand[]): readonly LinePart[] => {
  const ratio = ratioOf(record, line.unit)
  const { baseQuantity: base } = line
  if (ratio === undefined || !base || base.lte(0)) return []
  const { picks, left } = pickLots(lots, base, isOne(ratio) ? null : toBase(decimal(1), ratio))
  if (picks.length === 0) return []
  const inUnit = picks.map((pick) => ({ lot: pick.number, quantity: fromBase(pick.quantity, ratio) }))
  return left.isZero() ? inUnit : [...inUnit, { lot: null, quantity: fromBase(left, ratio) }]
}

/** What other lines of the draft took already is no longer there for the next. */
class Remaining {
  readonly #lots: Map<string, LotOnHand[]>
  constructor(lots: Map<string, LotOnHand[]>, draft: WrittenDraft) {
    this.#lots = new Map(lots)
    for (const line of linesOf(draft)) {
      const where = warehouseOf(headOf(draft), line)
      if (line.lot && line.item && where !== null) this.take(placeOfItem(line.item, where), line.lot, line.baseQuantity)
    }
  }

  of(place: string): readonly LotOnHand[] {
    return this.#lots.get(place) ?? []
  }

  take(place: string, number: string, quantity: LotLine['baseQuantity']): void {
    if (!quantity) return
    const lots = this.of(place).map((one) =>
      one.number === number ? { ...one, available: one.available.minus(quantity) } : one,
    )
    this.#lots.set(place, lots)
  }
}

const lifeAsked = async (work: Work, drafts: readonly WrittenDraft[]): Promise<Map<string, RemainingLife>> => {
  const customers = [...new Set(drafts.flatMap((draft) => headOf(draft).customer ?? []))]
  const records = await loadEntities(work, party, customers)
  return new Map([...records].map(([id, one]) => [id, { days: one.minimumLifeDays, percent: one.minimumLifePercent }]))
}

const completeOne = (
  draft: WrittenDraft,
  items: Items,
  lots: Map<string, LotOnHand[]>,
  life: RemainingLife | undefined,
): WrittenDraft => {
  const head = headOf(draft)
  const remaining = new Remaining(lots, draft)
  let changed = false
  const lines = linesOf(draft).flatMap((line): LotLine[] => {
    const record = line.item ? items.get(line.item) : undefined
    const where = warehouseOf(head, line)
    if (record === undefined || where === null || (line.lot ?? '') !== '' || head.date === undefined) return [line]
    // Whoever named the units named their lots with them.
    if ((line.serials ?? '') !== '') return [line]
    const place = placeOfItem(record.id, where)
    const parts = partsOf(line, record, lotsToGo(remaining.of(place), head.date, life))
    if (parts.length === 0 || (parts.length > 1 && head.ratioBy)) return [line]
    changed = true
    const ratio = ratioOf(record, line.unit)
    for (const part of parts) {
      if (part.lot !== null && ratio !== undefined) remaining.take(place, part.lot, toBase(part.quantity, ratio))
    }
    return splitLine(line, parts)
  })
  return changed ? withLines(draft, lines) : draft
}

/**
 * Goods that go out of a warehouse get their lots, the first to expire first, where nobody named one: a line that one lot
 * does not fill is split. What no lot may fill stays without, for a person to decide.
 */
export const completeOutgoingLots = (document: AnyDocument): DocumentCompletion => ({
  document,
  complete: async (drafts, work) =>
    completeBins(await withLots(drafts, work), work, (draft, line) => warehouseOf(headOf(draft), line)),
})

const withLots = async (drafts: readonly WrittenDraft[], work: Work): Promise<readonly WrittenDraft[]> => {
  const items = await trackedItems(work, drafts)
  if (items.size === 0) return drafts
  const warehouses = drafts.flatMap((draft) => linesOf(draft).flatMap((line) => warehouseOf(headOf(draft), line) ?? []))
  const [lots, lives] = await Promise.all([
    lotsOnHand(work, [...items.keys()], [...new Set(warehouses)]),
    lifeAsked(work, drafts),
  ])
  return drafts.map((draft) => completeOne(draft, items, lots, lives.get(headOf(draft).customer ?? '')))
}

const defaultRule = '{yyyyMMdd}-{seq:3}'

/** A lot rule with the item's code in it is a series of its own. */
const ruleOf = (record: ItemRecord): string => (record.lotRule ?? defaultRule).replaceAll('{item}', record.code)

const incomingLot = async (
  work: Work,
  record: ItemRecord,
  line: LotLine,
  day: CalendarDate,
): Promise<string | null> => {
  if (record.lotNumbering === 'supplier') return line.supplierLot ?? null
  if (record.lotNumbering === 'hand') return null
  const [number] = await takeNumbers(work, ruleOf(record), day)
  return number ?? null
}

/** Goods that come in get the number of their new lot, by the item's rule or from the supplier's own, where nobody gave one. */
export const completeIncomingLots = (document: AnyDocument): DocumentCompletion => ({
  document,
  complete: async (drafts, work) => {
    const items = await trackedItems(work, drafts)
    if (items.size === 0) return drafts
    return Promise.all(
      drafts.map(async (draft) => {
        const { date } = headOf(draft)
        if (date === undefined) return draft
        const lines: LotLine[] = []
        for (const line of linesOf(draft)) {
          const record = line.item && (line.lot ?? '') === '' ? items.get(line.item) : undefined
          const lot = record === undefined ? null : await incomingLot(work, record, line, date)
          lines.push(lot === null ? line : { ...line, lot })
        }
        return lines.some((line, index) => line !== linesOf(draft)[index]) ? withLines(draft, lines) : draft
      }),
    )
  },
})
