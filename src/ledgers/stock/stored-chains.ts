import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { costedColumns, costedOf, inOrder, movementColumns, movementOf } from './chain.ts'
import type { ChainMovement, Corrections, CostedMovement, CostedRow, MovementRow } from './chain.ts'
import type { Cents } from './costing/cost-method.ts'
import { varianceIn } from './costing/standard.ts'

/** What a true-up did: to the cost of a short issue, and to the difference beside it where goods were at standard then. */
export interface StoredTrueUp {
  readonly amount: Cents
  readonly markup: Cents
}

/** True-ups of short issues as they are stored: by the receipt that covered, then by the issue. */
export type StoredTrueUps = Map<string, Map<string, StoredTrueUp>>

/** A pool's movements after a day, with what corrections made of them, and the true-ups dated after it. */
export interface StoredChain<M extends CostedMovement = ChainMovement> {
  readonly movements: readonly M[]
  readonly trueUps: StoredTrueUps
}

/** A pool, and the day after which its chain is wanted; all of it where there is none. */
export interface ChainKey {
  readonly pool: string
  readonly after: CalendarDate | null
}

interface CorrectionRow {
  readonly id: string
  readonly pool: string
  readonly kind: string
  readonly amount: string
  readonly markup: string
  readonly markup_role: string | null
  readonly corrects: string | null
  readonly negates: string | null
  readonly source_entry: string | null
  readonly slices: Json
}

const ofChains = (columns: string, which: string) => `
  select ${columns} from unnest($2::text[], $3::date[]) as k(pool, after)
  join stock_entry m on m.company_id = $1 and m.pool = k.pool and m.date > k.after and ${which}`

const movementsSql = (columns: string) =>
  ofChains(columns, 'm.corrects is null and m.negates is null and m.date <= $4::date')
// A correction is never dated before what it corrects, so it stands among the entries after the same day.
const correctionsSql = ofChains(
  'm.id, m.pool, m.kind, m.amount, m.markup, m.markup_role, m.corrects, m.negates, m.source_entry, m.slices',
  '(m.corrects is not null or m.negates is not null)',
)

/** What corrections made of one movement. */
interface Corrected {
  givenMore: Cents
  more: Cents
  markupMore: Cents
  varianceMore: Cents
  slices: Json
  slicesBy: string
}

const isTrueUp = (row: CorrectionRow) => row.kind === 'difference' && row.source_entry !== null

const correctedBy = (rows: readonly CorrectionRow[]): Map<string, Corrected> => {
  const found = new Map<string, Corrected>()
  for (const row of rows) {
    if (row.corrects === null) continue
    let corrected = found.get(row.corrects)
    if (corrected === undefined) {
      corrected = { givenMore: 0n, more: 0n, markupMore: 0n, varianceMore: 0n, slices: null, slicesBy: '' }
      found.set(row.corrects, corrected)
    }
    // A withdrawn correction has been negated by a row of its own kind, so plain sums are right.
    if (row.kind === 'given') corrected.givenMore += toCents(row.amount)
    else if (row.kind === 'difference' && !isTrueUp(row)) corrected.more += toCents(row.amount)
    if (!isTrueUp(row)) {
      const markup = toCents(row.markup)
      corrected.markupMore += markup
      corrected.varianceMore += varianceIn(markup, row.markup_role)
    }
    if (row.slices !== null && row.id > corrected.slicesBy) {
      corrected.slices = row.slices
      corrected.slicesBy = row.id
    }
  }
  return found
}

const trueUpsIn = (rows: readonly CorrectionRow[]): StoredTrueUps => {
  const byReceipt: StoredTrueUps = new Map()
  for (const row of rows) {
    if (!isTrueUp(row) || row.source_entry === null || row.corrects === null) continue
    const issues = byReceipt.get(row.source_entry) ?? new Map<string, StoredTrueUp>()
    byReceipt.set(row.source_entry, issues)
    const before = issues.get(row.corrects)
    const amount = (before?.amount ?? 0n) + toCents(row.amount)
    const markup = (before?.markup ?? 0n) + toCents(row.markup)
    if (amount === 0n && markup === 0n) issues.delete(row.corrects)
    else issues.set(row.corrects, { amount, markup })
  }
  return new Map([...byReceipt].filter(([, issues]) => issues.size > 0))
}

/** How movements are read: the columns of their rows, and what becomes of one. */
interface Reading<Row extends CostedRow, M extends CostedMovement> {
  readonly columns: string
  readonly movement: (row: Row, corrections: Corrections) => M
}

const asWritten: Reading<MovementRow, ChainMovement> = { columns: movementColumns, movement: movementOf }
const asCosted: Reading<CostedRow, CostedMovement> = { columns: costedColumns, movement: costedOf }

const uncorrected = { givenMore: 0n, more: 0n, markupMore: 0n, varianceMore: 0n }

const chainOf = <Row extends CostedRow, M extends CostedMovement>(
  movements: readonly Row[],
  corrections: readonly CorrectionRow[],
  { movement }: Reading<Row, M>,
): StoredChain<M> => {
  const corrected = correctedBy(corrections)
  const negated = new Set(corrections.flatMap((row) => row.negates ?? []))
  return {
    movements: movements
      .filter((row) => !negated.has(row.id))
      .map((row) => {
        const found = corrected.get(row.id)
        return movement(row, { ...(found ?? uncorrected), slices: found?.slices ?? row.slices })
      })
      .sort(inOrder),
    trueUps: trueUpsIn(corrections),
  }
}

// Planned for these pools: most have few entries and some very many, and a plan for any of them is bad for those.
const afresh = { named: false }

const readChains = async <Row extends CostedRow, M extends CostedMovement>(
  work: Work,
  keys: readonly ChainKey[],
  until: CalendarDate | null,
  reading: Reading<Row, M>,
): Promise<Map<string, StoredChain<M>>> => {
  const values = [work.company, keys.map((key) => key.pool), keys.map((key) => key.after ?? '-infinity')]
  const [movements, corrections] = await Promise.all([
    work.tx.rows<Row>(movementsSql(reading.columns), [...values, until ?? 'infinity'], afresh),
    work.tx.rows<CorrectionRow>(correctionsSql, values, afresh),
  ])
  const ofPool = Map.groupBy(movements, (row) => row.pool)
  const correctionsOf = Map.groupBy(corrections, (row) => row.pool)
  return new Map(
    keys.map(({ pool }) => [pool, chainOf(ofPool.get(pool) ?? [], correctionsOf.get(pool) ?? [], reading)]),
  )
}

/**
 * The chains of pools as they are stored, in two questions whatever their number. Movements and their corrections are put
 * together here: to the database they are a join of very many rows whose number it cannot guess.
 */
export const loadChains = (
  work: Work,
  keys: readonly ChainKey[],
  until: CalendarDate | null = null,
): Promise<Map<string, StoredChain>> => readChains(work, keys, until, asWritten)

/** The same, with what the fold asks alone: where very many are folded and few of them will differ, the rest is half of the reading. */
export const loadCosts = (work: Work, keys: readonly ChainKey[]): Promise<Map<string, StoredChain<CostedMovement>>> =>
  readChains(work, keys, null, asCosted)

/** One pool's chain after a day. */
export const loadChain = async (work: Work, pool: string, after: CalendarDate | null): Promise<StoredChain> =>
  (await loadChains(work, [{ pool, after }])).get(pool) ?? { movements: [], trueUps: new Map() }

/** The movements of several pools in a range of days, pool by pool, in order. */
export const loadDays = async (
  work: Work,
  pools: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<ChainMovement[]> => {
  const after = addDays(from, -1)
  const chains = await loadChains(
    work,
    pools.toSorted().map((pool) => ({ pool, after })),
    to,
  )
  return [...chains.values()].flatMap((chain) => chain.movements)
}
