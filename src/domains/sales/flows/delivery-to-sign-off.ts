import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { deliverySignOff } from '../documents/delivery-sign-off.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'

/** What left arrives, and is signed for. A delivery is done without it. */
export const deliveryToSignOff = defineFlow({
  name: 'salesDeliveryToSignOff',
  label: '下推签收',
  english: 'Sign off',
  from: salesDelivery,
  to: deliverySignOff,
  measure: goodsMeasure,
  exceptional: true,
  header: (delivery) => ({ customer: delivery.customer }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity }),
})
