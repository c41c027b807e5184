import type { CalendarDate } from '../../../base/calendar-date.ts'
import { fromMicros } from '../../../base/fixed-point.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import type { PostingRecord } from '../../../kernel/posting/book.ts'
import { within } from '../../../kernel/posting/proposal.ts'
import type { ChainMovement } from '../chain.ts'
import type { CostMethodName, Micros } from '../costing/cost-method.ts'
import { frozenParts } from '../costing/markup.ts'
import { unitsIn } from '../costing/specific-lot.ts'
import type { PoolRow } from '../pools.ts'
import { addMovement } from '../stock-session.ts'
import type { StockSession } from '../stock-session.ts'
import type { StockProposal } from '../stock.ts'
import type { CarryOverProposal } from './carry-over.ts'
import type { Holding } from './holdings.ts'

/** The carry of one item, as it goes on from pool to pool. */
export interface Carrying {
  readonly session: StockSession
  readonly posting: PostingRecord
  readonly proposal: CarryOverProposal
  /** The units of goods, where they are to be costed by serial number. */
  readonly unitsOf: (holding: Holding) => readonly string[]
  readonly byEntry: Map<string, StockProposal>
  /** Pools that goods have come into. */
  readonly begun: Set<string>
  /** The place of the next movement among those of the day. */
  place: number
}

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

type Pair = Pick<ChainMovement, 'kind' | 'quantity' | 'source' | 'serials' | 'costMethod'>

const enter = (carrying: Carrying, holding: Holding, category: string | null, pair: Pair): ChainMovement => {
  const { session, posting, proposal, byEntry } = carrying
  const m = movement(session, posting, proposal, holding, { ...pair, lineNo: carrying.place })
  carrying.place += 1
  byEntry.set(m.entry, proposalOf(proposal, holding, m.quantity, category))
  addMovement(session, m)
  return m
}

/** Units know themselves, whatever lots they are of: of a pool by serial number they go out together. */
const goingOut = (row: PoolRow, held: readonly Holding[]): readonly (readonly Holding[])[] =>
  row.method === 'specificSerial' ? [...Map.groupBy(held, (one) => one.into).values()] : held.map((one) => [one])

const unitsGoingOut = ({ posting, unitsOf }: Carrying, row: PoolRow, held: readonly Holding[]): readonly string[] => {
  const all = serialsOf(row, posting.date)
  return held.some((one) => one.into !== one.pool && one.into !== one.item) ? held.flatMap(unitsOf) : all
}

/** Goods were all carried out and go on elsewhere: nothing may be left behind here. */
const endPool = (carrying: Carrying, row: PoolRow, last: Holding, method: CostMethodName): void => {
  const { category } = carrying.session.context.item(last.item)
  enter(carrying, { ...last, lot: null }, category, {
    kind: 'carryIn',
    quantity: 0n,
    source: null,
    serials: [],
    costMethod: method,
  })
  carrying.begun.add(row.pool)
}

/** Carries the goods of a pool out of it, all of them first, and then in again, by the method where their pool begins. */
export const carryPool = (carrying: Carrying, held: readonly Holding[], costMethod: CostMethodName | null): void => {
  const { session, proposal, begun } = carrying
  const [first] = held
  const row = session.pools.get(first?.pool ?? '')?.row
  if (first === undefined || row === undefined) return
  const category = session.context.item(proposal.item).category
  const method = costMethod ?? row.method
  const outs = goingOut(row, held).map((own, index) => {
    const quantity = own.reduce((sum, one) => sum + one.quantity, 0n)
    const holding = own.length > 1 || row.method === 'specificSerial' ? { ...own[0], lot: null } : own[0]
    const of: Holding = { ...first, ...holding, quantity }
    const serials = row.method === 'specificSerial' ? unitsGoingOut(carrying, row, own) : []
    const costing = index === 0 ? row.method : null
    const out = enter(carrying, of, category, {
      kind: 'carryOut',
      quantity: -quantity,
      source: null,
      serials,
      costMethod: costing,
    })
    return { of, own, out }
  })
  for (const { of, own, out } of outs) {
    const isFirst = !begun.has(of.into)
    begun.add(of.into)
    if (of.quantity === 0n && of.into !== of.pool) continue
    enter(carrying, { ...of, pool: of.into }, proposal.category ?? category, {
      kind: 'carryIn',
      quantity: of.quantity,
      source: of.quantity === 0n ? null : out.entry,
      serials:
        method === 'specificSerial' ? (out.serials.length > 0 ? out.serials : own.flatMap(carrying.unitsOf)) : [],
      costMethod: isFirst ? method : null,
    })
  }
  if (!begun.has(row.pool)) endPool(carrying, row, first, method)
}
