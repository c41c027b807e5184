import { fromCents, toCents } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { EffectLine } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { AccountRoleName } from '../account-roles.ts'
import type { PlaceKind } from '../dimensions/place.ts'
import type { StoredAgainst } from '../general/accounts.ts'
import { againstLines, storedAgainst } from '../general/accounts.ts'
import { loadMovementsEver, slicesToJson } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import type { CostSlice } from './costing/cost-method.ts'
import type { CostDifference } from './settle.ts'
import type { StockSession } from './stock-session.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

/** The control role of each kind of place. */
const roleOfPlace: Readonly<Record<PlaceKind, AccountRoleName>> = {
  onHand: 'inventory',
  inspection: 'inventory',
  rejected: 'inventory',
  inTransit: 'transferInTransit',
  goodsShipped: 'goodsShipped',
  subcontract: 'subcontractMaterials',
  consigned: 'goodsShipped',
  lent: 'inventory',
  held: 'inventory',
}

/** What is needed to turn roles into accounts. */
export type Resolving = Pick<StockSession, 'context' | 'accounts'>

export const resolver = (session: Resolving, item: string) => {
  const category = session.context.item(item).category
  return (role: string) => session.accounts.of(role, category)
}

/** The lines opposite a movement: what was asked of it, whatever part of that stock could carry. */
export const linesAgainst = (session: Resolving, p: StockProposal, asked: bigint): EffectLine[] =>
  againstLines(p.against, fromCents(asked), resolver(session, p.item), { item: p.item })

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

/** The row of a movement that has been costed. */
export const movementRow = (
  session: StockSession,
  m: ChainMovement,
  p: StockProposal,
  amount: bigint,
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
    account: resolver(session, m.item)(role),
    against: againstJson(p, linesAgainst(session, p, asked)),
    item: m.item,
    warehouse: m.warehouse,
    place: p.place,
    lot: p.lot ?? null,
    owner: p.owner ?? null,
    quantity: m.quantity,
    amount,
    asked: asked === amount ? null : asked,
    kind: m.kind,
    pool: m.pool,
    sequence: m.sequence,
    sourceEntry: m.source,
    sourceOffset: m.sourceOffset,
    corrects: null,
    slices: slices.length === 0 ? null : slicesToJson(slices),
  }
}

/** The row of a late price or landed cost: it corrects what its receipt was worth, on the receipt's day. */
export const givenRow = (session: StockSession, p: StockProposal, receipt: ChainMovement): StockRow => {
  const amount = p.amount === null ? 0n : toCents(p.amount)
  return {
    ...movementRow(
      session,
      { ...receipt, quantity: 0n, kind: 'receive' },
      { ...p, place: receipt.place as PlaceKind },
      amount,
      [],
    ),
    id: newId<'stockEntry'>(),
    document: { type: '', id: '', line: p.line?.id ?? null },
    lineNo: p.line?.lineNo ?? 0,
    kind: 'given',
    sourceEntry: null,
    sourceOffset: 0n,
    corrects: receipt.entry,
  }
}

/** A difference with the row that appends it and the movement that it corrects. */
export interface WrittenDifference {
  readonly row: StockRow
  readonly movement: ChainMovement
  readonly difference: CostDifference
}

const storedLines = (against: Json): ChainMovement['against'] =>
  Array.isArray(against) ? against.map((line) => line as Json & StoredAgainst) : []

const asMovement = (row: StockRow): ChainMovement => ({
  entry: row.id,
  pool: row.pool,
  date: row.date,
  sequence: row.sequence,
  lineNo: row.lineNo,
  kind: row.kind as ChainMovement['kind'],
  quantity: row.quantity,
  given: row.asked ?? row.amount,
  givenMore: 0n,
  original: row.amount,
  stored: row.amount,
  source: row.sourceEntry,
  sourceOffset: row.sourceOffset,
  slices: [],
  item: row.item,
  warehouse: row.warehouse,
  place: row.place,
  document: row.document,
  account: row.account,
  role: row.role,
  against: storedLines(row.against),
  within: !Array.isArray(row.against),
  remainder: null,
})

/** The rows of what a replay found; they belong to the documents whose cost they correct. */
export const rowsOfDifferences = async (
  work: Work,
  differences: readonly CostDifference[],
  fresh: readonly StockRow[],
): Promise<WrittenDifference[]> => {
  const byEntry = new Map(fresh.map((row) => [row.id, asMovement(row)]))
  const shorts = differences
    .filter((d) => d.coveredBy !== null && !byEntry.has(d.movement.entry))
    .map((d) => d.movement.entry)
  for (const m of await loadMovementsEver(work, shorts)) byEntry.set(m.entry, m)
  return differences.map((difference) => {
    const movement =
      difference.coveredBy === null
        ? difference.movement
        : (byEntry.get(difference.movement.entry) ?? difference.movement)
    const row: StockRow = {
      id: newId<'stockEntry'>(),
      document: movement.document,
      lineNo: movement.lineNo,
      date: difference.date,
      negates: null,
      role: movement.role,
      account: movement.account,
      against: movement.within
        ? { within: true, remainder: movement.remainder }
        : movement.against.map((a) => ({
            role: a.role,
            account: a.account,
            amount: a.amount,
            dimensions: { item: movement.item },
          })),
      item: movement.item,
      warehouse: movement.warehouse,
      place: movement.place,
      lot: null,
      owner: null,
      quantity: 0n,
      amount: difference.amount,
      asked: null,
      kind: 'difference',
      pool: movement.pool,
      sequence: movement.sequence,
      sourceEntry: difference.coveredBy,
      sourceOffset: 0n,
      corrects: movement.entry,
      slices: difference.slices === null ? null : slicesToJson(difference.slices),
    }
    return { row, movement, difference }
  })
}
