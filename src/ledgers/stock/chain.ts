import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents, toMicros } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { StoredAgainst } from '../general/accounts.ts'
import { varianceIn, varianceRole } from './costing/standard.ts'
import type { Cents, CostMethodName, CostSlice, Micros, Movement } from './costing/cost-method.ts'

/**
 * Beside what can happen to a pool: all its goods are carried out and in again, under another method or on another account;
 * to the fold these are an issue and its return. Or they get another standard.
 */
export type MovementKind = Movement['kind'] | 'carryOut' | 'carryIn' | 'reprice'

/** What the fold of a chain asks of a movement, stored or about to be. Quantity and given amount carry their sign: positive in. */
export interface CostedMovement {
  readonly entry: string
  readonly pool: string
  readonly date: CalendarDate
  readonly sequence: number
  readonly lineNo: number
  readonly kind: MovementKind
  readonly quantity: Micros
  /** What was given, with all given corrections: price of a receipt, cost of a return to the supplier, a revaluation. */
  readonly given: Cents
  /** The given corrections alone. */
  readonly givenMore: Cents
  /** What the ledger holds of it, all corrections included, true-ups apart. */
  readonly stored: Cents
  readonly source: string | null
  readonly sourceOffset: Micros
  /** Of goods that others became: how much of the source they were made of; null where the goods are the source's own. */
  readonly sourceQuantity: Micros | null
  readonly slices: readonly CostSlice[]
  /** Internal mark-up that came or went with the goods (rule 17), all corrections included. */
  readonly markup: Cents
  /** The part of it that is no mark-up of ours: at standard, what goods cost less than their standard (rule 18). */
  readonly variance: Cents
  /** What goods were moved in at, where a price was set; their cost is the source's all the same. */
  readonly worth: Cents | null
  readonly lot: string | null
  /** The units that move, by serial number, as the movement is made; afterwards its slices name them. */
  readonly serials: readonly string[]
  /** The method that ends with goods carried out, or begins with goods carried in; null where it stays. */
  readonly costMethod: CostMethodName | null
  readonly document: { readonly id: string }
}

/** A movement of a pool's chain with all that the books must know of it. */
export interface ChainMovement extends CostedMovement {
  /** What its own entry holds, before any correction. */
  readonly original: Cents
  /** What its own entry says of its mark-up. */
  readonly originalMarkup: Cents
  /** The role that its own entry puts it on, where that is not the one of transfers at a price. */
  readonly markupRole: string | null
  readonly item: string
  readonly warehouse: string
  readonly place: string
  /** In a warehouse that keeps bins: whence goods were taken or where they were put. */
  readonly bin: string | null
  /** In the item's second unit; null where it has none. */
  readonly secondQuantity: Micros | null
  readonly document: { readonly type: string; readonly id: string; readonly line: string | null }
  readonly account: string
  readonly role: string
  readonly against: readonly StoredAgainst[]
  readonly within: boolean
  readonly remainder: string | null
}

/** Business date, then number of first recording, then line: the total order of a pool's movements. */
export const inOrder = (a: CostedMovement, b: CostedMovement): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.sequence - b.sequence || a.lineNo - b.lineNo

/** What the fold asks of a movement's own row of the ledger. */
export interface CostedRow {
  readonly id: string
  readonly pool: string
  readonly date: CalendarDate
  readonly sequence: number
  readonly line_no: number
  readonly kind: MovementKind
  readonly quantity: string
  readonly amount: string
  readonly markup: string
  readonly markup_role: string | null
  readonly worth: string | null
  readonly asked: string | null
  readonly source_entry: string | null
  readonly source_offset: string | null
  readonly source_quantity: string | null
  readonly slices: Json
  readonly lot: string | null
  readonly cost_method: CostMethodName | null
  readonly document_id: string
}

/** A movement's own row of the ledger. */
export interface MovementRow extends CostedRow {
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly bin: string | null
  readonly second_quantity: string | null
  readonly role: string
  readonly document_type: string
  readonly line_id: string | null
  readonly account_id: string
  readonly against: readonly StoredAgainst[] | { readonly within: true; readonly remainder: string | null }
}

/** A movement's row with what corrections made of it. */
interface ChainRow extends MovementRow {
  readonly given_more: string
  readonly more: string
  readonly markup_more: string
  readonly variance_more: string
  readonly slices_now: Json
}

/** Slices as they are stored: bigint units as text. */
export const slicesToJson = (slices: readonly CostSlice[]): Json =>
  slices.map((s) => [
    s.layerDate,
    s.quantity.toString(),
    s.amount.toString(),
    s.source,
    s.lot ?? null,
    ...(s.markup ? [s.markup.toString()] : []),
  ])

const isText = (value: Json | undefined): value is string => typeof value === 'string'

export const slicesFromJson = (json: Json): CostSlice[] =>
  Array.isArray(json)
    ? json.flatMap((slice) => {
        if (!Array.isArray(slice)) return []
        const [layerDate, quantity, amount, source, lot, markup] = slice
        if (!isText(layerDate) || !isText(quantity) || !isText(amount) || !isText(source)) return []
        return [
          {
            layerDate: layerDate as CalendarDate,
            quantity: BigInt(quantity),
            amount: BigInt(amount),
            source,
            lot: isText(lot) ? lot : null,
            ...(isText(markup) ? { markup: BigInt(markup) } : {}),
          },
        ]
      })
    : []

/** What corrections made of a movement: given ones, differences of cost and mark-up, and the slices that the last of them found. */
export interface Corrections {
  readonly givenMore: Cents
  readonly more: Cents
  readonly markupMore: Cents
  readonly varianceMore: Cents
  readonly slices: Json
}

/** A movement as the fold asks for it, with what corrections made of it. */
export const costedOf = (row: CostedRow, corrections: Corrections): CostedMovement => {
  const { givenMore, more, markupMore, varianceMore, slices } = corrections
  const amount = toCents(row.amount)
  const markup = toCents(row.markup)
  return {
    entry: row.id,
    pool: row.pool,
    date: row.date,
    sequence: row.sequence,
    lineNo: row.line_no,
    kind: row.kind,
    quantity: toMicros(row.quantity),
    given: (row.asked === null ? amount : toCents(row.asked)) + givenMore,
    givenMore,
    stored: amount + givenMore + more,
    source: row.source_entry,
    sourceOffset: toMicros(row.source_offset ?? '0'),
    sourceQuantity: row.source_quantity === null ? null : toMicros(row.source_quantity),
    slices: slicesFromJson(slices),
    markup: markup + markupMore,
    variance: varianceIn(markup, row.markup_role) + varianceMore,
    worth: row.worth === null ? null : toCents(row.worth),
    lot: row.lot,
    serials: [],
    costMethod: row.cost_method,
    document: { id: row.document_id },
  }
}

/** A movement with what corrections made of it. */
export const movementOf = (row: MovementRow, corrections: Corrections): ChainMovement => {
  const standing = Array.isArray(row.against) ? undefined : row.against
  return {
    ...costedOf(row, corrections),
    original: toCents(row.amount),
    originalMarkup: toCents(row.markup),
    markupRole: row.markup_role,
    item: row.item,
    warehouse: row.warehouse,
    place: row.place,
    bin: row.bin,
    secondQuantity: row.second_quantity === null ? null : toMicros(row.second_quantity),
    role: row.role,
    document: { type: row.document_type, id: row.document_id, line: row.line_id },
    account: row.account_id,
    against: Array.isArray(row.against) ? row.against : [],
    within: standing !== undefined && 'within' in standing,
    remainder: standing !== undefined && 'remainder' in standing ? standing.remainder : null,
  }
}

const correctedMovement = (row: ChainRow): ChainMovement =>
  movementOf(row, {
    givenMore: toCents(row.given_more),
    more: toCents(row.more),
    markupMore: toCents(row.markup_more),
    varianceMore: toCents(row.variance_more),
    slices: row.slices_now,
  })

/** The columns of {@link CostedRow}, of a `stock_entry` called `m`. */
export const costedColumns = `m.id, m.pool, m.date, m.sequence, m.line_no, m.kind, m.quantity, m.amount, m.markup, m.markup_role, m.worth, m.asked, m.source_entry,
  m.source_offset, m.source_quantity, m.slices, m.lot, m.cost_method, m.document_id`

/** The columns of {@link MovementRow}, of a `stock_entry` called `m`. */
export const movementColumns = `${costedColumns}, m.item, m.warehouse, m.place, m.bin, m.second_quantity, m.role, m.document_type, m.line_id, m.account_id, m.against`

// Corrections of a movement: `given` ones change what it was worth when it came; differences were found by replay.
// True-ups of short issues name the receipt that covered them as their source and are not the issue's own cost.
// A withdrawn correction has been negated by a row of its own kind, so plain sums are right.
const chainSql = (
  where: string,
  standing = `and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = m.id)`,
) => `
  select ${movementColumns}, coalesce(c.slices, m.slices) as slices_now, coalesce(c.given_more, 0) as given_more, coalesce(c.more, 0) as more,
    coalesce(c.markup_more, 0) as markup_more, coalesce(c.variance_more, 0) as variance_more
  from stock_entry m
  left join lateral (
    select sum(x.amount) filter (where x.kind = 'given') as given_more,
      sum(x.amount) filter (where x.kind = 'difference' and x.source_entry is null) as more,
      sum(x.markup) filter (where x.kind <> 'difference' or x.source_entry is null) as markup_more,
      sum(x.markup) filter (where x.markup_role = '${varianceRole}' and (x.kind <> 'difference' or x.source_entry is null)) as variance_more,
      (array_agg(x.slices order by x.id desc) filter (where x.slices is not null))[1] as slices
    from stock_entry x where x.company_id = $1 and x.corrects = m.id
  ) c on true
  where m.company_id = $1 and ${where} and m.corrects is null and m.negates is null and m.pool <> '' ${standing}`

/** The movements of several pools in a range of days, pool by pool, in order. */
export const loadRange = async (
  work: Work,
  pools: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<ChainMovement[]> => {
  const rows = await work.tx.rows<ChainRow>(
    `${chainSql(`m.pool = any($2::text[]) and m.date between $3 and $4`)} order by m.pool, m.date, m.sequence, m.line_no`,
    [work.company, pools, from, to],
  )
  return rows.map(correctedMovement)
}

/** Movements by id, wherever they are in their chains. */
export const loadMovements = async (work: Work, entries: readonly string[]): Promise<ChainMovement[]> => {
  if (entries.length === 0) return []
  const rows = await work.tx.rows<ChainRow>(chainSql(`m.id = any($2::uuid[])`), [work.company, entries])
  return rows.map(correctedMovement)
}

/** Movements by id, those that were taken back too: what is left to correct of them stands against what they stood against. */
export const loadMovementsEver = async (work: Work, entries: readonly string[]): Promise<ChainMovement[]> => {
  if (entries.length === 0) return []
  const rows = await work.tx.rows<ChainRow>(chainSql(`m.id = any($2::uuid[])`, ''), [work.company, entries])
  return rows.map(correctedMovement)
}

/** The movements that document lines made: what returns and late prices follow. */
export const loadMovementsOfLines = async (work: Work, lines: readonly string[]): Promise<ChainMovement[]> => {
  if (lines.length === 0) return []
  const rows = await work.tx.rows<ChainRow>(`${chainSql(`m.line_id = any($2::uuid[])`)} order by m.id`, [
    work.company,
    lines,
  ])
  return rows.map(correctedMovement)
}

/** The movements that take their slices from these: transfers in, returns, reversals. */
export const loadFollowers = async (work: Work, sources: readonly string[]): Promise<ChainMovement[]> => {
  if (sources.length === 0) return []
  const rows = await work.tx.rows<ChainRow>(`${chainSql(`m.source_entry = any($2::uuid[])`)} order by m.id`, [
    work.company,
    sources,
  ])
  return rows.map(correctedMovement)
}

const partOf = (amount: Cents, quantity: Micros, upTo: Micros): Cents => {
  const half = amount < 0n ? -quantity : quantity
  return (amount * upTo * 2n + half) / (quantity * 2n)
}

/** What of an amount lies on a stretch of goods, cut so that stretches side by side add up to the whole. */
export const stretch = (amount: Cents, quantity: Micros, from: Micros, to: Micros): Cents =>
  partOf(amount, quantity, to) - partOf(amount, quantity, from)

/**
 * A portion of what a source gave up: the slices from `offset` on, `quantity` long. Amounts are cut so that portions
 * that lie side by side add up to the whole, to the cent.
 */
export const portion = (slices: readonly CostSlice[], offset: Micros, quantity: Micros): CostSlice[] => {
  const taken: CostSlice[] = []
  let position = 0n
  let left = quantity
  for (const slice of slices) {
    const end = position + slice.quantity
    const from = offset > position ? offset - position : 0n
    position = end
    if (left <= 0n || from >= slice.quantity) continue
    const length = slice.quantity - from < left ? slice.quantity - from : left
    const cut = (amount: Cents) => stretch(amount, slice.quantity, from, from + length)
    const markup = slice.markup ? { markup: cut(slice.markup) } : {}
    taken.push({ ...slice, quantity: length, amount: cut(slice.amount), ...markup })
    left -= length
  }
  return taken
}
