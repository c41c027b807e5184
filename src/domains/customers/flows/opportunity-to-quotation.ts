import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { quotation } from '../../sales/index.ts'
import { opportunity } from '../documents/opportunity.ts'

/** What a customer may buy is offered. */
export const opportunityToQuotation = defineFlow({
  name: 'opportunityToQuotation',
  label: '下推报价单',
  english: 'Quotation',
  from: opportunity,
  to: quotation,
  measure: goodsMeasure,
  header: (from) => ({
    customer: from.customer,
    contact: from.contact,
    salesperson: from.salesperson,
    department: from.department,
    priceIncludesTax: from.priceIncludesTax,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
