import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { unevenInstalments } from '../../../ledgers/payment-plan.ts'
import { creditProblems } from './credit-limit.checks.ts'
import { reservationProblems } from './reserved.checks.ts'
import { salesOrder } from './sales-order.ts'
import { floorProblems, unpricedLines } from './sellable.checks.ts'

/** Nothing that is 停用, unpriced, below its minimum price or beyond the customer's credit is promised. */
export const checkSalesOrder = defineCheck(salesOrder, async (input, work) => {
  const asked = await Promise.all([
    floorProblems(salesOrder, input, work),
    creditProblems(salesOrder, input, work),
    reservationProblems(input, work),
  ])
  return [
    ...unpricedLines(input),
    ...asked.flat(),
    ...unevenInstalments(input.instalments, input.header.totalGross),
    ...disabledReferences(salesOrder, input),
  ]
})
