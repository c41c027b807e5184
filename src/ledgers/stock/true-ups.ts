import type { CalendarDate } from '../../base/calendar-date.ts'
import type { ChainMovement } from './chain.ts'
import type { CostDifference } from './cost-difference.ts'
import type { Cents, CostMethodName, Step } from './costing/cost-method.ts'
import { varianceRole } from './costing/standard.ts'
import type { StoredTrueUps } from './stored-chains.ts'

/** Goods at standard keep their standard worth: what their issues cost more or less is a difference less or more beside it. */
export const besideCost = (method: CostMethodName, amount: Cents): Pick<CostDifference, 'markup' | 'markupRole'> =>
  method === 'standard' ? { markup: -amount, markupRole: varianceRole } : { markup: 0n }

/** True-ups name short issues by entry; their movements are read before the rows are written. */
export const pendingTrueUps = (m: ChainMovement, step: Step, method: CostMethodName, differences: CostDifference[]) => {
  for (const more of step.trueUps) {
    differences.push({
      entry: more.entry,
      movement: null,
      date: m.date,
      amount: -more.amount,
      ...besideCost(method, -more.amount),
      slices: null,
      coveredBy: m.entry,
    })
  }
}

/** What a movement trues up now against what it did by the ledger, which is told of no receipt twice. */
export const compareTrueUps = (
  m: ChainMovement,
  step: Step,
  method: CostMethodName,
  stored: StoredTrueUps,
  differences: CostDifference[],
) => {
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
      ...besideCost(method, amount),
      slices: null,
      coveredBy: m.entry,
    })
  }
}

/** True-ups of receipts that are no longer in the chain are taken back. */
export const undoTrueUps = (
  method: CostMethodName,
  left: StoredTrueUps,
  differences: CostDifference[],
  day: CalendarDate,
) => {
  for (const [receipt, issues] of left) {
    for (const [issue, amount] of issues) {
      const undone = { amount: -amount, ...besideCost(method, -amount), slices: null }
      differences.push({ entry: issue, movement: null, date: day, coveredBy: receipt, ...undone })
    }
  }
}
