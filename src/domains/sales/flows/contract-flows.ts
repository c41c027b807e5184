import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { quotation } from '../documents/quotation.ts'
import { salesContract } from '../documents/sales-contract.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'

/** What we offered is agreed in writing. */
export const quotationToContract = defineFlow({
  name: 'quotationToContract',
  label: '下推合同',
  english: 'Contract',
  from: quotation,
  to: salesContract,
  measure: goodsMeasure,
  exceptional: true,
  header: (offer) => ({
    ...carryHead(offer),
    deliverOn: offer.deliverOn,
    address: offer.address,
    paymentMethod: offer.paymentMethod,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})

/** What is ordered is put in writing. */
export const orderToContract = defineFlow({
  name: 'salesOrderToContract',
  label: '生成合同',
  english: 'Contract',
  from: salesOrder,
  to: salesContract,
  measure: goodsMeasure,
  exceptional: true,
  header: (order) => ({
    ...carryHead(order),
    contractNumber: order.contractNumber,
    contractPaymentOn: order.contractPaymentOn,
    deliverOn: order.promisedOn,
    address: order.address,
    paymentMethod: order.paymentMethod,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), deliverOn: line.promisedOn, remark: line.remark }),
})

/** What was agreed is called off by orders. */
export const contractToOrder = defineFlow({
  name: 'salesContractToOrder',
  label: '下推订单',
  english: 'Order',
  from: salesContract,
  to: salesOrder,
  measure: goodsMeasure,
  header: (contract) => ({
    ...carryHead(contract),
    contractNumber: contract.contractNumber ?? contract.number,
    contractPaymentOn: contract.contractPaymentOn,
    promisedOn: contract.deliverOn,
    address: contract.address,
    paymentMethod: contract.paymentMethod,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), promisedOn: line.deliverOn, remark: line.remark }),
})
