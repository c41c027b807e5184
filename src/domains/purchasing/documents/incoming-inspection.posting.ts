import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { incomingInspection } from './incoming-inspection.ts'

/** What waited for its inspection becomes available or is kept apart as rejected; neither changes what it costs. */
export const postIncomingInspection = definePosting(incomingInspection, function* ({ header, lines }) {
  for (const line of lines) {
    const rejected = line.rejectedBase ?? zero
    const accepted = (line.baseQuantity ?? line.quantity).minus(rejected)
    const moved = { line, item: line.item, lot: line.lot, from: header.warehouse, to: header.warehouse } as const
    if (!accepted.isZero())
      yield* stock.transfer({ ...moved, quantity: accepted, place: 'inspection', toPlace: 'onHand' })
    if (!rejected.isZero())
      yield* stock.transfer({ ...moved, quantity: rejected, place: 'inspection', toPlace: 'rejected' })
  }
})
