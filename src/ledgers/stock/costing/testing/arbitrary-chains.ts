import fc from 'fast-check'
import { addDays } from '../../../../base/calendar-date.ts'
import type { CostMethod, CostSlice, Movement, Step } from '../cost-method.ts'
import { january } from './movements.ts'

/** What to do next; references to earlier movements are by position, so that a chain can be shortened. */
export interface Act {
  readonly kind: Movement['kind']
  readonly quantity: bigint
  readonly amount: bigint
  readonly pick: number
}

/** Movements of small and odd quantities, so that pools often meet zero and go below it. */
export const arbitraryActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Movement['kind'][]>(
      'receive',
      'receive',
      'issue',
      'issue',
      'takeIn',
      'giveBack',
      'takeBack',
      'revalue',
    ),
    quantity: fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((units) => BigInt(units) * 1_000_000n),
      fc.bigInt({ min: 1n, max: 20_000_000n }),
    ),
    amount: fc.bigInt({ min: 0n, max: 100_000n }),
    pick: fc.nat(1000),
  }),
  { maxLength: 40 },
)

/** A chain made by acting on a pool, with the steps that the pool took. */
export interface Chain {
  readonly movements: Movement[]
  readonly steps: Step[]
}

/** Turns acts into movements: returns and reversals refer to slices and receipts that the chain has seen. */
export function chainOf<State>(method: CostMethod<State>, acts: readonly Act[]): Chain {
  const state = method.initial()
  const chain: Chain = { movements: [], steps: [] }
  const out: CostSlice[] = []
  const came: CostSlice[] = []
  for (const [index, act] of acts.entries()) {
    const movement = movementOf(act, index, out, came)
    const step = method.apply(state, movement, {})
    chain.movements.push(movement)
    chain.steps.push(step)
    if (movement.kind === 'issue') out.push(...step.slices)
    if (movement.kind === 'receive') came.push(...step.slices)
  }
  return chain
}

function movementOf(act: Act, index: number, out: readonly CostSlice[], came: readonly CostSlice[]): Movement {
  const base = { entry: `m${index}`, date: addDays(january(1), Math.floor(index / 3)) }
  const { kind, quantity, amount, pick } = act
  const returned = out[pick % Math.max(out.length, 1)]
  const arrived = came[pick % Math.max(came.length, 1)]
  if (kind === 'issue') return { ...base, kind, quantity }
  if (kind === 'takeIn' && returned !== undefined) return { ...base, kind, slices: [returned] }
  if (kind === 'giveBack' && arrived !== undefined) return { ...base, kind, quantity, amount, receipt: arrived.source }
  if (kind === 'takeBack' && arrived !== undefined) {
    return { ...base, kind, quantity: arrived.quantity, slices: [arrived] }
  }
  if (kind === 'revalue') return { ...base, kind, amount: pick % 2 === 0 ? amount : -amount, receipt: arrived?.source }
  return { ...base, kind: 'receive', quantity, amount }
}
