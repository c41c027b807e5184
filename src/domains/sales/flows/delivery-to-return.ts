import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesReturn } from '../documents/sales-return.ts'
import { carryHead } from './carry-head.ts'
import { deliveryToPendingVatDue } from './delivery-to-pending-vat-due.ts'

/** What left comes back, under the bases it left under. */
export const deliveryToReturn = defineFlow({
  name: 'salesDeliveryToReturn',
  label: '下推退货单',
  english: 'Return',
  from: salesDelivery,
  to: salesReturn,
  measure: goodsMeasure,
  exceptional: true,
  amount: 'gross',
  part: 'tax',
  partFrom: deliveryToPendingVatDue,
  header: (delivery) => ({
    ...carryHead(delivery),
    rate: delivery.rate,
    warehouse: delivery.warehouse,
    vatDueOn: delivery.vatDueOn,
    receivableBasis: delivery.receivableBasis,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), ...carryTracked(line, open), warehouse: line.warehouse }),
})
