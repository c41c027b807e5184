import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents, toMicros } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { LedgerBook } from '../../kernel/posting/work.ts'
import { turned } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { accountsOf } from '../general/accounts.ts'
import { branchesBorne } from '../general/branches.ts'
import { closedThrough } from '../general/closed.ts'
import { checkPastBins } from './bins/past-bins.ts'
import { withBins } from './bins/with-bins.ts'
import { loadMovementsOfLines } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import { appendDifferences, namedDifferences } from './difference-rows.ts'
import { lockMorePools, lockPoolsReading } from './pools.ts'
import type { PoolRow } from './pools.ts'
import { settlePools } from './settle.ts'
import { counterStock } from './stock-counter.ts'
import { differenceEffects, movementEffects, passing } from './stock-effects.ts'
import { costedBy, givenRow, movementRow } from './stock-movements.ts'
import { admitLots } from './tracking/admit-lots.ts'
import { newSerialBook, serialsOfEntries, unitsMoved, writeSerials } from './tracking/serial-book.ts'
import { linePath, refuseUntracked, trackedGoods } from './tracking/tracked-goods.ts'
import { checkPast, moveBalances, moveOf, readStanding } from './stock-balance.ts'
import { placeShare } from './source-shares.ts'
import type { TakenShare } from './source-shares.ts'
import { refuseShortLots, refuseUnnamed, refuseUnpriced } from './specific-goods.ts'
import { poolIn } from './cost-scope.ts'
import { poolOfCorrection, refuseBeforeScope, refuseStale } from './scope-days.ts'
import { readStockContext } from './stock-context.ts'
import { addMovement, beginSession, correctionDay, placeKey, poolKeys, replayFrom, sessionOf } from './stock-session.ts'
import type { StockSession } from './stock-session.ts'
import { appendStockRows } from './stock-rows.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

const followed = (p: StockProposal): string | null => p.follows ?? p.line?.source?.line ?? null

/** What lines that are followed moved, and the shares of it that followers took. */
const readSources = async (work: Work, lines: readonly string[]) => {
  const [movements, taken] = await Promise.all([
    loadMovementsOfLines(work, lines),
    lines.length === 0
      ? []
      : work.tx.rows<{ source: string; offset: string; size: string }>(
          `select f.source_entry as source, coalesce(f.source_offset, 0) as offset, abs(f.quantity) as size from stock_entry m
           join stock_entry f on f.company_id = $1 and f.source_entry = m.id and f.kind in ('takeIn', 'giveBack') and f.negates is null
             and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = f.id)
           where m.company_id = $1 and m.line_id = any($2::uuid[])`,
          [work.company, lines],
        ),
  ])
  return { movements, taken }
}

/**
 * What is followed may lie in pools that the posting itself does not touch: goods taken back into another warehouse, a late
 * price of goods received elsewhere. Those are held as well, or their cost could change unseen until this posting is written.
 */
const holdSources = async (
  work: Work,
  pools: Map<string, PoolRow>,
  lines: readonly string[],
  found: Awaited<ReturnType<typeof readSources>>,
): Promise<Awaited<ReturnType<typeof readSources>>> => {
  const missing = found.movements.filter((m) => !pools.has(m.pool))
  if (missing.length === 0) return found
  for (const [pool, row] of await lockMorePools(work, [...new Set(missing.map((m) => m.pool))])) pools.set(pool, row)
  return holdSources(work, pools, lines, await readSources(work, lines))
}

/** Reads and locks what the proposals of a posting touch. */
export const openStock = async (work: Work, proposals: readonly StockProposal[]): Promise<StockSession> => {
  const lines = [...new Set(proposals.flatMap((p) => followed(p) ?? []))]
  const items = [...new Set<string>(proposals.map((p) => p.item))]
  const warehouses = [...new Set<string>(proposals.map((p) => p.warehouse))]
  // Known already, as a rule: the document's references were read.
  const context = await readStockContext(work, items, warehouses)
  // The pools are held first: what is read after them on the same wire cannot change any more.
  const [{ pools, found: standing }, accounts, closed, sources] = await Promise.all([
    lockPoolsReading(work, poolKeys(work, context, proposals), () => readStanding(work, proposals)),
    accountsOf(work),
    closedThrough(work),
    readSources(work, lines),
  ])
  const { movements, taken } = await holdSources(work, pools, lines, sources)
  const session: StockSession = {
    context,
    extend: async (again, moreItems, moreWarehouses) => {
      items.push(...moreItems)
      warehouses.push(...moreWarehouses)
      session.context = await readStockContext(again, [...new Set(items)], [...new Set(warehouses)])
    },
    mirrored: new Map(),
    accounts,
    closed,
    poolOf: (item, warehouse, place) => poolIn(session.context.costScope(item), item, warehouse, place),
    pools: new Map([...pools].map(([key, row]) => [key, { row, fresh: [], replayFrom: null }])),
    sources: Map.groupBy(movements, (m) => m.document.line ?? ''),
    taken: takenParts(taken),
    places: new Map(),
    rows: [],
    moves: [],
    standing: standing ?? new Map(),
    effects: [],
    serials: newSerialBook(),
    sourceSerials: new Map(),
    backdated: false,
  }
  return session
}

/** The same, once it is said which goods move: tracked items name their lots, units and second quantities, and those may move. */
const openTracked = async (
  work: Work,
  posting: PostingRecord,
  proposals: readonly StockProposal[],
): Promise<StockSession> => {
  const session = await openStock(work, proposals)
  refuseStale(work, session, posting.date)
  const goods = trackedOnly(session, proposals)
  refuseUntracked(session.context, goods)
  await admitLots(work, session.context, posting, goods)
  const followedBy = goods.flatMap((p) => ((p.serials ?? []).length === 0 ? [] : (sourceOf(session, p)?.entry ?? [])))
  for (const [entry, serials] of await serialsOfEntries(work, followedBy)) session.sourceSerials.set(entry, serials)
  return session
}

/**
 * The place of a movement in its pool's order: that of the movement it stands for, where a document is amended, else the last.
 * What is put together passes its place there in one go, and stands at the end of that chain in one piece: between its parts
 * there is never anything of another document.
 */
const nextSequence = (session: StockSession, pool: string, p: StockProposal): number => {
  const kept = p.place === passing ? undefined : session.places.get(placeKey(pool, p.line?.id ?? null))?.shift()
  if (kept !== undefined) return kept
  const row = session.pools.get(pool)?.row
  if (row === undefined) throw new Error(`cost pool ${pool} is not locked`)
  row.nextSequence += 1
  return row.nextSequence - 1
}

const kindOf = (p: StockProposal, hasSource: boolean): ChainMovement['kind'] => {
  if (p.quantity.isZero()) return 'revalue'
  if (p.quantity.isPositive()) return p.amount === null || p.pair === 'in' ? 'takeIn' : 'receive'
  return p.amount !== null && hasSource ? 'giveBack' : 'issue'
}

const absolute = (value: bigint) => (value < 0n ? -value : value)

const takenParts = (
  rows: readonly { readonly source: string; readonly offset: string; readonly size: string }[],
): Map<string, TakenShare[]> => {
  const parts = new Map<string, TakenShare[]>()
  for (const row of rows) {
    const part = { offset: toMicros(row.offset), size: toMicros(row.size) }
    parts.set(row.source, [...(parts.get(row.source) ?? []), part])
  }
  return parts
}

/** Where a follower begins in its source; a revaluation says instead how much its amount was meant for. */
const offsetIn = (session: StockSession, source: ChainMovement, kind: ChainMovement['kind'], size: bigint): bigint => {
  const whole = absolute(source.quantity)
  if (kind === 'revalue') return whole
  const taken = session.taken.get(source.entry) ?? []
  const offset = placeShare(taken, whole, size)
  session.taken.set(source.entry, [...taken, { offset, size }])
  return offset
}

const freshMovement = (
  session: StockSession,
  posting: PostingRecord,
  p: StockProposal,
  date: CalendarDate,
  source: ChainMovement | undefined,
  pairedWith: string | null,
): ChainMovement => {
  const quantity = toMicros(p.quantity)
  const kind = kindOf(p, source !== undefined)
  const isCorrection = kind === 'revalue' && date !== posting.date
  const pool = isCorrection ? poolOfCorrection(session, p, date, source) : session.poolOf(p.item, p.warehouse, p.place)
  const size = absolute(quantity)
  const offset = source === undefined ? 0n : offsetIn(session, source, kind, size)
  return {
    entry: newId<'stockEntry'>(),
    pool,
    date,
    sequence: isCorrection ? 0 : nextSequence(session, pool, p),
    lineNo: p.line?.lineNo ?? 0,
    kind,
    quantity,
    given: p.amount === null ? 0n : toCents(p.amount),
    givenMore: 0n,
    original: 0n,
    stored: 0n,
    source: pairedWith ?? source?.entry ?? null,
    sourceOffset: p.converts === undefined ? (pairedWith === null ? offset : 0n) : toMicros(p.converts.offset),
    sourceQuantity: p.converts === undefined ? null : toMicros(p.converts.quantity),
    slices: [],
    markup: 0n,
    variance: 0n,
    originalMarkup: 0n,
    markupRole: null,
    worth: p.worth === null || p.worth === undefined ? null : toCents(p.worth),
    item: p.item,
    warehouse: p.warehouse,
    place: p.place,
    lot: p.lot ?? null,
    bin: p.bin ?? null,
    serials: p.serials ?? [],
    costMethod: null,
    secondQuantity: p.secondQuantity === null || p.secondQuantity === undefined ? null : toMicros(p.secondQuantity),
    role: '',
    document: { type: posting.documentType, id: posting.documentId, line: p.line?.id ?? null },
    account: '',
    against: [],
    within: typeof p.against === 'symbol',
    remainder: p.remainder ?? null,
  }
}

/** The source's movement that a proposal follows: goods in follow what went out, goods out what came in. */
const sourceOf = (session: StockSession, p: StockProposal): ChainMovement | undefined => {
  const line = followed(p)
  const movements = line === null ? [] : (session.sources.get(line) ?? [])
  const fitting = movements.filter(
    (m) => m.item === p.item && (p.quantity.isZero() || (p.quantity.isPositive() ? m.quantity < 0n : m.quantity > 0n)),
  )
  return fitting.find((m) => m.lot === (p.lot ?? null)) ?? fitting[0]
}

const trackedOnly = (session: StockSession, proposals: readonly StockProposal[]): StockProposal[] =>
  proposals.map((p) => trackedGoods(session.context, p, (one) => sourceOf(session, one)))

/** What follows a movement cannot come before it: its cost would depend on itself. */
const refuseBeforeSource = (p: StockProposal, date: CalendarDate, source: ChainMovement): void => {
  if (date >= source.date) return
  throw new Problem('invalid', { zh: '单据日期早于来源单据', en: 'It is dated before its source' }, [
    fieldProblem(
      'date',
      `第 ${p.line?.lineNo ?? 1} 行的来源在 ${source.date}，单据日期不能更早`,
      `the source of line ${p.line?.lineNo ?? 1} is of ${source.date}; it cannot be earlier`,
    ),
  ])
}

const isInsidePool = (session: StockSession, out: StockProposal, into: StockProposal | undefined): boolean =>
  into?.pair === 'in' &&
  into.converts === undefined &&
  session.poolOf(out.item, out.warehouse, out.place) === session.poolOf(into.item, into.warehouse, into.place)

const enter = (
  session: StockSession,
  posting: PostingRecord,
  proposals: readonly StockProposal[],
): Map<string, StockProposal> => {
  const byEntry = new Map<string, StockProposal>()
  const links = new Map<string, string>()
  let out: string | undefined
  proposals.forEach((p, index) => {
    if (p.pair === 'out' && isInsidePool(session, p, proposals[index + 1])) return moveInside(session, posting, p)
    const partner = p.converts === undefined ? out : links.get(p.converts.link)
    if (p.pair === 'in' && partner === undefined) return moveInside(session, posting, p)
    const source = p.pair === undefined ? sourceOf(session, p) : undefined
    // A late price corrects the receipt it follows, on the receipt's own day while that is open.
    if (p.quantity.isZero() && source !== undefined && correctionDay(session, source.date) === source.date) {
      const row = givenRow(session, p, source)
      session.rows.push(row)
      session.effects.push(...movementEffects(session, row, p, undefined))
      const pool = session.pools.get(source.pool)
      if (pool !== undefined) replayFrom(pool, source.date)
      return
    }
    if (source !== undefined && !p.quantity.isZero()) refuseBeforeSource(p, posting.date, source)
    const date = p.quantity.isZero() && source !== undefined ? correctionDay(session, source.date) : posting.date
    if (p.quantity.isZero() && p.amount?.isZero()) return
    const m = freshMovement(session, posting, p, date, source, p.pair === 'in' ? (partner ?? null) : null)
    refuseUnnamed(session, m, p)
    refuseUnpriced(session, m)
    byEntry.set(m.entry, p)
    addMovement(session, m)
    moveUnits(session, p, m, source)
    if (p.link !== undefined) links.set(p.link, m.entry)
    out = p.pair === 'out' ? m.entry : undefined
  })
  return byEntry
}

/** The units of a movement, each with its serial number. */
const moveUnits = (
  session: StockSession,
  p: StockProposal,
  m: ChainMovement,
  source: ChainMovement | undefined,
): void => {
  if (p.serials === undefined || p.serials.length === 0 || session.context.item(m.item).tracksSerials !== true) return
  const among = source === undefined || p.pair !== undefined ? undefined : session.sourceSerials.get(source.entry)
  session.serials.moves.push(
    unitsMoved(m, p.serials, linePath(p, 'serials'), among === undefined ? null : new Set(among)),
  )
}

/** A transfer inside a pool moves quantity only: the pool's value does not know of warehouses. */
const moveInside = (session: StockSession, posting: PostingRecord, p: StockProposal): void => {
  const m = freshMovement(session, posting, p, posting.date, undefined, null)
  const inside = {
    ...m,
    pool: '',
    kind: p.quantity.isPositive() ? ('takeIn' as const) : ('issue' as const),
    source: null,
  }
  session.rows.push(movementRow(session, { ...inside, worth: null }, p, { amount: 0n, markup: 0n }, []))
  moveUnits(session, p, inside, undefined)
  session.moves.push(moveOf(inside))
  const pool = session.pools.get(m.pool)
  refuseBeforeScope(pool?.row, posting.date)
  if (pool?.row.lastDate !== null && pool !== undefined && posting.date < pool.row.lastDate) session.backdated = true
}

const negate = (p: StockProposal): StockProposal => ({
  ...p,
  quantity: p.quantity.neg(),
  secondQuantity: p.secondQuantity?.neg() ?? null,
  amount: p.amount?.neg() ?? null,
  worth: null,
  against: turned(p.against),
})

/** Values what was put into the pools, and appends it with the differences that it causes. */
export const settleSession = async (
  work: Work,
  posting: PostingRecord,
  session: StockSession,
  byEntry: ReadonlyMap<string, StockProposal>,
): Promise<void> => {
  const settled = await settlePools(work, session.pools)
  await refuseShortLots(work, session, settled.short)
  const rows: StockRow[] = []
  for (const pool of session.pools.values()) {
    for (const m of pool.fresh) {
      const step = settled.steps.get(m.entry)
      const p = byEntry.get(m.entry) ?? session.mirrored.get(m.entry)
      if (step === undefined) throw new Error(`movement ${m.entry} was not costed`)
      if (p === undefined) continue
      const row = movementRow(session, m, p, costedBy(step), step.slices)
      rows.push(row)
      session.effects.push(...movementEffects(session, row, p, step))
    }
  }
  const differences = await namedDifferences(work, settled.differences, rows)
  // An assembly leads on to other items than those of the posting.
  const own = new Set(rows.map((row) => row.item))
  const others = [...new Set(differences.map((each) => each.movement.item))].filter((item) => !own.has(item))
  if (others.length > 0) await session.extend(work, others, [])
  const borne = await branchesBorne(
    work,
    differences.map((each) => each.movement.document.id),
  )
  session.effects.push(...differenceEffects(session, differences, borne))
  appendStockRows(work, posting, rows)
  appendDifferences(work, posting, differences)
}

/** 库存账的记账: locks pools, folds costs, appends movements and the differences they cause, and moves the balances. */
export const stockBook: LedgerBook<StockProposal> = {
  ledger: 'stock',
  negate,
  prepare: async (work, posting, proposals) => {
    await beginSession(posting, openTracked(work, posting, proposals))
  },
  counter: (work, posting, earlier, mode) => counterStock(work, posting, earlier, mode),
  append: async (work, posting, proposals) => {
    const session = await sessionOf(posting)
    const placed = await withBins(work, session.context, trackedOnly(session, proposals))
    const byEntry = enter(session, posting, placed)
    const balances = moveBalances(work, session.context, session.moves, session.standing)
    // Not waited for here, so that it travels with all that follows.
    work.tx.mustHold(balances)
    // What was taken back or corrected must be in the ledger before chains are read again.
    const own = { type: posting.documentType, id: posting.documentId }
    appendStockRows(
      work,
      posting,
      session.rows.map((row) => ({ ...row, document: { ...own, line: row.document.line } })),
    )
    await settleSession(work, posting, session, byEntry)
    await writeSerials(work, session.serials, (id) => session.context.warehouseName(id) ?? '别的仓库')
    if (session.backdated) {
      // What is short today is told as such, not as short on some day.
      await balances
      await checkPast(work, session.context, session.moves)
    }
    await checkPastBins(work, session.context, session.moves)
    return session.effects
  },
}
