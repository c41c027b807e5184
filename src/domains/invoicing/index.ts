import { defineDomain } from '../../kernel/definition/domain.ts'
import { digitalInvoice } from './documents/digital-invoice.ts'
import { invoiceRule } from './entities/invoice-rule.ts'
import { allowanceToDigital, invoiceToDigital, refundToDigital, retailToDigital } from './flows/bill-to-digital.ts'
import { receiveInvoiceCode } from './inbox/receive-code.ts'
import { receiveInvoiceFiles } from './inbox/receive-files.ts'
import { verifyInvoices } from './inbox/verify-invoices.ts'
import { invoicePlatformCall, saveInvoicePlatform } from './platform/platform-calls.ts'
import { answerRedConfirmation } from './processes/answer-red-confirmation.ts'
import { issueDigitalInvoices } from './processes/issue-digital-invoices.ts'
import { inputVatTicks } from './reports/input-vat-ticks.ts'
import { invoiceArchive } from './reports/invoice-archive.ts'
import { invoiceDownload, sendDigitalInvoice, sendInvoicesProcess } from './sending/send-invoices.ts'

export { digitalInvoice, issueStates, sendingStates } from './documents/digital-invoice.ts'
export { invoiceRule } from './entities/invoice-rule.ts'
export { receiveInvoiceCode } from './inbox/receive-code.ts'
export { receiveInvoiceFiles } from './inbox/receive-files.ts'
export { saveInvoicePlatform } from './platform/platform-calls.ts'
export { answerRedConfirmation } from './processes/answer-red-confirmation.ts'
export { invoiceDownload, sendDigitalInvoice } from './sending/send-invoices.ts'

/** 发票: invoices as they go out to the tax bureau and to customers, as they come in, and as they are kept. */
export const invoicing = defineDomain({
  name: 'invoicing',
  label: '发票',
  english: 'Invoices',
  entities: [invoiceRule],
  documents: [digitalInvoice],
  flows: [invoiceToDigital, allowanceToDigital, retailToDigital, refundToDigital],
  reports: [invoiceArchive, inputVatTicks],
  processes: [issueDigitalInvoices, sendInvoicesProcess, verifyInvoices],
  publicLinks: [invoiceDownload],
  calls: [
    receiveInvoiceCode,
    receiveInvoiceFiles,
    sendDigitalInvoice,
    answerRedConfirmation,
    invoicePlatformCall,
    saveInvoicePlatform,
  ],
})
