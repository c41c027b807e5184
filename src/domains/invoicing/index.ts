import { defineDomain } from '../../kernel/definition/domain.ts'
import { invoiceRule } from './entities/invoice-rule.ts'
import { receiveInvoiceFiles } from './inbox/receive-files.ts'
import { verifyInvoices } from './inbox/verify-invoices.ts'
import { invoicePlatformCall, saveInvoicePlatform } from './platform/platform-calls.ts'

export { invoiceRule } from './entities/invoice-rule.ts'
export { receiveInvoiceFiles } from './inbox/receive-files.ts'

/** 发票: invoices as they go out to the tax bureau and to customers, as they come in, and as they are kept. */
export const invoicing = defineDomain({
  name: 'invoicing',
  label: '发票',
  english: 'Invoices',
  entities: [invoiceRule],
  processes: [verifyInvoices],
  calls: [receiveInvoiceFiles, invoicePlatformCall, saveInvoicePlatform],
})
