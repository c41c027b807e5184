import type { HeaderOf } from '../../../kernel/definition/record.ts'
import type { quotation } from '../documents/quotation.ts'

type Head = Pick<
  HeaderOf<typeof quotation>,
  'customer' | 'salesperson' | 'department' | 'priceIncludesTax' | 'paymentTerms'
>

/** What every document of a sale takes over from the one before it. */
export const carryHead = (header: Head): Head => ({
  customer: header.customer,
  salesperson: header.salesperson,
  department: header.department,
  priceIncludesTax: header.priceIncludesTax,
  paymentTerms: header.paymentTerms,
})
