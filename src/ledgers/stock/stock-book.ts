import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents, toMicros } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { LedgerBook, PostingRecord } from '../../kernel/posting/book.ts'
import { turned } from '../../kernel/posting/proposal.ts'
import type { Effect } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { accountsOf } from '../general/accounts.ts'
import type { Accounts } from '../general/accounts.ts'
import { closedThrough, correctedDay } from '../general/closed.ts'
import { loadMovementsOfLines } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import { lockPools } from './pools.ts'
import type { PoolWork } from './settle.ts'
import { settlePools } from './settle.ts'
import { counterStock } from './stock-counter.ts'
import { differenceEffects, movementEffects } from './stock-effects.ts'
import { givenRow, movementRow, rowsOfDifferences } from './stock-movements.ts'
import { moveBalances, moveOf } from './stock-balance.ts'
import type { QuantityMove } from './stock-balance.ts'
import { readStockContext } from './stock-context.ts'
import type { StockContext } from './stock-context.ts'
import { appendStockRows } from './stock-rows.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

/** Everything the stock ledger has read and locked for one posting. */
export interface StockSession {
  context: StockContext
  /** Takes further items and warehouses into view. */
  extend(work: Work, items: readonly string[], warehouses: readonly string[]): Promise<void>
  /** Movements that mirror earlier ones in a reversal, with what they stand for. */
  readonly mirrored: Map<string, StockProposal>
  readonly accounts: Accounts
  readonly closed: CalendarDate | null
  readonly pools: Map<string, PoolWork>
  /** Movements of the source lines, by line. */
  readonly sources: ReadonlyMap<string, readonly ChainMovement[]>
  /** How much of each source movement earlier followers took. */
  readonly taken: Map<string, bigint>
  /** Lines that are being amended keep their place in the order. */
  readonly places: Map<string, number>
  readonly rows: StockRow[]
  readonly moves: QuantityMove[]
  readonly effects: Effect[]
  backdated: boolean
}

const sessions = new WeakMap<PostingRecord, Promise<StockSession>>()

export const sessionOf = async (posting: PostingRecord): Promise<StockSession> => {
  const session = sessions.get(posting)
  if (session === undefined) throw new Error('the stock ledger was not prepared')
  return session
}

const followed = (p: StockProposal): string | null => p.follows ?? p.line?.source?.line ?? null

const open = async (work: Work, proposals: readonly StockProposal[]): Promise<StockSession> => {
  const lines = [...new Set(proposals.flatMap((p) => followed(p) ?? []))]
  const items = [...new Set<string>(proposals.map((p) => p.item))]
  const warehouses = [...new Set<string>(proposals.map((p) => p.warehouse))]
  const [context, accounts, closed, movements, takenRows] = await Promise.all([
    readStockContext(work, items, warehouses),
    accountsOf(work),
    closedThrough(work),
    loadMovementsOfLines(work, lines),
    lines.length === 0
      ? []
      : work.tx.rows<{ source: string; taken: string }>(
          `select f.source_entry as source, sum(abs(f.quantity)) as taken from stock_entry m
           join stock_entry f on f.company_id = $1 and f.source_entry = m.id and f.kind in ('takeIn', 'giveBack') and f.negates is null
             and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = f.id)
           where m.company_id = $1 and m.line_id = any($2::uuid[]) group by 1`,
          [work.company, lines],
        ),
  ])
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
    pools: new Map(),
    sources: Map.groupBy(movements, (m) => m.document.line ?? ''),
    taken: new Map(takenRows.map((row) => [row.source, toMicros(row.taken)])),
    places: new Map(),
    rows: [],
    moves: [],
    effects: [],
    backdated: false,
  }
  await joinPools(
    work,
    session,
    proposals.map((p) => ({ item: p.item, warehouse: p.warehouse, place: p.place })),
  )
  return session
}

/** Locks the pools of goods, those not locked yet. */
export const joinPools = async (
  work: Work,
  session: StockSession,
  goods: readonly { readonly item: string; readonly warehouse: string; readonly place: string }[],
): Promise<void> => {
  const keys = new Map(
    goods.map((g) => {
      const pool = session.context.poolOf(g.item, g.warehouse, g.place)
      return [
        pool,
        { pool, item: g.item, method: g.place === 'onHand' ? session.context.methodOf(g.item) : ('fifo' as const) },
      ]
    }),
  )
  const missing = [...keys.values()].filter((key) => !session.pools.has(key.pool))
  if (missing.length === 0) return
  for (const [pool, row] of await lockPools(work, missing))
    session.pools.set(pool, { row, fresh: [], replayFrom: null })
}

const replayFrom = (pool: PoolWork, date: CalendarDate) => {
  if (pool.replayFrom === null || date < pool.replayFrom) pool.replayFrom = date
}

/** Puts a movement into its pool's chain; one that is not the last makes the chain be replayed from its day. */
export const addMovement = (session: StockSession, m: ChainMovement): void => {
  const pool = session.pools.get(m.pool)
  if (pool === undefined) throw new Error(`cost pool ${m.pool} is not locked`)
  pool.fresh.push(m)
  const { lastDate, nextSequence } = pool.row
  if (
    lastDate !== null &&
    (m.date < lastDate || (m.date === lastDate && m.sequence < nextSequence - 1 && session.places.size > 0))
  ) {
    replayFrom(pool, m.date)
  }
  if (lastDate !== null && m.date < lastDate) session.backdated = true
  if (m.quantity !== 0n) session.moves.push(moveOf(m))
}

/** The day a correction of `date` is entered: that day, or the first one after the closed periods. */
export const correctionDay = (session: StockSession, date: CalendarDate): CalendarDate =>
  correctedDay(session.closed, date)

const nextSequence = (session: StockSession, pool: string, line: string | null): number => {
  const kept = line === null ? undefined : session.places.get(`${pool}/${line}`)
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

const freshMovement = (
  session: StockSession,
  posting: PostingRecord,
  p: StockProposal,
  date: CalendarDate,
  source: ChainMovement | undefined,
  pairedWith: string | null,
): ChainMovement => {
  const pool = session.context.poolOf(p.item, p.warehouse, p.place)
  const quantity = toMicros(p.quantity)
  const kind = kindOf(p, source !== undefined)
  const size = quantity < 0n ? -quantity : quantity
  const offset =
    source === undefined
      ? 0n
      : kind === 'revalue'
        ? source.quantity < 0n
          ? -source.quantity
          : source.quantity
        : (session.taken.get(source.entry) ?? 0n)
  if (source !== undefined && kind !== 'revalue') session.taken.set(source.entry, offset + size)
  return {
    entry: newId<'stockEntry'>(),
    pool,
    date,
    sequence: kind === 'revalue' && date !== posting.date ? 0 : nextSequence(session, pool, p.line?.id ?? null),
    lineNo: p.line?.lineNo ?? 0,
    kind,
    quantity,
    given: p.amount === null ? 0n : toCents(p.amount),
    givenMore: 0n,
    original: 0n,
    stored: 0n,
    source: pairedWith ?? source?.entry ?? null,
    sourceOffset: pairedWith === null ? offset : 0n,
    slices: [],
    item: p.item,
    warehouse: p.warehouse,
    place: p.place,
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
  return movements.find(
    (m) => m.item === p.item && (p.quantity.isZero() || (p.quantity.isPositive() ? m.quantity < 0n : m.quantity > 0n)),
  )
}

const isInsidePool = (session: StockSession, out: StockProposal, into: StockProposal | undefined): boolean =>
  into !== undefined &&
  session.context.poolOf(out.item, out.warehouse, out.place) ===
    session.context.poolOf(into.item, into.warehouse, into.place)

const enter = (
  session: StockSession,
  posting: PostingRecord,
  proposals: readonly StockProposal[],
): Map<string, StockProposal> => {
  const byEntry = new Map<string, StockProposal>()
  let out: { proposal: StockProposal; entry: string } | undefined
  proposals.forEach((p, index) => {
    if (p.pair === 'out' && isInsidePool(session, p, proposals[index + 1])) return moveInside(session, posting, p)
    if (p.pair === 'in' && out === undefined) return moveInside(session, posting, p)
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
    const date = p.quantity.isZero() && source !== undefined ? correctionDay(session, source.date) : posting.date
    if (p.quantity.isZero() && p.amount?.isZero()) return
    const m = freshMovement(session, posting, p, date, source, p.pair === 'in' ? (out?.entry ?? null) : null)
    byEntry.set(m.entry, p)
    addMovement(session, m)
    out = p.pair === 'out' ? { proposal: p, entry: m.entry } : undefined
  })
  return byEntry
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
  session.rows.push(movementRow(session, inside, p, 0n, []))
  session.moves.push(moveOf(inside))
  const pool = session.pools.get(m.pool)
  if (pool?.row.lastDate !== null && pool !== undefined && posting.date < pool.row.lastDate) session.backdated = true
}

const negate = (p: StockProposal): StockProposal => ({
  ...p,
  quantity: p.quantity.neg(),
  amount: p.amount?.neg() ?? null,
  against: turned(p.against),
})

/** 库存账的记账: locks pools, folds costs, appends movements and the differences they cause, and moves the balances. */
export const stockBook: LedgerBook<StockProposal> = {
  ledger: 'stock',
  negate,
  prepare: async (work, posting, proposals) => {
    const opening = open(work, proposals)
    sessions.set(posting, opening)
    await opening
  },
  counter: (work, posting, earlier, mode) => counterStock(work, posting, earlier as readonly Id<'posting'>[], mode),
  append: async (work, posting, proposals) => {
    const session = await sessionOf(posting)
    const byEntry = enter(session, posting, proposals)
    await moveBalances(work, session.context, session.moves, session.backdated)
    // What was taken back or corrected must be in the ledger before chains are read again.
    const own = { type: posting.documentType, id: posting.documentId }
    await appendStockRows(
      work,
      posting,
      session.rows.map((row) => ({ ...row, document: { ...own, line: row.document.line } })),
    )
    const settled = await settlePools(work, session.pools)
    const rows: StockRow[] = []
    for (const pool of session.pools.values()) {
      for (const m of pool.fresh) {
        const step = settled.steps.get(m.entry)
        const p = byEntry.get(m.entry) ?? session.mirrored.get(m.entry)
        if (step === undefined) throw new Error(`movement ${m.entry} was not costed`)
        if (p === undefined) continue
        const row = movementRow(session, m, p, step.amount, step.slices)
        rows.push(row)
        session.effects.push(...movementEffects(session, row, p, step))
      }
    }
    const differences = await rowsOfDifferences(work, settled.differences, rows)
    session.effects.push(...differenceEffects(session, differences))
    await appendStockRows(work, posting, [...rows, ...differences.map((d) => d.row)])
    return session.effects
  },
}
