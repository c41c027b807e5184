import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineConsequence } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { salesOrder } from '../../sales/index.ts'
import { collection } from './collection.ts'

const orderOf = async (work: Work, number: string) => {
  const [found] = await work.tx.rows<{ id: string; customer: string }>(
    `select id, customer from sales_order where company_id = $1 and number = $2 and state <> 'void'`,
    [work.company, number],
  )
  return found
}

/** 订金 belongs to an order of the customer who pays it. */
export const checkDeposit = defineCheck(collection, async ({ header }, work) => {
  if (header.salesOrder === null) return []
  const order = await orderOf(work, header.salesOrder)
  if (order === undefined) return [fieldProblem('salesOrder', '没有这张销售订单', 'there is no such sales order')]
  return order.customer === header.customer
    ? []
    : [fieldProblem('salesOrder', '不是该客户的订单', 'is an order of another customer')]
})

/** The advance is found from its order, and the order from the advance. */
export const depositOfOrder = defineConsequence(collection, async ({ header }, work) => {
  if (header.salesOrder === null) return
  const order = await orderOf(work, header.salesOrder)
  if (order === undefined) return
  link(work, { type: salesOrder.name, id: order.id }, { type: collection.name, id: header.id }, 'caused')
})
