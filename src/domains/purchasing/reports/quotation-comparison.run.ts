import { round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { requestForQuotation } from '../documents/request-for-quotation.ts'
import { supplierQuotation } from '../documents/supplier-quotation.ts'
import { quotationComparison } from './quotation-comparison.ts'
import { readQuotations } from './read-quotations.ts'
import type { QuotedLine } from './read-quotations.ts'

const lowest = (rows: readonly QuotedLine[]): Decimal | undefined =>
  rows.flatMap((row) => row.price ?? []).toSorted((one, other) => one.cmp(other))[0]

const soonest = (rows: readonly QuotedLine[]): number | undefined =>
  rows.flatMap((row) => (row.price === null ? [] : (row.leadDays ?? []))).toSorted((one, other) => one - other)[0]

/** Prices are of the inquiry's unit, with tax, so that suppliers who quote otherwise can be compared. */
export const runQuotationComparison = defineReportRun(quotationComparison, async ({ inquiry }, work) => {
  const found = await findDocument(work, requestForQuotation, inquiry ?? '')
  const rows = await readQuotations(work, String(found.header['id']))
  return {
    rows: [...Map.groupBy(rows, (row) => row.inquiryLine).values()].flatMap((of) => {
      const cheapest = lowest(of)
      const first = soonest(of)
      return of.map((row) => ({
        inquiryLine: row.inquiryLine,
        lineNo: row.lineNo,
        itemId: row.item,
        itemName: row.itemName,
        quantity: row.quantity.toString(),
        unit: row.unitName,
        neededOn: row.neededOn,
        supplierId: row.supplier,
        supplierName: row.supplierName,
        number: row.number,
        documentType: row.quotation === null ? null : supplierQuotation.name,
        documentId: row.quotation,
        quotationLine: row.quotationLine,
        state: row.state,
        price: row.price === null ? null : round(row.price.times(row.base).div(row.quantity), 6).toString(),
        total: row.price === null ? null : cents(row.price.times(row.base)).toString(),
        leadDays: row.leadDays,
        minimumOrder: row.minimumOrder?.toString() ?? null,
        validTo: row.validTo,
        isCheapest: row.price !== null && cheapest?.eq(row.price) === true,
        isSoonest: row.price !== null && row.leadDays !== null && row.leadDays === first,
        awarded: row.awarded,
      }))
    }),
  }
})
