import { fromCents } from '../../base/fixed-point.ts'
import type { Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import type { Step } from './costing/cost-method.ts'
import { linesAgainst, resolver } from './stock-movements.ts'
import type { Resolving, WrittenDifference } from './stock-movements.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

const effect = (row: StockRow, against: readonly EffectLine[], within: boolean, difference: boolean): Effect => ({
  ledger: 'stock',
  entry: row.id,
  date: row.date,
  documentType: row.document.type,
  documentId: row.document.id,
  lineId: row.document.line,
  control: { account: row.account, role: row.role, amount: fromCents(row.amount), dimensions: { item: row.item } },
  against,
  within,
  difference,
  ...(difference ? { summary: '成本调整' } : {}),
})

const line = (session: Resolving, item: string, role: string, amount: bigint): EffectLine[] =>
  amount === 0n
    ? []
    : [{ role, account: resolver(session, item)(role), amount: fromCents(amount), dimensions: { item } }]

/** What a costed movement means for the books; what stock could not carry goes to the role named for it. */
export const movementEffects = (
  session: Resolving,
  row: StockRow,
  p: StockProposal,
  step: Step | undefined,
): Effect[] => {
  const within = typeof p.against === 'symbol'
  const asked = row.asked ?? row.amount
  const left = asked - row.amount
  const against = [...linesAgainst(session, p, asked), ...line(session, row.item, p.remainder ?? 'costOfSales', left)]
  return step !== undefined && row.amount === 0n && against.length === 0 ? [] : [effect(row, against, within, false)]
}

/** A correction found by replay stands against what its movement stands against: cost of sales, another pool, a reason. */
export const differenceEffects = (session: Resolving, differences: readonly WrittenDifference[]): Effect[] =>
  differences.map(({ row, movement, difference }) => {
    // Both ends of a transfer move alike; what else stands within its posting has a role for what is found later.
    const isTransfer = movement.within && movement.remainder === null
    const takesRest =
      movement.kind === 'giveBack' ||
      movement.kind === 'revalue' ||
      (movement.kind !== 'receive' && movement.within && !isTransfer) ||
      (movement.kind === 'takeBack' && !isTransfer)
    const [first] = movement.against
    if (takesRest || (movement.within && difference.coveredBy !== null)) {
      return effect(row, line(session, row.item, movement.remainder ?? 'costOfSales', -row.amount), false, true)
    }
    if (movement.within) return effect(row, [], true, true)
    const opposite =
      first === undefined
        ? line(session, row.item, 'costOfSales', -row.amount)
        : [{ role: first.role, account: first.account, amount: fromCents(-row.amount), dimensions: { item: row.item } }]
    return effect(row, opposite, false, true)
  })
