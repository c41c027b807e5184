import { definePosting } from '../../../kernel/posting/proposal.ts'
import { consignmentReturn } from './consignment-return.ts'
import { comeBack } from './elsewhere.posting.ts'

/** Unsold goods are on hand again. */
export const postConsignmentReturn = definePosting(consignmentReturn, function* ({ header, lines }) {
  for (const line of lines) yield* comeBack(line, header.warehouse, 'consigned')
})
