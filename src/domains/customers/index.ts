import { defineDomain } from '../../kernel/definition/domain.ts'
import { lead } from './documents/lead.ts'
import { opportunity } from './documents/opportunity.ts'
import { leadToOpportunity } from './flows/lead-to-opportunity.ts'
import { opportunityToQuotation } from './flows/opportunity-to-quotation.ts'
import { forgetPersonProcess } from './processes/forget-person.ts'
import { retainPersonalDataProcess } from './processes/retain-personal-data.ts'

export { lead } from './documents/lead.ts'
export { opportunity } from './documents/opportunity.ts'

/** 客户: from someone who may want to buy to what they are offered. */
export const customers = defineDomain({
  name: 'customers',
  label: '客户',
  english: 'Customers',
  documents: [lead, opportunity],
  flows: [leadToOpportunity, opportunityToQuotation],
  processes: [retainPersonalDataProcess, forgetPersonProcess],
})
