import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { lead } from '../documents/lead.ts'
import { opportunity } from '../documents/opportunity.ts'

/** A lead that is worth following. */
export const leadToOpportunity = defineFlow({
  name: 'leadToOpportunity',
  label: '转商机',
  english: 'Opportunity',
  from: lead,
  to: opportunity,
  measure: goodsMeasure,
  header: (from) => ({
    customer: from.customer,
    subject: from.company,
    contact: from.contact,
    salesperson: from.salesperson,
    need: from.need,
  }),
  line: (line, open) => ({ item: line.item, quantity: open.quantity, remark: line.interest }),
})
