import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { incomingInvoice } from '../documents/incoming-invoice.ts'
import { compareInvoice } from '../matching/invoice-in-hand.ts'
import type { ComparedInvoice } from '../matching/invoice-in-hand.ts'
import { matchReasons } from '../rules/match-invoice.ts'
import { invoiceDifferences } from './invoice-differences.ts'

const most = 300

const perUnit = (net: Decimal | null, quantity: Decimal | null): string | null =>
  net === null || quantity === null || quantity.isZero() ? null : net.div(quantity).toDecimalPlaces(4).toString()

/** What the supplier calls it; the specification is often in the name already. */
const wordsOf = ({ goodsName, spec }: { readonly goodsName: string; readonly spec: string | null }): string =>
  spec === null || goodsName.includes(spec) ? goodsName : `${goodsName} ${spec}`

const rowsOf = ({ record, outcome, received }: ComparedInvoice): ReportRow[] => {
  const { header, lines } = asDocument(incomingInvoice, record)
  const byId = new Map<string, (typeof lines)[number]>(lines.map((line) => [line.id, line]))
  const byLine = new Map(received.map((each) => [each.line, each]))
  const about = {
    seller: header.sellerName,
    invoiceNumber: header.invoiceNumber,
    number: header.number,
    documentType: incomingInvoice.name,
    documentId: header.id,
    invoicedOn: header.invoicedOn,
    state: header.matchState,
    note: header.matchState === 'disputed' ? header.matchNote : null,
  }
  return outcome.findings.map((finding) => {
    const of = finding.lines.flatMap((id) => byId.get(id) ?? [])
    const near = finding.near.flatMap((line) => byLine.get(line) ?? [])
    const quantity = sum(of.map((line) => line.quantity ?? zero))
    const net = sum(of.map((line) => line.net))
    const names = new Set(near.map((each) => each.label))
    return {
      ...about,
      reasonName: finding.reason,
      reason: matchReasons[finding.reason],
      goods: of.map(wordsOf).join('；'),
      quantity: quantity.toString(),
      price: perUnit(net, quantity),
      net: net.toString(),
      item: [...names].join('；') || null,
      receipts: [...new Set(near.map((each) => each.receipt))].join('、') || null,
      expectedQuantity: finding.expectedQuantity?.toDecimalPlaces(6).toString() ?? null,
      expectedPrice: perUnit(finding.expectedNet, finding.expectedQuantity),
      expectedNet: finding.expectedNet?.toDecimalPlaces(2).toString() ?? null,
      difference: finding.expectedNet === null ? null : net.minus(finding.expectedNet).toDecimalPlaces(2).toString(),
    }
  })
}

const differing = (work: Work, supplier: string | null, state: string | null) =>
  work.tx.rows<{ id: string }>(
    `select id from incoming_invoice where company_id = $1 and state <> 'void' and match_state in ('difference', 'disputed')
       and ($2::uuid is null or supplier = $2) and ($3::text is null or match_state = $3)
     order by invoiced_on, number limit ${most}`,
    [work.company, supplier, state],
  )

export const runInvoiceDifferences = defineReportRun(invoiceDifferences, async (parameters, work) => {
  const found = await differing(work, parameters.supplier ?? null, parameters.state ?? null)
  const rows: ReportRow[] = []
  for (const { id } of found) {
    const record = await findDocument(work, incomingInvoice, id)
    const compared = await compareInvoice(work, record)
    // What fits by now is told as well, so that a new run is known to help.
    const fits = { reason: '已相符，请重新匹配', reasonName: 'fits' }
    const { header } = asDocument(incomingInvoice, record)
    const about = {
      seller: header.sellerName,
      invoiceNumber: header.invoiceNumber,
      number: header.number,
      documentType: incomingInvoice.name,
      documentId: header.id,
      invoicedOn: header.invoicedOn,
      state: header.matchState,
    }
    rows.push(...(compared.outcome.findings.length === 0 ? [{ ...about, ...fits }] : rowsOf(compared)))
  }
  return { rows, notes: [`共 ${found.length} 张发票有差异`] }
})
