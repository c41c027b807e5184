import { defineDomain } from '../../kernel/definition/domain.ts'
import { eliminationEntry } from './documents/elimination-entry.ts'
import { affiliate } from './entities/affiliate.ts'
import { consolidationGroup } from './entities/consolidation-group.ts'
import { statementMapping } from './entities/statement-mapping.ts'
import { consolidateProcess } from './processes/consolidate.ts'
import {
  consolidatedBalanceSheet,
  consolidatedCashFlow,
  consolidatedIncomeStatement,
  consolidatedLine,
  consolidationWorkingPaper,
} from './reports/consolidated.ts'
import { intercompanyBalances, intercompanyDocuments, profitInStock } from './reports/intercompany.ts'
import { memberDocument, memberReports } from './reports/member-reports.ts'

export { eliminationEntry } from './documents/elimination-entry.ts'
export { affiliate } from './entities/affiliate.ts'
export { consolidationGroup } from './entities/consolidation-group.ts'
export { statementMapping } from './entities/statement-mapping.ts'

/** 集团: several companies on one server, what they have with each other, and what they are together. */
export const group = defineDomain({
  name: 'group',
  label: '集团',
  entities: [affiliate, consolidationGroup, statementMapping],
  documents: [eliminationEntry],
  reports: [
    consolidatedBalanceSheet,
    consolidatedIncomeStatement,
    consolidatedCashFlow,
    consolidationWorkingPaper,
    consolidatedLine,
    intercompanyBalances,
    intercompanyDocuments,
    profitInStock,
    ...memberReports.map((one) => one.definition),
    memberDocument,
  ],
  processes: [consolidateProcess],
})
