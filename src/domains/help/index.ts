import { defineDomain } from '../../kernel/definition/domain.ts'
import { chooseIndustry, industryChoices } from './calls/industry-calls.ts'
import { findHelp, readHelp } from './calls/library-calls.ts'
import { markTour, seenTours } from './calls/mark-calls.ts'
import { beginAnew, beginTrial, companyUse, keepTrial, openPractice, practiceProgress } from './calls/practice-calls.ts'
import {
  helpDesk,
  readTicket,
  replyTicket,
  sendFeedback,
  setHelpDesk,
  solveTicket,
  tickets,
} from './calls/ticket-calls.ts'

/** 帮助: the guide and the know-how library inside, practice, and whoever helps. */
export const help = defineDomain({
  name: 'help',
  label: '帮助',
  english: 'Help',
  always: true,
  calls: [
    findHelp,
    readHelp,
    seenTours,
    markTour,
    industryChoices,
    chooseIndustry,
    sendFeedback,
    tickets,
    readTicket,
    replyTicket,
    solveTicket,
    helpDesk,
    setHelpDesk,
    openPractice,
    beginTrial,
    keepTrial,
    beginAnew,
    companyUse,
    practiceProgress,
  ],
})
