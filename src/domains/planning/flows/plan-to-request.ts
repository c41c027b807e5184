import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { purchaseRequest } from '../../purchasing/index.ts'
import { purchasePlan } from '../documents/purchase-plan.ts'

/** What was planned is asked for, bit by bit. */
export const planToRequest = defineFlow({
  name: 'purchasePlanToRequest',
  label: '下推采购申请',
  english: 'Request',
  from: purchasePlan,
  to: purchaseRequest,
  measure: goodsMeasure,
  mayOverdraw: true,
  header: (plan) => ({ department: plan.department, origin: 'plan' as const }),
  line: (line, open, context) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    supplier: line.supplier,
    price: line.price,
    neededOn: line.neededOn,
    origin: 'plan' as const,
    originNumber: typeof context.header['number'] === 'string' ? context.header['number'] : null,
    remark: line.remark,
  }),
})
