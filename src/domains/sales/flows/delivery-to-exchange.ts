import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesExchange } from '../documents/sales-exchange.ts'
import { carryHead } from './carry-head.ts'
import { deliveryToPendingVatDue } from './delivery-to-pending-vat-due.ts'
import { deliveryToReturn } from './delivery-to-return.ts'

/** What left comes back for something else; returns and exchanges share what is open. */
export const deliveryToExchange = defineFlow({
  name: 'salesDeliveryToExchange',
  label: '下推换货单',
  english: 'Exchange',
  from: salesDelivery,
  to: salesExchange,
  measure: goodsMeasure,
  sharesOpenWith: deliveryToReturn,
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
  line: (line, open) => ({
    direction: 'back' as const,
    ...carryPriced(line, open),
    ...carryTracked(line, open),
    warehouse: line.warehouse,
  }),
})
