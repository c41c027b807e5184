import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { fromMicros } from '../../../base/fixed-point.ts'
import { Problem, conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { CounterMode, PostingRecord } from '../../../kernel/posting/book.ts'
import { within } from '../../../kernel/posting/proposal.ts'
import type { LedgerBook, Work } from '../../../kernel/posting/work.ts'
import type { ChainMovement } from '../chain.ts'
import { holdPoolsOf, lockPools } from '../pools.ts'
import type { PoolKey } from '../pools.ts'
import { openStock, settleSession } from '../stock-book.ts'
import { addMovement, sessionOf } from '../stock-session.ts'
import type { StockProposal } from '../stock.ts'
import type { StandardProposal } from './standard-proposal.ts'

/** Behind what is carried over as the day begins, before the movements of the day. */
const place = 990_000

interface PoolPlace extends PoolKey {
  readonly warehouse: string
}

/** The pools of items that are or were at standard cost, each with a warehouse where its goods have been. */
const poolsUnderStandard = (work: Work, items: readonly string[]) =>
  work.tx.rows<PoolPlace>(
    `select p.pool, p.item, p.method, w.warehouse from cost_pool p
     cross join lateral (select e.warehouse from stock_entry e where e.company_id = $1 and e.pool = p.pool
       order by e.date, e.sequence limit 1) w
     where p.company_id = $1 and p.item = any($2::uuid[]) and (p.method = 'standard' or exists (select 1 from stock_entry e
       where e.company_id = $1 and e.pool = p.pool and e.kind = 'carryOut' and e.cost_method = 'standard')) order by p.pool`,
    [work.company, items],
  )

const writePrices = async (work: Work, posting: PostingRecord, proposals: readonly StandardProposal[]) => {
  const rows = await work.tx.rows<{ item: string }>(
    `insert into standard_price (company_id, item, date, price, posting)
     select $1, r.item, $2, r.price, $3 from unnest($4::uuid[], $5::numeric[]) as r(item, price)
     on conflict do nothing returning item`,
    [work.company, posting.date, posting.id, proposals.map((p) => p.item), proposals.map((p) => p.price.toString())],
  )
  const written = new Set(rows.map((row) => row.item))
  const taken = proposals.findIndex((p) => !written.has(p.item))
  if (taken === -1) return
  throw new Problem('conflict', { zh: '该日已有标准成本', en: 'There is a standard of that day' }, [
    fieldProblem(
      `lines.${taken}.item`,
      `${posting.date} 已有标准成本；请反审核那张单据，或改用以后期间的第一天`,
      `has a standard of ${posting.date}; unpost that document, or take the first day of a later period`,
    ),
  ])
}

const movementOf = (posting: PostingRecord, p: StandardProposal, { pool, warehouse }: PoolPlace): ChainMovement => ({
  entry: newId<'stockEntry'>(),
  pool,
  date: posting.date,
  sequence: 0,
  lineNo: place,
  kind: 'reprice',
  quantity: 0n,
  given: 0n,
  givenMore: 0n,
  original: 0n,
  stored: 0n,
  source: null,
  sourceOffset: 0n,
  sourceQuantity: null,
  slices: [],
  markup: 0n,
  variance: 0n,
  originalMarkup: 0n,
  markupRole: null,
  worth: null,
  item: p.item,
  warehouse,
  place: 'onHand',
  lot: null,
  bin: null,
  serials: [],
  costMethod: null,
  secondQuantity: null,
  role: '',
  document: { type: posting.documentType, id: posting.documentId, line: p.line?.id ?? null },
  account: '',
  against: [],
  within: true,
  remainder: null,
})

const proposalOf = (p: StandardProposal, warehouse: string): StockProposal => ({
  ledger: 'stock',
  line: p.line,
  item: p.item,
  warehouse: warehouse as Id<'warehouse'>,
  place: 'onHand',
  quantity: fromMicros(0n),
  amount: null,
  against: within,
})

const append = async (work: Work, posting: PostingRecord, proposals: readonly StandardProposal[]) => {
  if (proposals.length === 0) return []
  await writePrices(work, posting, proposals)
  const pools = await poolsUnderStandard(
    work,
    proposals.map((p) => p.item),
  )
  if (pools.length === 0) return []
  const session = await openStock(work, [])
  await session.extend(
    work,
    pools.map((pool) => pool.item),
    pools.map((pool) => pool.warehouse),
  )
  for (const [pool, row] of await lockPools(work, pools)) session.pools.set(pool, { row, fresh: [], replayFrom: null })
  const byItem = new Map(proposals.map((p) => [p.item as string, p]))
  const byEntry = new Map<string, StockProposal>()
  for (const pool of pools) {
    const p = byItem.get(pool.item)
    if (p === undefined) continue
    const m = movementOf(posting, p, pool)
    byEntry.set(m.entry, proposalOf(p, pool.warehouse))
    addMovement(session, m)
  }
  await settleSession(work, posting, session, byEntry)
  return session.effects
}

interface StandardRow {
  readonly item: string
  readonly date: CalendarDate
}

/** Takes standards away, and has all goods that were valued since valued by those that are left. */
const takeAway = async (work: Work, posting: PostingRecord, rows: readonly StandardRow[]): Promise<void> => {
  const items = rows.map((row) => row.item)
  await holdPoolsOf(work, items)
  const days = await work.tx.rows<StandardRow>(
    `delete from standard_price where company_id = $1 and item = any($2::uuid[]) and date = any($3::date[]) returning item, date`,
    [work.company, items, rows.map((row) => row.date)],
  )
  const pools = await poolsUnderStandard(work, items)
  const session = await sessionOf(posting)
  await session.extend(
    work,
    pools.map((pool) => pool.item),
    pools.map((pool) => pool.warehouse),
  )
  for (const [pool, row] of await lockPools(work, pools)) {
    const from = days.find((day) => day.item === row.item)?.date ?? posting.date
    session.pools.set(pool, { row, fresh: [], replayFrom: from })
  }
}

const counter = async (
  work: Work,
  posting: PostingRecord,
  earlier: readonly Id<'posting'>[],
  mode: CounterMode,
): Promise<readonly []> => {
  const rows = await work.tx.rows<StandardRow>(
    `select item, date from standard_price where company_id = $1 and posting = any($2::uuid[])`,
    [work.company, earlier],
  )
  if (rows.length === 0) return []
  if (mode === 'reverse' || posting.action === 'amend') {
    throw conflict(
      '标准成本不能红冲或变更；请反审核后修改，或在以后期间的第一天再做一张',
      'A standard is not reversed or amended; unpost it, or set another on the first day of a later period',
    )
  }
  await takeAway(work, posting, rows)
  return []
}

/**
 * 标准成本调整: the standards of items, each from a day on. What is on hand at standard cost is worth the new one from that
 * day; the change stands on 材料成本差异, since what goods cost does not change. Comes before the stock ledger's book, which
 * replays what is taken back by the standards that are left.
 */
export const standardBook: LedgerBook<StandardProposal> = {
  ledger: 'stockStandard',
  negate: (proposal) => proposal,
  // Held before it is read which goods there are: those that come at the same moment know the standard, or are revalued by it.
  prepare: (work, _posting, proposals) =>
    holdPoolsOf(
      work,
      proposals.map((p) => p.item),
    ),
  counter,
  append,
}
