import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'

/** 开票在前: what is ordered is invoiced before it leaves. The order stays open until it does. */
export const orderToInvoiceAhead = defineFlow({
  name: 'salesOrderToInvoiceAhead',
  label: '下推发票（未发货）',
  english: 'Invoice ahead of the goods',
  from: salesOrder,
  to: salesInvoice,
  measure: goodsMeasure,
  exceptional: true,
  header: (order) => carryHead(order),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
