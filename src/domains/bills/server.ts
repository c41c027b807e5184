import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { billsTie } from './checks/bills-tie.ts'
import { billsChecks } from './documents/bills.checks.ts'
import { postNoteEvent } from './documents/note-event.posting.ts'
import { postNoteIssued } from './documents/note-issued.posting.ts'
import { postNoteReceived } from './documents/note-received.posting.ts'
import { runCloseMaturedBills, runRemindBills } from './processes/close-matured-bills.run.ts'
import { runBillRegister, runBillsDue } from './reports/bill-register.run.ts'
import { bills } from './index.ts'

export const billsServer: ServerDomain = {
  name: bills.name,
  postings: [postNoteReceived, postNoteIssued, postNoteEvent],
  noticeKinds: [{ name: 'billDue', label: '票据到期', english: 'Bills that mature' }],
  checks: billsChecks,
  reports: [runBillRegister, runBillsDue],
  processes: [runCloseMaturedBills, runRemindBills],
  bookChecks: [billsTie],
}
