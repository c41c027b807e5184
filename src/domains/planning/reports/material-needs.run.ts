import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { needOrigins, readNeeds } from '../supply/needs.ts'
import { materialNeeds } from './material-needs.ts'

export const runMaterialNeeds = defineReportRun(materialNeeds, async (parameters, work) => {
  const { origin } = parameters
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const needs = await readNeeds(
    work,
    today,
    origin && origin !== 'all' ? [origin] : ['shortage', 'forecast', 'stockAlert'],
    { items: parameters.item ? [parameters.item] : null, category: parameters.category ?? null },
  )
  return {
    rows: needs.map((need) => ({
      origin: needOrigins[need.origin],
      number: need.demand?.number ?? null,
      documentType: need.demand?.type ?? null,
      documentId: need.demand?.document ?? null,
      partyName: need.demand?.partyName ?? null,
      itemId: need.of.item,
      itemName: `${need.of.code} ${need.of.name}`,
      unit: need.of.unitName,
      neededOn: need.neededOn,
      onHand: need.of.onHand.toString(),
      inTransit: need.of.inTransit.toString(),
      requested: need.of.requested.toString(),
      demand: need.of.demand.toString(),
      quantity: need.quantity.toString(),
      reason: need.reason,
    })),
  }
})
