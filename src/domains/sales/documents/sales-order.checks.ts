import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { unevenInstalments } from '../../../ledgers/payment-plan.ts'
import { salesOrder } from './sales-order.ts'
import { belowMinimum, unpricedLines } from './sellable.checks.ts'

/** Nothing that is 停用, unpriced or below its minimum price is promised. */
export const checkSalesOrder = defineCheck(salesOrder, async (input) => [
  ...unpricedLines(input),
  ...belowMinimum(input),
  ...unevenInstalments(input.instalments, input.header.totalGross),
  ...disabledReferences(salesOrder, input),
])
