import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { goodsOut } from './goods-out.posting.ts'
import { loanOut } from './loan-out.ts'
import { salesDelivery } from './sales-delivery.ts'

/**
 * Goods out at cost; the customer owes the price. VAT that is not due yet is pending. Where receivables wait for the
 * invoice, the goods are shipped at cost, and only VAT that is due is owed already.
 */
export const postSalesDelivery = definePosting(salesDelivery, function* (input) {
  const { header, lines } = input
  const giftsOnly = lines.every((line) => line.isGift === true)
  for (const line of lines) {
    yield* goodsOut({
      line,
      net: line.net ?? zero,
      tax: line.tax ?? zero,
      customer: header.customer,
      warehouse: line.warehouse ?? header.warehouse,
      ...(input.source(loanOut, line) === undefined ? {} : { place: 'lent' as const }),
      due: header.dueOn,
      basis: header.receivableBasis ?? 'delivery',
      pending: line.pendingTax ?? zero,
      giftsOnly,
      isReturn: false,
      settings: input.settings,
      lookup: input.lookup,
    })
  }
})
