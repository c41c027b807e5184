import { round, zero } from '../../../base/decimal.ts'
import { serialNumbers } from '../../../base/serial-numbers.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import type { TrackedGoods } from '../../../ledgers/stock/stock.ts'
import { incomingInspection } from './incoming-inspection.ts'

type Line = PostingInput<typeof incomingInspection>['lines'][number]

/** Which units are good and which are not; a second quantity is shared by the first. */
const inspectedParts = (line: Line): { readonly accepted: TrackedGoods; readonly rejected: TrackedGoods } => {
  const all = trackedOf(line)
  const bad = new Set(serialNumbers(line.rejectedSerials))
  const base = line.baseQuantity ?? line.quantity
  const second = line.secondQuantity
  const badSecond =
    second === null || base.isZero() ? null : round(second.times(line.rejectedBase ?? zero).div(base), 6)
  return {
    accepted: {
      ...all,
      serials: (all.serials ?? []).filter((serial) => !bad.has(serial)),
      secondQuantity: second?.minus(badSecond ?? zero) ?? null,
    },
    rejected: { ...all, serials: [...bad], secondQuantity: badSecond },
  }
}

/** What waited for its inspection becomes available or is kept apart as rejected; neither changes what it costs. */
export const postIncomingInspection = definePosting(incomingInspection, function* ({ header, lines }) {
  for (const line of lines) {
    const rejected = line.rejectedBase ?? zero
    const accepted = (line.baseQuantity ?? line.quantity).minus(rejected)
    const both = { line, item: line.item, from: header.warehouse, to: header.warehouse, place: 'inspection' } as const
    const parts = inspectedParts(line)
    if (!accepted.isZero()) yield* stock.transfer({ ...both, ...parts.accepted, quantity: accepted, toPlace: 'onHand' })
    if (!rejected.isZero())
      yield* stock.transfer({ ...both, ...parts.rejected, quantity: rejected, toPlace: 'rejected' })
  }
})
