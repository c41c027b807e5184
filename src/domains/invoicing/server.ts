import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { runReceiveInvoiceFiles } from './inbox/receive-files.run.ts'
import { runVerifyInvoices } from './inbox/verify-invoices.run.ts'
import { invoicing } from './index.ts'
import { runInvoicePlatform, runSaveInvoicePlatform } from './platform/platform-calls.run.ts'
import { platformTable } from './platform/platform-settings.ts'
import { invoicingTables } from './tables.ts'

export { openLocalBureau } from './bureau/local-bureau.ts'
export { offerLocalBureau } from './platform/platform-settings.ts'

export const invoicingServer: ServerDomain = {
  name: invoicing.name,
  tables: [...invoicingTables, platformTable],
  processes: [runVerifyInvoices],
  calls: [runReceiveInvoiceFiles, runInvoicePlatform, runSaveInvoicePlatform],
}
