import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkDigitalInvoice, guardDigitalInvoice, handInOnPost } from './documents/digital-invoice.checks.ts'
import { completeDigitalInvoice } from './documents/digital-invoice.completion.ts'
import { runReceiveInvoiceCode } from './inbox/receive-code.run.ts'
import { runReceiveInvoiceFiles } from './inbox/receive-files.run.ts'
import { runVerifyInvoices } from './inbox/verify-invoices.run.ts'
import { invoicing } from './index.ts'
import { runInvoicePlatform, runSaveInvoicePlatform } from './platform/platform-calls.run.ts'
import { platformTable } from './platform/platform-settings.ts'
import { runAnswerRedConfirmation } from './processes/answer-red-confirmation.run.ts'
import { runIssueDigitalInvoices } from './processes/issue-digital-invoices.run.ts'
import { runInputVatTicks } from './reports/input-vat-ticks.run.ts'
import { runInvoiceArchive } from './reports/invoice-archive.run.ts'
import { runInvoiceDownload } from './sending/invoice-download.run.ts'
import { runSendDigitalInvoice, runSendInvoices } from './sending/send-invoices.run.ts'
import { sendingTable } from './sending/sending-table.ts'
import { invoicingTables } from './tables.ts'

export { openLocalBureau } from './bureau/local-bureau.ts'
export { offerLocalBureau } from './platform/platform-settings.ts'
export type { LeqiAccess } from './platform/leqi-platform.ts'

export const invoicingServer: ServerDomain = {
  name: invoicing.name,
  tables: [...invoicingTables, platformTable, sendingTable],
  checks: [checkDigitalInvoice],
  consequences: [handInOnPost],
  guards: [guardDigitalInvoice],
  completions: [completeDigitalInvoice],
  reports: [runInvoiceArchive, runInputVatTicks],
  processes: [runIssueDigitalInvoices, runSendInvoices, runVerifyInvoices],
  publicLinks: [runInvoiceDownload],
  calls: [
    runReceiveInvoiceCode,
    runReceiveInvoiceFiles,
    runSendDigitalInvoice,
    runAnswerRedConfirmation,
    runInvoicePlatform,
    runSaveInvoicePlatform,
  ],
  noticeKinds: [
    { name: 'digitalInvoice', label: '数电票未开成', english: 'Invoices not issued' },
    { name: 'invoiceSending', label: '数电票发不出', english: 'Invoices not sent' },
  ],
}
