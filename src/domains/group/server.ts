import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkEliminationEntry, completeEliminationEntry } from './documents/elimination-entry.checks.ts'
import { checkAffiliate, checkConsolidationGroup } from './entities/group.checks.ts'
import { group } from './index.ts'
import { mirrorFollowUps, sendToSisters } from './mirror/mirror-documents.ts'
import { runConsolidate } from './processes/consolidate.run.ts'
import { consolidatedLineRun } from './reports/consolidated-line.run.ts'
import {
  consolidatedBalanceSheetRun,
  consolidatedCashFlowRun,
  consolidatedIncomeStatementRun,
  consolidationWorkingPaperRun,
} from './reports/consolidated.run.ts'
import { intercompanyBalancesRun, intercompanyDocumentsRun, profitInStockRun } from './reports/intercompany.run.ts'
import { memberReportRuns } from './reports/member-reports.run.ts'
import { groupTables } from './tables.ts'

export const groupServer: ServerDomain = {
  name: group.name,
  tables: groupTables,
  checks: [checkEliminationEntry],
  completions: [completeEliminationEntry],
  entityChecks: [checkAffiliate, checkConsolidationGroup],
  reports: [
    consolidatedBalanceSheetRun,
    consolidatedIncomeStatementRun,
    consolidatedCashFlowRun,
    consolidationWorkingPaperRun,
    consolidatedLineRun,
    intercompanyBalancesRun,
    intercompanyDocumentsRun,
    profitInStockRun,
    ...memberReportRuns,
  ],
  processes: [runConsolidate],
  consequences: sendToSisters,
  followUps: mirrorFollowUps,
  noticeKinds: [{ name: 'sisterDocument', label: '内部交易单据', english: 'Documents of sister companies' }],
}
