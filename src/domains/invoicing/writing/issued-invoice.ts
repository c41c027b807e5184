import type { InvoiceToIssue } from '../platform/invoice-platform.ts'

/** A 数电票 that was issued: what was handed in, and what the bureau added. */
export interface IssuedInvoice extends InvoiceToIssue {
  readonly issuedAt: string
  readonly bureau: string
}
