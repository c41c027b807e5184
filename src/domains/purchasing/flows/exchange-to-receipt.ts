import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { purchaseExchange } from '../documents/purchase-exchange.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { carryHead } from './carry-head.ts'

/** What the supplier owes for what went back arrives, at the cost of what it replaces. */
export const exchangeToReceipt = defineFlow({
  name: 'purchaseExchangeToReceipt',
  label: '下推补货入库',
  english: 'Receive the replacement',
  from: purchaseExchange,
  to: purchaseReceipt,
  measure: goodsMeasure,
  fulfilsPlan: 'supply',
  amount: 'cost',
  header: (exchange) => ({ ...carryHead({ ...exchange, paymentTerms: null }), warehouse: exchange.warehouse }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
