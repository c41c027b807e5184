import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { creditProblems } from './credit-limit.checks.ts'
import { salesDelivery } from './sales-delivery.ts'
import { belowMinimum, unpricedLines } from './sellable.checks.ts'

/** Price, credit and 停用; whether there is stock, the stock ledger says. A day to come is no fault. */
export const checkSalesDelivery = defineCheck(salesDelivery, async (input, work) => [
  ...unpricedLines(input),
  ...belowMinimum(input),
  ...disabledReferences(salesDelivery, input),
  ...(await creditProblems(input, work)),
])
