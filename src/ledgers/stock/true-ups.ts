import type { CalendarDate } from '../../base/calendar-date.ts'
import type { ChainMovement } from './chain.ts'
import type { CostDifference } from './cost-difference.ts'
import type { Cents, Step } from './costing/cost-method.ts'
import type { StoredTrueUps } from './stored-chains.ts'

/** True-ups name short issues by entry; their movements are read before the rows are written. */
export const pendingTrueUps = (m: ChainMovement, step: Step, differences: CostDifference[]) => {
  for (const more of step.trueUps) {
    differences.push({
      entry: more.entry,
      movement: null,
      date: m.date,
      amount: -more.amount,
      markup: 0n,
      slices: null,
      coveredBy: m.entry,
    })
  }
}

/** What a movement trues up now against what it did by the ledger, which is told of no receipt twice. */
export const compareTrueUps = (m: ChainMovement, step: Step, stored: StoredTrueUps, differences: CostDifference[]) => {
  const before = stored.get(m.entry)
  stored.delete(m.entry)
  if (before === undefined && step.trueUps.length === 0) return
  const wanted = new Map<string, Cents>()
  for (const [issue, amount] of before ?? []) wanted.set(issue, -amount)
  for (const more of step.trueUps) wanted.set(more.entry, (wanted.get(more.entry) ?? 0n) - more.amount)
  for (const [issue, amount] of wanted) {
    if (amount === 0n) continue
    differences.push({
      entry: issue,
      movement: null,
      date: m.date,
      amount,
      markup: 0n,
      slices: null,
      coveredBy: m.entry,
    })
  }
}

/** True-ups of receipts that are no longer in the chain are taken back. */
export const undoTrueUps = (left: StoredTrueUps, differences: CostDifference[], day: CalendarDate) => {
  for (const [receipt, issues] of left) {
    for (const [issue, amount] of issues) {
      const undone = { amount: -amount, markup: 0n, slices: null }
      differences.push({ entry: issue, movement: null, date: day, coveredBy: receipt, ...undone })
    }
  }
}
