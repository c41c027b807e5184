import type { CalendarDate } from '../../base/calendar-date.ts'
import type { CostedMovement } from './chain.ts'
import type { CostDifference } from './cost-difference.ts'
import type { Cents, CostMethodName, Step } from './costing/cost-method.ts'
import { varianceRole } from './costing/standard.ts'
import type { StoredTrueUp, StoredTrueUps } from './stored-chains.ts'

/** Goods at standard keep their standard worth: what their issues cost more or less is a difference less or more beside it. */
export const besideCost = (method: CostMethodName, amount: Cents): Pick<CostDifference, 'markup' | 'markupRole'> =>
  method === 'standard' ? { markup: -amount, markupRole: varianceRole } : { markup: 0n }

/** True-ups name short issues by entry; their movements are read before the rows are written. */
export const pendingTrueUps = (
  m: CostedMovement,
  step: Step,
  method: CostMethodName,
  differences: CostDifference[],
) => {
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

const correction = (
  issue: string,
  receipt: string,
  day: CalendarDate,
  { amount, markup }: StoredTrueUp,
): CostDifference => ({
  entry: issue,
  movement: null,
  date: day,
  amount,
  markup,
  ...(markup === 0n ? {} : { markupRole: varianceRole }),
  slices: null,
  coveredBy: receipt,
})

/**
 * What a movement trues up now against what it did by the ledger, which is told of no receipt twice. What it did is as it was
 * done: goods may have been at standard then, and be so no more.
 */
export const compareTrueUps = (
  m: CostedMovement,
  step: Step,
  method: CostMethodName,
  stored: StoredTrueUps,
  differences: CostDifference[],
) => {
  const before = stored.get(m.entry)
  stored.delete(m.entry)
  if (before === undefined && step.trueUps.length === 0) return
  const wanted = new Map<string, StoredTrueUp>()
  const add = (issue: string, amount: Cents, markup: Cents) => {
    const found = wanted.get(issue)
    wanted.set(issue, { amount: (found?.amount ?? 0n) + amount, markup: (found?.markup ?? 0n) + markup })
  }
  for (const [issue, { amount, markup }] of before ?? []) add(issue, -amount, -markup)
  for (const more of step.trueUps) add(more.entry, -more.amount, besideCost(method, -more.amount).markup)
  for (const [issue, change] of wanted) {
    if (change.amount !== 0n || change.markup !== 0n) differences.push(correction(issue, m.entry, m.date, change))
  }
}

/** True-ups of receipts that are no longer in the chain are taken back. */
export const undoTrueUps = (left: StoredTrueUps, differences: CostDifference[], day: CalendarDate) => {
  for (const [receipt, issues] of left) {
    for (const [issue, { amount, markup }] of issues) {
      differences.push(correction(issue, receipt, day, { amount: -amount, markup: -markup }))
    }
  }
}
