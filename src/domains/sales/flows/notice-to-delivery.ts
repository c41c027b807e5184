import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { deliveryNotice } from '../documents/delivery-notice.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { carryHead } from './carry-head.ts'
import { orderToDelivery } from './order-to-delivery.ts'

/** What was picked leaves, and with it what was ordered. */
export const noticeToDelivery = defineFlow({
  name: 'deliveryNoticeToDelivery',
  label: '下推出库单',
  english: 'Deliver',
  from: deliveryNotice,
  to: salesDelivery,
  measure: goodsMeasure,
  through: orderToDelivery,
  header: (notice) => ({
    ...carryHead(notice),
    warehouse: notice.warehouse,
    contractPaymentOn: notice.contractPaymentOn,
    address: notice.address,
  }),
  line: (line, open) => ({
    ...carryPriced(line, open),
    warehouse: line.warehouse,
    ...carryTracked(line, open),
    remark: line.remark,
  }),
})
