import { isUuid } from '../../../base/id.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readOffers } from '../offers/read-offers.ts'
import { bestOffer, offersBySupplier, priceSources } from '../rules/best-offer.ts'
import { purchaseOffers } from './purchase-offers.ts'

/** A purchase price is a cost: who may not see costs is told nothing. */
export const runPurchaseOffers = defineReportRun(purchaseOffers, async (parameters, work) => {
  const named = [...(parameters.items?.split(',').filter(isUuid) ?? []), ...(parameters.item ? [parameters.item] : [])]
  if (named.length === 0 || !work.actor.may('cost.see')) return { rows: [] }
  const on = parameters.on ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const offers = await readOffers(work, named, on, parameters.supplier ?? null)
  const [items, parties] = await Promise.all(
    [
      `select id, code || ' ' || name as name from item where company_id = $1 and id = any($2::uuid[])`,
      `select id, name from party where company_id = $1 and id = any($2::uuid[])`,
    ].map((sql, at) =>
      work.tx.rows<{ id: string; name: string }>(sql, [
        work.company,
        at === 0 ? named : [...offers.values()].flatMap((own) => own.map((offer) => offer.supplier)),
      ]),
    ),
  )
  const names = new Map([...(items ?? []), ...(parties ?? [])].map((row) => [row.id, row.name]))
  const quantity = parameters.quantity ?? null
  return {
    rows: named.flatMap((item) => {
      const own = offers.get(item) ?? []
      const best = bestOffer(own, quantity)
      return offersBySupplier(own, quantity).map((offer) => ({
        itemId: item,
        itemName: names.get(item) ?? '',
        supplierId: offer.supplier,
        supplierName: names.get(offer.supplier) ?? '',
        sourceKey: offer.source,
        source: priceSources[offer.source],
        number: offer.number,
        line: offer.line,
        price: offer.price.toString(),
        from: offer.from.toString(),
        leadDays: offer.leadDays,
        minimumOrder: offer.minimumOrder?.toString() ?? null,
        orderMultiple: offer.orderMultiple?.toString() ?? null,
        isPreferred: offer.isPreferred,
        isBest: offer === best,
      }))
    }),
  }
})
