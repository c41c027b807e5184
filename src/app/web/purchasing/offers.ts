import { api } from '../../../ui/api/client.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'

/** What a supplier asks for an item: of a base unit, with tax. */
export type Offer = {
  readonly item: string
  readonly supplier: string
  readonly supplierName: string
  readonly price: string
  readonly source: string
  readonly leadDays: string
  readonly minimumOrder: string
  readonly orderMultiple: string
}

const blockSize = 100

/** The best offer of each supplier, item by item, the best first. Who may not see prices gets none. */
export async function fetchOffers(
  items: readonly string[],
  asked: { readonly supplier?: string; readonly quantity?: string; readonly on?: string } = {},
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly Offer[]>> {
  // An address holds only so many items.
  const blocks = Array.from({ length: Math.ceil(items.length / blockSize) }, (_, index) =>
    items.slice(index * blockSize, (index + 1) * blockSize),
  )
  const answers = await Promise.all(
    blocks.map((block) => api.report<ReportAnswer>('purchase-offers', { items: block.join(','), ...asked }, signal)),
  )
  const offers = answers.flatMap(({ rows }) =>
    rows.map((row) => ({
      item: cell(row, 'itemId'),
      supplier: cell(row, 'supplierId'),
      supplierName: cell(row, 'supplierName'),
      price: cell(row, 'price'),
      source: cell(row, 'source'),
      leadDays: cell(row, 'leadDays'),
      minimumOrder: cell(row, 'minimumOrder'),
      orderMultiple: cell(row, 'orderMultiple'),
    })),
  )
  return Map.groupBy(offers, (offer) => offer.item)
}
