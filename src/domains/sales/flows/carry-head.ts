import type { HeaderOf } from '../../../kernel/definition/record.ts'
import type { quotation } from '../documents/quotation.ts'

type Head = Pick<
  HeaderOf<typeof quotation>,
  'customer' | 'currency' | 'salesperson' | 'department' | 'priceIncludesTax' | 'paymentTerms'
>

/** What every document of a sale takes over from the one before it; the rate is that of its own day. */
export const carryHead = (header: Head): Head => ({
  customer: header.customer,
  currency: header.currency,
  salesperson: header.salesperson,
  department: header.department,
  priceIncludesTax: header.priceIncludesTax,
  paymentTerms: header.paymentTerms,
})
