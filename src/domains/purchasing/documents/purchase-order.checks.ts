import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { purchaseOrder } from './purchase-order.ts'

/** Nothing that is 停用 is ordered. */
export const checkPurchaseOrder = defineCheck(purchaseOrder, async (input) => disabledReferences(purchaseOrder, input))
