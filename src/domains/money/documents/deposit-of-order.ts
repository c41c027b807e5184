import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import { salesOrder } from '../../sales/index.ts'
import { collection } from './collection.ts'

/** 订金: money for an order is found from the order, and the order from the money. */
export const depositOfOrder = defineConsequence(collection, async ({ header }, work) => {
  if (header.orderNumber === null) return
  const [order] = await work.tx.rows<{ id: string }>(
    `select id from sales_order where company_id = $1 and number = $2 and customer = $3 and state <> 'void'`,
    [work.company, header.orderNumber, header.customer],
  )
  if (order === undefined) return
  link(work, { type: salesOrder.name, id: order.id }, { type: collection.name, id: header.id }, 'caused')
})
