import { definePosting } from '../../../kernel/posting/proposal.ts'
import { goodsBack } from './goods-back.posting.ts'
import { salesReturn } from './sales-return.ts'

/** A delivery's posting, negated by the kernel. */
export const postSalesReturn = definePosting(
  salesReturn,
  function* (input) {
    for (const line of input.lines) yield* goodsBack(input, line)
  },
  { negated: true },
)
