import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { DrawnShare, PostingInput } from '../../../kernel/posting/proposal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { isGiftsOnly } from './gift-out.posting.ts'
import { goodsOut } from './goods-out.posting.ts'
import { loanOut } from './loan-out.ts'
import { salesDelivery } from './sales-delivery.ts'
import { salesInvoice } from './sales-invoice.ts'

type Line = PostingInput<typeof salesDelivery>['lines'][number]

/** What the delivery adds: of goods invoiced ahead the share of their invoice, in a foreign currency at the delivery's own rate. */
const netOf = ({ net }: Pick<Line, 'net'>, rate: Decimal | null, ahead: DrawnShare | undefined): Decimal =>
  (rate === null ? ahead?.amount.minus(ahead.part) : undefined) ?? net ?? zero

/**
 * Goods out at cost; the customer owes the price. VAT that is not due yet is pending. Where receivables wait for the
 * invoice, the goods are shipped at cost, and only VAT that is due is owed already. Where the invoice came first, its VAT
 * is owed and due since; only the net is news.
 */
export const postSalesDelivery = definePosting(salesDelivery, function* (input) {
  const { header, lines } = input
  const giftsOnly = isGiftsOnly(input)
  for (const line of lines) {
    const ahead = input.source(salesInvoice, line) === undefined ? undefined : input.drawn(line)
    yield* goodsOut({
      line,
      net: netOf(line, header.rate, ahead),
      tax: ahead === undefined ? (line.tax ?? zero) : zero,
      customer: header.customer,
      sold: header,
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
