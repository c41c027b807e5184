import type { HeaderOf } from '../../../kernel/definition/record.ts'
import type { purchaseOrder } from '../documents/purchase-order.ts'

type Head = Pick<
  HeaderOf<typeof purchaseOrder>,
  'supplier' | 'currency' | 'buyer' | 'department' | 'priceIncludesTax' | 'invoiceKind' | 'paymentTerms'
>

/** What every document of a purchase takes over from the one before it; the rate is that of its own day. */
export const carryHead = (header: Head): Head => ({
  supplier: header.supplier,
  currency: header.currency,
  buyer: header.buyer,
  department: header.department,
  priceIncludesTax: header.priceIncludesTax,
  invoiceKind: header.invoiceKind,
  paymentTerms: header.paymentTerms,
})
