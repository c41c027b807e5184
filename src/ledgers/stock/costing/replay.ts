import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Json } from '../../../base/json.ts'
import type { Cents, CostHints, CostMethod, Movement, Step } from './cost-method.ts'

/** What the ledger holds of a movement, corrections included. */
export interface StoredCost {
  /** Signed change of the pool's value by the movement itself. */
  readonly amount: Cents
  /** What the movement re-costed, by the short issue's entry: how much more that issue costs. */
  readonly trueUps?: ReadonlyMap<string, Cents>
}

/** What must be appended so that the ledger says what the fold says. */
export interface Difference {
  /** The movement whose cost it is; of a true-up, the short issue. */
  readonly entry: string
  /** The day it is dated: the movement's; of a true-up, that of the receipt that covers. */
  readonly date: CalendarDate
  /** Signed change of the pool's value: what the fold says less what is stored. Never zero. */
  readonly amount: Cents
  /** Of a true-up, the movement that covers the short issue. */
  readonly coveredBy?: string
}

/** The state after so many of the movements. */
export interface Snapshot {
  readonly after: number
  readonly entry: string
  readonly state: Json
}

export interface ReplayOptions {
  /** Take a snapshot after every so many movements; none when left out. */
  readonly snapshotEvery?: number
  /** What is known of costs when a pool has none, by movement. */
  readonly hintsOf?: (movement: Movement) => CostHints
}

/** What a replay found. */
export interface Replay<State> {
  /** The state given, after the last movement. */
  readonly state: State
  readonly differences: readonly Difference[]
  /** One a movement, in their order, for pools that depend on this one. */
  readonly steps: readonly Step[]
  readonly snapshots: readonly Snapshot[]
}

const noHints: CostHints = {}

/**
 * Runs the movements of one pool, in their total order, from a state, which it changes in place, and compares what each
 * costs with what is stored. Only the movements given are looked at: a withdrawn one is left out, and the negation of its
 * stored cost is its withdrawal's business.
 */
export function replay<State>(
  method: CostMethod<State>,
  state: State,
  movements: readonly Movement[],
  stored: ReadonlyMap<string, StoredCost>,
  options: ReplayOptions = {},
): Replay<State> {
  const { snapshotEvery = 0, hintsOf } = options
  const differences: Difference[] = []
  const steps: Step[] = []
  const snapshots: Snapshot[] = []
  for (const movement of movements) {
    const step = method.apply(state, movement, hintsOf?.(movement) ?? noHints)
    steps.push(step)
    compare(movement, step, stored.get(movement.entry), differences)
    if (snapshotEvery > 0 && steps.length % snapshotEvery === 0) {
      snapshots.push({ after: steps.length, entry: movement.entry, state: method.freeze(state) })
    }
  }
  return { state, differences, steps, snapshots }
}

function compare(movement: Movement, step: Step, stored: StoredCost | undefined, differences: Difference[]): void {
  const { entry, date } = movement
  const amount = step.amount - (stored?.amount ?? 0n)
  if (amount !== 0n) differences.push({ entry, date, amount })
  if (step.trueUps.length === 0 && stored?.trueUps === undefined) return
  for (const [issue, more] of trueUpDifferences(step, stored)) {
    if (more !== 0n) differences.push({ entry: issue, date, amount: -more, coveredBy: entry })
  }
}

function trueUpDifferences(step: Step, stored: StoredCost | undefined): Map<string, Cents> {
  const found = trueUpsByIssue(step)
  for (const [issue, amount] of stored?.trueUps ?? []) found.set(issue, (found.get(issue) ?? 0n) - amount)
  return found
}

function trueUpsByIssue(step: Step): Map<string, Cents> {
  const found = new Map<string, Cents>()
  for (const { entry, amount } of step.trueUps) found.set(entry, (found.get(entry) ?? 0n) + amount)
  return found
}

/** What a ledger that followed the step would hold of its movement. */
export function storedCostOf(step: Step): StoredCost {
  return step.trueUps.length === 0 ? { amount: step.amount } : { amount: step.amount, trueUps: trueUpsByIssue(step) }
}
