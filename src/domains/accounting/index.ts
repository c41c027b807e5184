import { defineDomain } from '../../kernel/definition/domain.ts'
import { closingDocuments, financeProcesses, financeReports } from './finance.ts'

/** 财务: vouchers, books, statements, closing. */
export const accounting = defineDomain({
  name: 'accounting',
  label: '财务',
  english: 'Accounting',
  documents: [...closingDocuments],
  reports: [...financeReports],
  processes: [...financeProcesses],
})
