import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { segments } from '../rules/rfm.ts'
import { customerSegments } from './customer-segments.ts'
import { segmentedCustomers } from './segmented-customers.run.ts'

export const runCustomerSegments = defineReportRun(customerSegments, async (parameters, work) => {
  const months = parameters.months ?? 12
  const found = await segmentedCustomers(work, months)
  const shown = parameters.segment ? found.filter((one) => one.segment === parameters.segment) : found
  return {
    rows: shown.map((one) => ({
      customer: one.customer,
      segment: segments[one.segment],
      last: one.last,
      times: one.times,
      amount: one.amount,
      recency: one.recency,
      frequency: one.frequency,
      monetary: one.monetary,
      contact: one.contact,
      phone: one.phone,
    })),
    notes: [`近 ${months} 个月，共 ${shown.length} 家`],
  }
})
