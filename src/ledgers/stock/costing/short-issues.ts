import type { Cents, CostHints, Micros, StepFlag, TrueUp, UnitCost } from './cost-method.ts'
import { costAt } from './cost-method.ts'
import { mulDivRound } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { bigintFrom, listFrom, textFrom } from './frozen.ts'

interface ShortIssue {
  readonly entry: string
  quantity: Micros
  amount: Cents
}

/** Issues beyond what was there, oldest first, each with the provisional cost of what is not yet covered. */
export interface ShortIssues {
  readonly queue: ShortIssue[]
  /** The first of the queue that is still open; those before it are done. */
  head: number
}

/** What a receipt did for the short issues. */
export interface Covered {
  /** How much of the receipt they took. */
  readonly quantity: Micros
  readonly amount: Cents
  /** What they had been costed at. */
  readonly provisional: Cents
  readonly trueUps: readonly TrueUp[]
}

const noTrueUps: readonly TrueUp[] = []
const nothingCovered: Covered = { quantity: 0n, amount: 0n, provisional: 0n, trueUps: noTrueUps }

/** None yet. */
export function noShortIssues(): ShortIssues {
  return { queue: [], head: 0 }
}

/** Remembers goods issued beyond what was there. */
export function addShortIssue(shorts: ShortIssues, entry: string, quantity: Micros, amount: Cents): void {
  shorts.queue.push({ entry, quantity, amount })
}

/** Covers the oldest short issues with goods that come in, at the cost of those goods. Nothing of that cost is lost. */
export function coverShortIssues(shorts: ShortIssues, quantity: Micros, amount: Cents): Covered {
  if (shorts.head === shorts.queue.length) return nothingCovered
  const trueUps: TrueUp[] = []
  let [quantityLeft, amountLeft, provisional] = [quantity, amount, 0n]
  while (quantityLeft > 0n) {
    const short = shorts.queue[shorts.head]
    if (short === undefined) break
    const part = short.quantity < quantityLeft ? short.quantity : quantityLeft
    const before = part === short.quantity ? short.amount : mulDivRound(short.amount, part, short.quantity)
    const after = mulDivRound(amountLeft, part, quantityLeft)
    trueUps.push({ entry: short.entry, quantity: part, amount: after - before })
    short.quantity -= part
    short.amount -= before
    quantityLeft -= part
    amountLeft -= after
    provisional += before
    if (short.quantity === 0n) shorts.head += 1
  }
  if (shorts.head === shorts.queue.length) {
    shorts.queue.length = 0
    shorts.head = 0
  }
  return { quantity: quantity - quantityLeft, amount: amount - amountLeft, provisional, trueUps }
}

/** What goods cost that are not there: the first unit cost that is known and not zero, else nothing, flagged. */
export function shortCost(
  quantity: Micros,
  known: UnitCost | undefined,
  hints: CostHints,
): { readonly amount: Cents; readonly flag: StepFlag } {
  const unit = known !== undefined && known.amount !== 0n ? known : hints.lastUnitCost
  if (unit === undefined || unit.quantity === 0n) return { amount: 0n, flag: 'noCost' }
  return { amount: costAt(unit, quantity), flag: 'negative' }
}

/** The open short issues as JSON. */
export function freezeShortIssues(shorts: ShortIssues): Json {
  return shorts.queue
    .slice(shorts.head)
    .map(({ entry, quantity, amount }) => [entry, quantity.toString(), amount.toString()])
}

/** The open short issues again. */
export function thawShortIssues(json: Json | undefined): ShortIssues {
  const queue = listFrom(json).map((each) => {
    const [entry, quantity, amount] = listFrom(each)
    return { entry: textFrom(entry), quantity: bigintFrom(quantity), amount: bigintFrom(amount) }
  })
  return { queue, head: 0 }
}
