import { definePublicLink } from '../../../kernel/definition/public-link.ts'
import { salesOrder } from '../documents/sales-order.ts'

/** 订单进度: lets the customer follow an order, and sign for what arrives. */
export const orderProgress = definePublicLink({
  name: 'orderProgress',
  label: '订单进度与签收',
  english: 'Order progress and sign-off',
  subject: salesOrder,
  parameters: {},
  days: 60,
  help: '客户打开链接可看审核、发货、签收到哪一步，并对送到的货签收',
})
