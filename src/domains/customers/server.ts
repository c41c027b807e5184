import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkLead, leadBecomesCustomer } from './documents/lead.checks.ts'
import { customers } from './index.ts'
import { runForgetPerson } from './processes/forget-person.run.ts'
import { runRetainPersonalData } from './processes/retain-personal-data.run.ts'

export const customersServer: ServerDomain = {
  name: customers.name,
  checks: [checkLead],
  consequences: [leadBecomesCustomer],
  processes: [runRetainPersonalData, runForgetPerson],
}
