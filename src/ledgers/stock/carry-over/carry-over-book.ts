import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Id } from '../../../base/id.ts'
import { Problem, conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import type { CounterMode, PostingRecord } from '../../../kernel/posting/book.ts'
import type { LedgerBook, Work } from '../../../kernel/posting/work.ts'
import type { CostScope } from '../../dimensions/cost-methods.ts'
import { item as itemEntity } from '../../dimensions/item.ts'
import { pooledPlacesSql } from '../../dimensions/place.ts'
import { poolIn, readCostScopes } from '../cost-scope.ts'
import type { CostMethodName } from '../costing/cost-method.ts'
import { holdPoolsOf, lockPools } from '../pools.ts'
import { openStock, settleSession } from '../stock-book.ts'
import type { StockProposal } from '../stock.ts'
import type { CarryOverProposal } from './carry-over.ts'
import { carryPool } from './carry-pairs.ts'
import type { Carrying } from './carry-pairs.ts'
import { holdingsBefore } from './holdings.ts'
import type { Holding, PoolsOf } from './holdings.ts'
import { unitsHeld } from './units-held.ts'
import { changesByDocument } from './item-changes.ts'

/** Behind the corrections from closed periods, which come before the movements of their day as well. */
const firstPlace = 900_000

/** Goods that are on hand without a name cannot be valued by it. */
const refuseNameless = (method: CostMethodName | null, holdings: readonly Holding[]) => {
  if (method === 'specificLot' && holdings.some((one) => one.quantity !== 0n && one.lot === null)) {
    throw conflict(
      '有库存没有批号，不能改为按批次计价；请先补批号，或出库后再改',
      'Some goods on hand have no lot; give them one, or issue them, before the change',
    )
  }
}

/** What was changed of an item since is carried out by what it was then: nothing changes before it. */
const refuseBeforeChange = (last: CalendarDate): never => {
  const zh = `该商品在 ${last} 已有变更，本单日期不能更早；请先反审核那张单据，或把日期改到那天以后的期间第一天`
  const en = `was changed on ${last}; take that back first, or date this one on the first day of a later period`
  throw new Problem('invalid', { zh, en }, [fieldProblem('date', zh, en)])
}

/** Where the pairs of this document begin: behind those of an earlier change of the item on the same day. */
const placeOf = async (work: Work, item: string, day: CalendarDate): Promise<number> => {
  const [row] = await work.tx.rows<{ last: number | null; later: CalendarDate | null }>(
    `select max(c.line_no) filter (where c.date = $3) as last, min(c.date) filter (where c.date > $3 and c.negates is null
         and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = c.id)) as later
     from stock_entry c where c.company_id = $1 and c.item = $2 and c.date >= $3 and c.kind in ('carryOut', 'carryIn')`,
    [work.company, item, day],
  )
  if (row?.later) refuseBeforeChange(row.later)
  return Math.max(firstPlace, (row?.last ?? 0) + 1)
}

/** What has moved in a pool stays in it: another scope begins before the first movement of its period. */
const refuseMovedSince = async (work: Work, item: string, day: CalendarDate): Promise<void> => {
  const [row] = await work.tx.rows<{ date: CalendarDate }>(
    `select e.date from stock_entry e where e.company_id = $1 and e.item = $2 and e.date >= $3 and not (e.date = $3 and e.sequence = 0)
       and e.place in (${pooledPlacesSql}) and e.kind <> 'difference' and e.negates is null
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id) order by e.date limit 1`,
    [work.company, item, day],
  )
  if (row === undefined) return
  const zh = `该商品在 ${row.date} 已有出入库，核算范围不能从 ${day} 起变更；请把日期改为下一个期间的第一天，在当期出入库之前审核`
  const en = `has goods that moved on ${row.date}; date the change on the first day of the next period, and post it before they move`
  throw new Problem('invalid', { zh, en }, [fieldProblem('date', zh, en)])
}

/** Layers cannot be told apart by warehouse: each warehouse goes on with one layer, at what goods cost on the average. */
const levelLayers = (carrying: Carrying, pools: Iterable<readonly Holding[]>): void => {
  for (const held of pools) {
    const [first] = held
    const row = carrying.session.pools.get(first?.pool ?? '')?.row
    const isSplit = held.some((one) => one.into !== one.pool && one.into !== one.item)
    if (row?.method !== 'fifo' || !isSplit) continue
    carryPool(
      carrying,
      held.map((one) => ({ ...one, into: one.pool })),
      'movingAverage',
    )
    carrying.begun.delete(row.pool)
  }
}

const scopesBefore = async (work: Work, p: CarryOverProposal) => {
  const scope = (await readCostScopes(work, [p.item]))(p.item)
  const next = p.costPool ?? scope
  const poolsOf: PoolsOf = (warehouse, place) => ({
    pool: poolIn(scope, p.item, warehouse, place),
    into: poolIn(next, p.item, warehouse, place),
  })
  return { scope, next, poolsOf }
}

const carryItem = async (work: Work, posting: PostingRecord, p: CarryOverProposal) => {
  const session = await openStock(work, [])
  const { scope, next, poolsOf } = await scopesBefore(work, p)
  if (scope !== next) await refuseMovedSince(work, p.item, posting.date)
  const holdings = await holdingsBefore(work, p.item, posting.date, p.category === null ? 'pooled' : 'all', poolsOf)
  refuseNameless(p.costMethod, holdings)
  await session.extend(
    work,
    [p.item],
    holdings.map((one) => one.warehouse),
  )
  const keys = [...new Set(holdings.flatMap((one) => [one.pool, one.into]))].map((pool) => ({
    pool,
    item: p.item,
    method: 'movingAverage' as const,
  }))
  for (const [pool, row] of await lockPools(work, keys)) session.pools.set(pool, { row, fresh: [], replayFrom: null })
  const isBySerial = [...session.pools.values()].some(({ row }) => row.method === 'specificSerial')
  const asked = { item: p.item, day: posting.date, pools: session.pools, holdings, poolsOf }
  const needsUnits = p.costMethod === 'specificSerial' || (isBySerial && scope !== next)
  const unitsOf = needsUnits ? await unitsHeld(work, asked) : () => []
  const place = await placeOf(work, p.item, posting.date)
  const byEntry = new Map<string, StockProposal>()
  const carrying: Carrying = { session, posting, proposal: p, unitsOf, byEntry, begun: new Set(), place }
  const pools = [...Map.groupBy(holdings, (one) => one.pool).values()]
  const methods = new Map([...session.pools].map(([pool, { row }]) => [pool, row.method]))
  levelLayers(carrying, pools)
  for (const held of pools) carryPool(carrying, held, p.costMethod ?? methods.get(held[0]?.pool ?? '') ?? null)
  await settleSession(work, posting, session, byEntry)
  if (scope !== next) await markScope(work, p.item, next, posting.date)
  changesByDocument(work)
  const change: JsonObject =
    p.category === null
      ? {
          ...(p.costMethod === null ? {} : { costMethod: p.costMethod }),
          ...(p.costPool === null ? {} : { costPool: p.costPool }),
        }
      : { category: p.category }
  await updateEntity(work, itemEntity, p.item, change)
  return session.effects
}

/** Says from which day on goods belong to which pools: who waited for one of them with old knowledge begins again. */
const markScope = (work: Work, item: string, next: CostScope, day: CalendarDate) =>
  work.tx.query(
    `update cost_pool set scope_to = case when (pool = item::text) = ($3 = 'company') then null else $4::date end,
       scope_from = case when (pool = item::text) = ($3 = 'company') then $4::date else scope_from end
     where company_id = $1 and item = $2 and length(pool) in (36, 73)`,
    [work.company, item, next, day],
  )

/**
 * The pools of an item are again as they were before its scope changed: what changed it before that, as the pools tell that
 * goods were carried out of and into, holds again to the day.
 */
const unmarkScope = (work: Work, item: string, undone: readonly Id<'posting'>[]) =>
  work.tx.query(
    `with carried as (
       select e.posting_id, e.date, max(e.line_no) as place, bool_or(e.pool = e.item::text) and not bool_and(e.pool = e.item::text) as changed,
         (array_agg(e.pool = e.item::text order by e.line_no desc) filter (where e.kind = 'carryIn' and e.quantity <> 0))[1] as shared
       from stock_entry e where e.company_id = $1 and e.item = $2 and e.kind in ('carryOut', 'carryIn') and length(e.pool) in (36, 73)
         and not (e.posting_id = any($3::uuid[])) and e.negates is null
         and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
       group by 1, 2),
     changes as (select date, place, shared from carried where changed),
     last as (select shared from changes order by date desc, place desc limit 1)
     update cost_pool p set
       scope_from = (select max(c.date) from changes c where c.shared = (p.pool = p.item::text)),
       scope_to = case when (select shared from last) <> (p.pool = p.item::text) then (select max(c.date) from changes c) end
     where p.company_id = $1 and p.item = $2 and length(p.pool) in (36, 73)`,
    [work.company, item, undone],
  )

interface CarriedRow {
  readonly item: string
  readonly cost_method: CostMethodName
  readonly category: string | null
  readonly to_category: string | null
  /** The pools that the goods were in before, where those of the item reached less far or further than since. */
  readonly left: readonly string[] | null
}

/** What the items were before, from what was carried out of their pools. */
const before = (work: Work, earlier: readonly Id<'posting'>[]) =>
  work.tx.rows<CarriedRow>(
    `select distinct on (o.item) o.item, o.cost_method, o.category, i.category as to_category,
       (select array_agg(distinct x.pool) from stock_entry x join cost_pool c on c.company_id = $1 and c.pool = x.pool and c.scope_to = x.date
        where x.company_id = $1 and x.posting_id = o.posting_id and x.item = o.item and x.kind = 'carryOut') as left
     from stock_entry o
     join stock_entry i on i.company_id = $1 and i.posting_id = o.posting_id and i.item = o.item and i.kind = 'carryIn'
     where o.company_id = $1 and o.posting_id = any($2::uuid[]) and o.kind = 'carryOut' and o.cost_method is not null
     order by o.item, o.line_no, i.line_no desc`,
    [work.company, earlier],
  )

const movedSince = async (work: Work, posting: PostingRecord, earlier: readonly Id<'posting'>[]): Promise<boolean> => {
  const rows = await work.tx.rows(
    `select 1 from stock_entry c join stock_entry e on e.company_id = $1 and e.pool = c.pool and e.date >= c.date
       and e.kind <> 'difference' and not (e.posting_id = any($2::uuid[])) and e.negates is null
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
     where c.company_id = $1 and c.posting_id = any($2::uuid[]) and c.kind in ('carryOut', 'carryIn') limit 1`,
    [work.company, earlier],
  )
  return rows.length > 0
}

interface Undone {
  readonly rows: readonly CarriedRow[]
  readonly earlier: readonly Id<'posting'>[]
}

const restored = new WeakMap<PostingRecord, Undone>()

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
  restored.set(posting, { rows, earlier })
  return []
}

/** 成本方法与范围变更 and 存货重分类: goods stay, their value stays; the method, the pools or the account change. */
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
    const undone = restored.get(posting)
    for (const row of undone?.rows ?? []) {
      changesByDocument(work)
      if (row.left !== null) await unmarkScope(work, row.item, undone?.earlier ?? [])
      const costPool: JsonObject =
        row.left === null ? {} : { costPool: row.left.includes(row.item) ? 'company' : 'warehouse' }
      const change: JsonObject =
        row.category === row.to_category ? { costMethod: row.cost_method, ...costPool } : { category: row.category }
      await updateEntity(work, itemEntity, row.item, change)
    }
    return effects
  },
}
