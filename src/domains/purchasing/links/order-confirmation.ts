import { definePublicLink } from '../../../kernel/definition/public-link.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'

/** 供应商确认: shows a purchase order to its supplier, who confirms it with a date for each line. */
export const orderConfirmation = definePublicLink({
  name: 'orderConfirmation',
  label: '供应商确认',
  english: 'Supplier’s confirmation',
  subject: purchaseOrder,
  parameters: {},
  days: 30,
  help: '供应商打开链接可看订单，逐行确认交期；确认的交期写回订单和计划',
})
