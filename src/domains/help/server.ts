import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { runChooseIndustry, runIndustryChoices } from './calls/industry-calls.run.ts'
import { runFindHelp, runReadHelp } from './calls/library-calls.run.ts'
import { runMarkTour, runSeenTours } from './calls/mark-calls.run.ts'
import {
  runBeginAnew,
  runBeginTrial,
  runCompanyUse,
  runKeepTrial,
  runOpenPractice,
  runPracticeProgress,
} from './calls/practice-calls.run.ts'
import {
  runHelpDesk,
  runReadTicket,
  runReplyTicket,
  runSendFeedback,
  runSetHelpDesk,
  runSolveTicket,
  runTickets,
  ticketFollowUp,
} from './calls/ticket-calls.run.ts'
import { mailTickets } from './desk/mail-ticket.ts'
import { help } from './index.ts'
import { barOfUse } from './practice/company-use.ts'
import { helpTables } from './tables.ts'
import { termPhrases, terms } from './terms/terms.ts'

export { industries } from './industries/industries.ts'

export const helpServer: ServerDomain = {
  name: help.name,
  terms,
  phrases: termPhrases,
  tables: helpTables,
  bars: [barOfUse],
  calls: [
    runFindHelp,
    runReadHelp,
    runSeenTours,
    runMarkTour,
    runIndustryChoices,
    runChooseIndustry,
    runSendFeedback,
    runTickets,
    runReadTicket,
    runReplyTicket,
    runSolveTicket,
    runHelpDesk,
    runSetHelpDesk,
    runOpenPractice,
    runBeginTrial,
    runKeepTrial,
    runBeginAnew,
    runCompanyUse,
    runPracticeProgress,
  ],
  noticeKinds: [{ name: 'ticket', label: '工单', english: 'Tickets' }],
  followUps: { [ticketFollowUp]: mailTickets },
}
