import type { CalendarDate } from '../../../base/calendar-date.ts'
import { fromMicros } from '../../../base/fixed-point.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import type { CounterMode, PostingRecord } from '../../../kernel/posting/book.ts'
import { within } from '../../../kernel/posting/proposal.ts'
import type { LedgerBook, Work } from '../../../kernel/posting/work.ts'
import { item as itemEntity } from '../../dimensions/item.ts'
import type { ChainMovement } from '../chain.ts'
import type { CostMethodName, Micros } from '../costing/cost-method.ts'
import { frozenParts } from '../costing/markup.ts'
import { unitsIn } from '../costing/specific-lot.ts'
import { holdPoolsOf, lockPools } from '../pools.ts'
import type { PoolRow } from '../pools.ts'
import { openStock, settleSession } from '../stock-book.ts'
import { addMovement } from '../stock-session.ts'
import type { StockSession } from '../stock-session.ts'
import type { StockProposal } from '../stock.ts'
import type { CarryOverProposal } from './carry-over.ts'
import { holdingsBefore } from './holdings.ts'
import type { Holding } from './holdings.ts'
import { unitsHeld } from './units-held.ts'
import { changesByDocument } from './item-changes.ts'

/** Behind the corrections from closed periods, which come before the movements of their day as well. */
const firstPlace = 900_000

const proposalOf = (
  p: CarryOverProposal,
  holding: Holding,
  quantity: Micros,
  category: string | null,
): StockProposal => ({
  ledger: 'stock',
  line: p.line,
  item: p.item,
  warehouse: holding.warehouse as Id<'warehouse'>,
  place: holding.place,
  quantity: fromMicros(quantity),
  amount: null,
  against: within,
  category: category as Id<'itemCategory'> | null,
})

/** Which units a pool by serial number holds; nothing may have moved since the day, or it would not say. */
const serialsOf = (row: PoolRow, day: CalendarDate): string[] => {
  if (row.method !== 'specificSerial') return []
  if (row.lastDate !== null && row.lastDate >= day) {
    throw conflict(
      `按序列号计价的商品在 ${day} 以后已有出入库，请把变更日期定在下一个期间的第一天`,
      `Units of this item have moved since ${day}; date the change on the first day of the next period`,
    )
  }
  const { state } = frozenParts(row.state ?? undefined)
  return state === undefined ? [] : unitsIn(state)
}

/** Goods that are on hand without a name cannot be valued by it. */
const refuseNameless = (method: CostMethodName | null, holdings: readonly Holding[]) => {
  if (method === 'specificLot' && holdings.some((one) => one.quantity !== 0n && one.lot === null)) {
    throw conflict(
      '有库存没有批号，不能改为按批次计价；请先补批号，或出库后再改',
      'Some goods on hand have no lot; give them one, or issue them, before the change',
    )
  }
}

const movement = (
  session: StockSession,
  posting: PostingRecord,
  p: CarryOverProposal,
  holding: Holding,
  rest: Pick<ChainMovement, 'kind' | 'lineNo' | 'quantity' | 'source' | 'serials' | 'costMethod'>,
): ChainMovement => ({
  entry: newId<'stockEntry'>(),
  pool: holding.pool,
  date: posting.date,
  sequence: 0,
  given: 0n,
  givenMore: 0n,
  original: 0n,
  stored: 0n,
  sourceOffset: 0n,
  sourceQuantity: null,
  slices: [],
  markup: 0n,
  variance: 0n,
  originalMarkup: 0n,
  markupRole: null,
  worth: null,
  item: holding.item,
  warehouse: holding.warehouse,
  place: holding.place,
  lot: holding.lot,
  bin: null,
  secondQuantity: null,
  role: '',
  document: { type: posting.documentType, id: posting.documentId, line: p.line?.id ?? null },
  account: '',
  against: [],
  within: true,
  remainder: null,
  ...rest,
})

/** Where the pairs of this document begin: behind those of an earlier change of the item on the same day. */
const placeOf = async (work: Work, item: string, day: CalendarDate): Promise<number> => {
  const [row] = await work.tx.rows<{ last: number | null }>(
    `select max(line_no) as last from stock_entry where company_id = $1 and item = $2 and date = $3 and kind in ('carryOut', 'carryIn')`,
    [work.company, item, day],
  )
  return Math.max(firstPlace, (row?.last ?? 0) + 1)
}

/** Puts the pairs of a pool into its chain: all goes out first, then it comes in again. */
const carryPool = (
  session: StockSession,
  posting: PostingRecord,
  p: CarryOverProposal,
  held: readonly Holding[],
  place: number,
  byEntry: Map<string, StockProposal>,
  unitsOf: (holding: Holding) => readonly string[],
): void => {
  const [first] = held
  const row = session.pools.get(first?.pool ?? '')?.row
  if (first === undefined || row === undefined) return
  const whole = held.reduce((sum, one) => sum + one.quantity, 0n)
  // Units know themselves, whatever lots they are of.
  const holdings = row.method === 'specificSerial' ? [{ ...first, lot: null, quantity: whole }] : held
  const category = session.context.item(p.item).category
  const serials = serialsOf(row, posting.date)
  const outs = holdings.map((holding, index) => {
    const costMethod = index === 0 ? row.method : null
    const lineNo = place + index
    const m = movement(session, posting, p, holding, {
      kind: 'carryOut',
      lineNo,
      quantity: -holding.quantity,
      source: null,
      serials,
      costMethod,
    })
    byEntry.set(m.entry, proposalOf(p, holding, m.quantity, category))
    return m
  })
  const ins = holdings.map((holding, index) => {
    const costMethod = index === 0 ? (p.costMethod ?? row.method) : null
    const source = holding.quantity === 0n ? null : (outs[index]?.entry ?? null)
    const lineNo = place + holdings.length + index
    const m = movement(session, posting, p, holding, {
      kind: 'carryIn',
      lineNo,
      quantity: holding.quantity,
      source,
      serials: unitsOf(holding),
      costMethod,
    })
    byEntry.set(m.entry, proposalOf(p, holding, m.quantity, p.category ?? category))
    return m
  })
  for (const m of [...outs, ...ins]) addMovement(session, m)
}

const carryItem = async (work: Work, posting: PostingRecord, p: CarryOverProposal) => {
  const session = await openStock(work, [])
  const holdings = await holdingsBefore(work, p.item, posting.date, p.category === null ? 'pooled' : 'all')
  refuseNameless(p.costMethod, holdings)
  await session.extend(
    work,
    [p.item],
    holdings.map((one) => one.warehouse),
  )
  const keys = [...new Set(holdings.map((one) => one.pool))].map((pool) => ({
    pool,
    item: p.item,
    method: 'movingAverage' as const,
  }))
  for (const [pool, row] of await lockPools(work, keys)) session.pools.set(pool, { row, fresh: [], replayFrom: null })
  const unitsOf =
    p.costMethod === 'specificSerial'
      ? await unitsHeld(work, { item: p.item, day: posting.date, pools: session.pools, holdings })
      : () => []
  const place = await placeOf(work, p.item, posting.date)
  const byEntry = new Map<string, StockProposal>()
  for (const pool of Map.groupBy(holdings, (one) => one.pool).values()) {
    carryPool(session, posting, p, pool, place, byEntry, unitsOf)
  }
  await settleSession(work, posting, session, byEntry)
  changesByDocument(work)
  const change: JsonObject = p.category === null ? { costMethod: p.costMethod } : { category: p.category }
  await updateEntity(work, itemEntity, p.item, change)
  return session.effects
}

interface CarriedRow {
  readonly item: string
  readonly cost_method: CostMethodName
  readonly category: string | null
  readonly to_category: string | null
}

/** What the items were before, from what was carried out of their pools. */
const before = (work: Work, earlier: readonly Id<'posting'>[]) =>
  work.tx.rows<CarriedRow>(
    `select distinct on (o.item) o.item, o.cost_method, o.category, i.category as to_category from stock_entry o
     join stock_entry i on i.company_id = $1 and i.posting_id = o.posting_id and i.item = o.item and i.kind = 'carryIn'
     where o.company_id = $1 and o.posting_id = any($2::uuid[]) and o.kind = 'carryOut' and o.cost_method is not null
     order by o.item`,
    [work.company, earlier],
  )

const movedSince = async (work: Work, posting: PostingRecord, earlier: readonly Id<'posting'>[]): Promise<boolean> => {
  const rows = await work.tx.rows(
    `select 1 from stock_entry c join stock_entry e on e.company_id = $1 and e.pool = c.pool and e.date >= c.date
       and e.kind <> 'difference' and not (e.posting_id = any($2::uuid[])) and e.negates is null
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
     where c.company_id = $1 and c.posting_id = any($2::uuid[]) and c.kind = 'carryOut' limit 1`,
    [work.company, earlier],
  )
  return rows.length > 0
}

const restored = new WeakMap<PostingRecord, readonly CarriedRow[]>()

const counter = async (
  work: Work,
  posting: PostingRecord,
  earlier: readonly Id<'posting'>[],
  mode: CounterMode,
): Promise<readonly []> => {
  const rows = await before(work, earlier)
  if (rows.length === 0) return []
  if (mode === 'reverse' || posting.action === 'amend') {
    throw conflict(
      '此单不能红冲或变更；要改回去，请反审核，或在以后期间的第一天再做一张相反的单据',
      'This is not reversed or amended; unpost it, or make the opposite document on the first day of a later period',
    )
  }
  if (await movedSince(work, posting, earlier)) {
    throw conflict(
      '变更之后已有出入库，不能反审核；请在以后期间的第一天再做一张相反的单据',
      'Goods have moved since; make the opposite document on the first day of a later period',
    )
  }
  restored.set(posting, rows)
  return []
}

/** 计价方法变更 and 存货重分类: goods stay, their value stays, the method or the account changes. */
export const carryOverBook: LedgerBook<CarryOverProposal> = {
  ledger: 'stockCarryOver',
  negate: (proposal) => proposal,
  // Held before it is read what they hold: a receipt that comes at the same moment is carried over or comes after.
  prepare: (work, _posting, proposals) =>
    holdPoolsOf(
      work,
      proposals.map((p) => p.item),
    ),
  counter,
  append: async (work, posting, proposals) => {
    const effects = []
    for (const proposal of proposals) effects.push(...(await carryItem(work, posting, proposal)))
    for (const row of restored.get(posting) ?? []) {
      changesByDocument(work)
      const change: JsonObject =
        row.category === row.to_category ? { costMethod: row.cost_method } : { category: row.category }
      await updateEntity(work, itemEntity, row.item, change)
    }
    return effects
  },
}
