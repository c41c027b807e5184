import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { requestForQuotation } from '../documents/request-for-quotation.ts'
import { supplierQuotation } from '../documents/supplier-quotation.ts'

/** A supplier answers an inquiry; each of them answers the whole of it. */
export const inquiryToQuotation = defineFlow({
  name: 'requestForQuotationToQuotation',
  label: '录入供应商报价',
  english: 'Enter a quotation',
  from: requestForQuotation,
  to: supplierQuotation,
  measure: goodsMeasure,
  exceptional: true,
  keepsOpen: true,
  header: (inquiry) => ({ buyer: inquiry.buyer }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity }),
})
