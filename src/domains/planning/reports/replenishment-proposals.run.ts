import { cents } from '../../../base/money.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { priceSources } from '../../purchasing/index.ts'
import { readProposals } from '../supply/proposals.ts'
import { replenishmentProposals } from './replenishment-proposals.ts'
import { within } from './within.ts'

export const runReplenishmentProposals = defineReportRun(replenishmentProposals, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const proposals = await readProposals(work, today, {
    days: within('days', parameters.days ?? 90, 1, 730),
    coverDays: within('coverDays', parameters.coverDays ?? 30, 0, 365),
    category: parameters.category ?? null,
    items: parameters.item ? [parameters.item] : null,
    supplier: parameters.supplier ?? null,
    basis: parameters.basis ?? 'average',
  })
  return {
    rows: proposals
      .filter((one) => parameters.withEnough === true || !one.quantity.isZero())
      .map((one) => ({
        itemId: one.of.item,
        itemName: `${one.of.code} ${one.of.name}`,
        spec: one.of.spec,
        unitId: one.of.unit,
        unit: one.of.unitName,
        sold: one.history.sold.toString(),
        expected: one.history.forecast?.expected.toString() ?? null,
        daily: one.daily.toString(),
        leadDays: one.history.leadDays,
        safetyStock: one.of.safetyStock.toString(),
        reorderPoint: one.reorderPoint.toString(),
        target: one.target.toString(),
        onHand: one.of.onHand.plus(one.of.frozen).toString(),
        frozen: one.of.frozen.toString(),
        inTransit: one.of.inTransit.toString(),
        requested: one.of.requested.toString(),
        demand: one.of.demand.toString(),
        available: one.available.toString(),
        quantity: one.quantity.toString(),
        minimumOrder: one.history.minimumOrder?.toString() ?? null,
        orderMultiple: one.history.orderMultiple?.toString() ?? null,
        supplierId: one.offer?.supplier ?? null,
        supplierName: one.supplierName,
        price: one.offer?.price.toString() ?? null,
        priceSource: one.offer === undefined ? null : priceSources[one.offer.source],
        amount: one.amount === null ? null : cents(one.amount).toString(),
        neededOn: one.neededOn,
        reason: one.reason,
      })),
  }
})
