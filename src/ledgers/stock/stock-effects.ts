import { decimal } from '../../base/decimal.ts'
import { fromCents, microsText } from '../../base/fixed-point.ts'
import type { Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import { placedIn } from '../general/branches.ts'
import type { Branches } from '../general/branches.ts'
import type { PlaceKind } from '../dimensions/place.ts'
import type { Step } from './costing/cost-method.ts'
import type { WrittenDifference } from './difference-rows.ts'
import { linesAgainst, resolver } from './stock-movements.ts'
import type { Resolving } from './stock-movements.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

/** The pool of an item that all warehouses share is called as the item. */
const isShared = ({ item, pool }: { readonly item: string; readonly pool: string }): boolean => pool === item

const effect = (session: Resolving, row: StockRow, against: readonly EffectLine[], within: boolean): Effect => ({
  ledger: 'stock',
  entry: row.id,
  date: row.date,
  documentType: row.document.type,
  documentId: row.document.id,
  lineId: row.document.line,
  control: placedIn(
    session.accounts.branches,
    {
      account: row.account,
      role: row.role,
      amount: fromCents(row.amount + row.markup),
      dimensions: { item: row.item },
    },
    row.warehouse,
    isShared(row),
  ),
  against,
  within,
  difference: false,
  quantity: decimal(microsText(row.quantity)),
})

const line = (session: Resolving, item: string, role: string, amount: bigint): EffectLine[] =>
  amount === 0n
    ? []
    : [{ role, account: resolver(session, item)(role), amount: fromCents(amount), dimensions: { item } }]

/** What is put together there leaves in the same posting: only what it could not carry is left for the books to say. */
export const passing: PlaceKind = 'assembling'

/** Internal mark-up stands in stock and, with the other sign, in 商品进销差价: it comes and goes with the goods (rule 17). */
const markupRole = 'transferPriceDifference'

/** What a costed movement means for the books; what stock could not carry goes to the role named for it. */
export const movementEffects = (
  session: Resolving,
  row: StockRow,
  p: StockProposal,
  step: Step | undefined,
): Effect[] => {
  const within = typeof p.against === 'symbol'
  const asked = row.asked ?? row.amount
  const rest = line(session, row.item, p.remainder ?? 'costOfSales', asked - row.amount)
  if (p.place === passing)
    return rest.length === 0 ? [] : [effect(session, { ...row, amount: 0n, markup: 0n }, rest, within)]
  const against = [
    ...linesAgainst(session, p, asked),
    ...rest,
    ...line(session, row.item, row.markupRole ?? markupRole, -row.markup),
  ]
  return step !== undefined && row.amount === 0n && against.length === 0 ? [] : [effect(session, row, against, within)]
}

/** What a correction stands against: nothing where both ends of a transfer move alike, else a role and its account. */
interface Opposite {
  readonly role: string
  readonly account: string
}

const oppositeOf = (session: Resolving, { movement, difference }: WrittenDifference): Opposite | null => {
  // Both ends of a transfer move alike; what else stands within its posting has a role for what is found later.
  const isTransfer = movement.within && movement.remainder === null
  const takesRest =
    movement.kind === 'giveBack' ||
    movement.kind === 'revalue' ||
    (movement.kind !== 'receive' && movement.within && !isTransfer) ||
    (movement.kind === 'takeBack' && !isTransfer)
  const asRole = (role: string): Opposite => ({ role, account: resolver(session, movement.item)(role) })
  if (takesRest || (movement.within && difference.coveredBy !== null))
    return asRole(movement.remainder ?? 'costOfSales')
  if (movement.within) return null
  return movement.against[0] ?? asRole('costOfSales')
}

interface DifferenceSum {
  readonly first: WrittenDifference
  /** The branch that bears it. */
  readonly bornBy: string | undefined
  readonly opposite: Opposite | null
  amount: bigint
  markup: bigint
}

const effectOfSum = (session: Resolving, { first, bornBy, opposite, amount, markup }: DifferenceSum): Effect => {
  const { movement, difference } = first
  const dimensions = { item: movement.item }
  const borne = bornBy === undefined ? dimensions : { ...dimensions, branch: bornBy }
  const control = { account: movement.account, role: movement.role, amount: fromCents(amount + markup), dimensions }
  return {
    ledger: 'stock',
    entry: first.id,
    date: difference.date,
    documentType: movement.document.type,
    documentId: movement.document.id,
    lineId: movement.document.line,
    control: placedIn(session.accounts.branches, control, movement.warehouse, isShared(movement)),
    against: [
      ...(opposite === null || amount === 0n
        ? []
        : [{ role: opposite.role, account: opposite.account, amount: fromCents(-amount), dimensions: borne }]),
      ...line(session, movement.item, difference.markupRole ?? markupRole, -markup),
    ],
    within: opposite === null,
    difference: true,
    summary: '成本调整',
  }
}

/**
 * A correction found by replay stands against what its movement stands against: cost of sales, another pool, a reason.
 * Those of a day that stand alike are one effect, since a receipt in the past may correct very many movements.
 */
export const differenceEffects = (
  session: Resolving,
  differences: readonly WrittenDifference[],
  borne: Branches,
): Effect[] => {
  const sums = new Map<string, DifferenceSum>()
  for (const written of differences) {
    const { movement, difference } = written
    if (movement.place === passing) continue
    const opposite = oppositeOf(session, written)
    const bornBy = borne.get(`${movement.document.id}/${opposite?.role ?? movement.role}`)
    const key = [
      difference.date,
      movement.account,
      movement.role,
      movement.item,
      opposite?.role ?? '',
      opposite?.account ?? '',
      difference.markupRole ?? '',
      bornBy ?? '',
      isShared(movement) ? '' : (session.accounts.branches.get(movement.warehouse) ?? ''),
    ].join('/')
    const sum = sums.get(key)
    if (sum === undefined) {
      const { amount, markup } = difference
      sums.set(key, { first: written, bornBy, opposite, amount, markup })
    } else {
      sum.amount += difference.amount
      sum.markup += difference.markup
    }
  }
  return [...sums.values()].map((sum) => effectOfSum(session, sum))
}
