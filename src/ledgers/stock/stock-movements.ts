import { fromCents, toCents } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { EffectLine } from '../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../account-roles.ts'
import type { PlaceKind } from '../dimensions/place.ts'
import { againstLines, storedAgainst } from '../general/accounts.ts'
import { slicesToJson } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import type { CostSlice, Step } from './costing/cost-method.ts'
import type { StockSession } from './stock-session.ts'
import { besideCost } from './true-ups.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

/** The control role of each kind of place. */
export const roleOfPlace: Readonly<Record<PlaceKind, AccountRoleName>> = {
  onHand: 'inventory',
  inspection: 'inventory',
  rejected: 'inventory',
  inTransit: 'transferInTransit',
  goodsShipped: 'goodsShipped',
  subcontract: 'subcontractMaterials',
  consigned: 'goodsShipped',
  lent: 'inventory',
  assembling: 'inventory',
  held: 'inventory',
}

/** What is needed to turn roles into accounts. */
export type Resolving = Pick<StockSession, 'context' | 'accounts'>

/** Accounts of roles by the item's category, or by another that is named. */
export const resolver = (session: Resolving, item: string, named?: string | null) => {
  const category = named === undefined ? session.context.item(item).category : named
  return (role: string) => session.accounts.of(role, category)
}

/** The lines opposite a movement: what was asked of it, whatever part of that stock could carry. */
export const linesAgainst = (session: Resolving, p: StockProposal, asked: bigint): EffectLine[] =>
  againstLines(p.against, fromCents(asked), resolver(session, p.item, p.category), { item: p.item })

const againstJson = (p: StockProposal, lines: readonly EffectLine[]): Json =>
  typeof p.against === 'symbol'
    ? { within: true, remainder: p.remainder ?? null }
    : storedAgainst(lines).map((line) => ({
        role: line.role,
        account: line.account,
        amount: line.amount,
        dimensions: { item: p.item },
      }))

/** What was asked of a movement: its given amount, or, where the cost is found, what was found. */
export const askedOf = (m: ChainMovement, amount: bigint): bigint =>
  m.kind === 'giveBack' || m.kind === 'takeBack' || m.kind === 'revalue' || (m.kind === 'takeIn' && m.given !== 0n)
    ? m.given
    : amount

/** What a movement did to its pool: its value at cost, and the internal mark-up that came or went beside it. */
export interface Costed {
  readonly amount: bigint
  readonly markup: bigint
  /** The role that the mark-up stands on; the movement's own unless said. */
  readonly markupRole?: string | null | undefined
}

/** What a step of the fold did. */
export const costedBy = ({ amount, markup = 0n, markupRole }: Step): Costed => ({ amount, markup, markupRole })

/** The row of a movement that has been costed. */
export const movementRow = (
  session: StockSession,
  m: ChainMovement,
  p: StockProposal,
  { amount, markup, markupRole = m.markupRole }: Costed,
  slices: readonly CostSlice[],
): StockRow => {
  const role = roleOfPlace[p.place]
  const asked = askedOf(m, amount)
  return {
    id: m.entry,
    document: m.document,
    lineNo: m.lineNo,
    date: m.date,
    negates: null,
    role,
    account: resolver(session, m.item, p.category)(role),
    against: againstJson(p, linesAgainst(session, p, asked)),
    item: m.item,
    warehouse: m.warehouse,
    place: p.place,
    lot: m.lot,
    bin: m.bin,
    owner: p.owner ?? null,
    quantity: m.quantity,
    secondQuantity: m.secondQuantity,
    amount,
    markup,
    markupRole,
    worth: m.worth,
    asked: asked === amount ? null : asked,
    kind: m.kind,
    pool: m.pool,
    sequence: m.sequence,
    sourceEntry: m.source,
    sourceOffset: m.sourceOffset,
    sourceQuantity: m.sourceQuantity,
    corrects: null,
    slices: slices.length === 0 ? null : slicesToJson(slices),
    costMethod: m.costMethod,
    category: p.category ?? null,
  }
}

/** The row of a late price or landed cost: it corrects what its receipt was worth, on the receipt's day. */
export const givenRow = (session: StockSession, p: StockProposal, receipt: ChainMovement): StockRow => {
  const amount = p.amount === null ? 0n : toCents(p.amount)
  const method = session.pools.get(receipt.pool)?.row.method ?? 'movingAverage'
  return {
    ...movementRow(
      session,
      { ...receipt, quantity: 0n, secondQuantity: null, kind: 'receive', worth: null },
      { ...p, place: receipt.place as PlaceKind },
      { amount, ...besideCost(method, amount) },
      [],
    ),
    account: receipt.account,
    role: receipt.role,
    id: newId<'stockEntry'>(),
    document: { type: '', id: '', line: p.line?.id ?? null },
    lineNo: p.line?.lineNo ?? 0,
    kind: 'given',
    sourceEntry: null,
    sourceOffset: 0n,
    sourceQuantity: null,
    corrects: receipt.entry,
  }
}
