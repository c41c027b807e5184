import { daysBetween } from '../../../base/calendar-date.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { dueToInvoice } from './due-to-invoice.ts'
import { notInvoiced } from './not-invoiced.ts'

const kinds: Readonly<Record<string, string>> = { special: '专用发票', ordinary: '普通发票', none: '不开票' }

export const runDueToInvoice = defineReportRun(dueToInvoice, async (parameters, work) => {
  const asOf = parameters.asOf ?? work.clock.today()
  const rows = await notInvoiced(work, asOf)
  const shown = rows.filter(
    (row) =>
      (!parameters.customer || row.customer_id === parameters.customer) &&
      (!parameters.salesperson || row.salesperson_id === parameters.salesperson) &&
      (parameters.show !== 'due' || (row.invoice_on <= asOf && row.invoice_kind !== 'none')),
  )
  return {
    rows: shown.map((row) => ({
      customerName: row.customer,
      documentType: row.type,
      documentId: row.id,
      documentNumber: row.number,
      date: row.date,
      invoiceKind: kinds[row.invoice_kind ?? ''] ?? null,
      gross: row.gross,
      invoiced: row.invoiced,
      open: row.open,
      invoiceOn: row.invoice_on,
      days: row.invoice_on < asOf ? daysBetween(row.invoice_on, asOf) : 0,
      salespersonName: row.salesperson,
    })),
    notes: [`截至 ${asOf}，共 ${shown.length} 张`],
  }
})
