import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseRequest } from '../documents/purchase-request.ts'

/** What was asked for is ordered; more than asked where the supplier sells no less (起订量, 订货倍数). */
export const requestToOrder = defineFlow({
  name: 'purchaseRequestToOrder',
  label: '下推采购订单',
  english: 'Order',
  from: purchaseRequest,
  to: purchaseOrder,
  measure: goodsMeasure,
  mayOverdraw: true,
  header: (request) => ({ warehouse: request.warehouse, promisedOn: request.neededOn }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    promisedOn: line.neededOn,
    remark: line.remark,
  }),
})
