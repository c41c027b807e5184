import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { closingPostings, financeProcessRuns, financeReportRuns } from './finance-server.ts'

export const accountingServer: ServerDomain = {
  name: 'accounting',
  postings: [...closingPostings],
  reports: [...financeReportRuns],
  processes: [...financeProcessRuns],
}
