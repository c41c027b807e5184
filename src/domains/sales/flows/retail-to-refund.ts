import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { retailRefund } from '../documents/retail-refund.ts'
import { retailSale } from '../documents/retail-sale.ts'

/** Goods of a receipt come back. */
export const retailToRefund = defineFlow({
  name: 'retailSaleToRefund',
  label: '零售退货',
  english: 'Refund',
  from: retailSale,
  to: retailRefund,
  measure: goodsMeasure,
  exceptional: true,
  header: (sale) => ({
    warehouse: sale.warehouse,
    customer: sale.customer,
    cashier: sale.cashier,
    priceIncludesTax: sale.priceIncludesTax,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), ...carryTracked(line, open) }),
})
