import { definePosting } from '../../../kernel/posting/proposal.ts'
import { consignmentOut } from './consignment-out.ts'
import { goElsewhere } from './elsewhere.posting.ts'

/** Goods at the consignee's: still ours, at cost; nobody owes anything yet. */
export const postConsignmentOut = definePosting(consignmentOut, function* ({ header, lines }) {
  for (const line of lines) yield* goElsewhere(line, header.warehouse, 'consigned')
})
