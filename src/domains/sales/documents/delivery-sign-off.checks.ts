import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { deliverySignOff } from './delivery-sign-off.ts'
import { salesDelivery } from './sales-delivery.ts'

/** Signed for is what was delivered, to the customer it was delivered to. */
export const checkDeliverySignOff = defineCheck(deliverySignOff, async ({ header, lines, source }) =>
  lines.flatMap((line, index) => {
    const delivered = source(salesDelivery, line)?.header
    const path = `lines.${index}.source`
    if (delivered === undefined)
      return [fieldProblem(path, '请从销售出库单下推签收', 'signing off begins at a delivery')]
    return delivered.customer === header.customer
      ? []
      : [fieldProblem(path, '出库单是另一客户的', 'was delivered to another customer')]
  }),
)
