import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesExchange } from '../documents/sales-exchange.ts'
import { carryHead } from './carry-head.ts'

/** The replacement leaves, and the promise is kept. */
export const exchangeToDelivery = defineFlow({
  name: 'salesExchangeToDelivery',
  label: '下推补发出库',
  english: 'Send the replacement',
  from: salesExchange,
  to: salesDelivery,
  measure: goodsMeasure,
  fulfilsPlan: 'demand',
  opens: (line) => line.direction === 'out',
  header: (exchange) => ({ ...carryHead(exchange), warehouse: exchange.warehouse }),
  line: (line, open) => ({
    ...carryPriced(line, open),
    warehouse: line.warehouse,
    ...carryTracked(line, open),
    remark: line.remark,
  }),
})
