import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { purchaseRequest } from '../documents/purchase-request.ts'
import { requestForQuotation } from '../documents/request-for-quotation.ts'

/** Suppliers are asked what the requested goods would cost; the request stays open until something is ordered. */
export const requestToInquiry = defineFlow({
  name: 'purchaseRequestToInquiry',
  label: '下推询价单',
  english: 'Ask for quotations',
  from: purchaseRequest,
  to: requestForQuotation,
  measure: goodsMeasure,
  exceptional: true,
  keepsOpen: true,
  header: (request) => ({ department: request.department }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, neededOn: line.neededOn }),
})
