import { defineDomain } from '../../kernel/definition/domain.ts'
import { voucher } from './documents/voucher.ts'
import { closingDocuments, financeProcesses, financeReports } from './finance.ts'

export { voucher } from './documents/voucher.ts'

/** 财务: what the books hold beside what business documents mean. */
export const accounting = defineDomain({
  name: 'accounting',
  label: '财务',
  documents: [voucher, ...closingDocuments],
  reports: [...financeReports],
  processes: [...financeProcesses],
})
