import { definitionLabel } from '../../../ui/derive/label.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Session } from '../session/session.ts'
import type { DocumentAnswer } from './document-answer.ts'

export type DocumentReport = { readonly key: string; readonly label: string; readonly path: string }

type Asks = {
  readonly report: string
  readonly parameters: (number: string, type: string) => Readonly<Record<string, string>>
}

const versions: Asks = { report: 'sale-versions', parameters: (number, type) => ({ type, number }) }

const working: Asks = { report: 'cost-working', parameters: (document) => ({ document }) }

/** Documents whose lines move goods at a cost. */
const costed = [
  'purchaseReceipt',
  'purchaseReturn',
  'salesDelivery',
  'salesReturn',
  'salesExchange',
  'retailSale',
  'retailRefund',
  'sampleIssue',
  'consignmentOut',
  'consignmentReturn',
  'consignmentSettlement',
  'loanOut',
  'loanReturn',
  'openingStock',
  'otherReceipt',
  'otherIssue',
  'stockTransfer',
  'transferOut',
  'transferIn',
  'assembly',
  'disassembly',
  'scrap',
  'internalUse',
  'countAdjustment',
  'costAdjustment',
  'costMethodChange',
  'standardCost',
  'stockReclassification',
] as const

/** Reports about one document, by its type: what an order caused, which versions of an offer were sent. */
const reportsOf: Readonly<Record<string, readonly Asks[]>> = {
  ...Object.fromEntries(costed.map((type) => [type, [working]])),
  salesOrder: [{ report: 'order-impact', parameters: (order) => ({ order }) }],
  quotation: [versions],
  salesContract: [versions],
}

/** The reports about a document that this person may open. */
export function documentReports(
  catalogue: Catalogue,
  session: Session,
  type: string,
  answer: DocumentAnswer | null,
): readonly DocumentReport[] {
  if (answer === null) return []
  return (reportsOf[type] ?? []).flatMap(({ report: address, parameters }) => {
    const report = catalogue.reports.get(address)
    if (report === undefined || !session.may(`report.${report.name}`)) return []
    const query = new URLSearchParams({ ...parameters(answer.number, type), asked: '1' })
    return [{ key: address, label: definitionLabel(report), path: `/report/${address}?${query.toString()}` }]
  })
}
