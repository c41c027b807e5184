import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { quotation } from '../documents/quotation.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'

/** What we offered is ordered. */
export const quotationToOrder = defineFlow({
  name: 'quotationToOrder',
  label: '下推订单',
  english: 'Order',
  from: quotation,
  to: salesOrder,
  measure: goodsMeasure,
  header: (offer) => ({
    ...carryHead(offer),
    promisedOn: offer.deliverOn,
    address: offer.address,
    paymentMethod: offer.paymentMethod,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
