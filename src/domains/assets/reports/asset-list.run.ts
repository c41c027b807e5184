import { monthOf } from '../../../base/calendar-date.ts'
import { sum, zero } from '../../../base/decimal.ts'
import type { Period } from '../../../base/period.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { depreciationMethods } from '../../../ledgers/dimensions/asset.ts'
import { readCards } from '../cards/read-cards.ts'
import { readHistories } from '../cards/read-histories.ts'
import { chargeIn, termsIn, usedMonths, worthIn } from '../rules/card-history.ts'
import { assetList } from './asset-list.ts'

/** After everything a card's history says. */
const afterAll = '9999-12' as Period

export const runAssetList = defineReportRun(assetList, async (parameters, work) => {
  const asOf = parameters.asOf ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const month = monthOf(asOf)
  const only = parameters.card ? [parameters.card] : undefined
  const [cards, read] = await Promise.all([
    readCards(work, { ...parameters, ids: only }),
    readHistories(work, { through: asOf, assets: only }),
  ])
  const histories = new Map(read.map((history) => [history.asset, history]))
  const rows = cards.flatMap((card) => {
    const history = histories.get(card.id)
    if (history === undefined) return []
    const worth = worthIn(history, afterAll)
    const isGone = !worth.value.gt(zero)
    if (isGone && (parameters.disposed !== true || termsIn(history, afterAll) === null)) return []
    const terms = termsIn(history, month) ?? termsIn(history, afterAll)
    const charged = history.charges.get(month) ?? chargeIn(history, month)?.amount ?? zero
    return [
      {
        type: 'assetCard',
        id: card.id,
        code: card.code,
        name: card.name,
        category: card.category,
        spec: card.spec,
        department: card.department,
        location: card.location,
        keeper: card.keeper,
        startedOn: card.started_on,
        method: terms === null ? null : depreciationMethods[terms.method],
        life: terms?.life ?? null,
        used: usedMonths(history, afterAll),
        quantity: worth.quantity.toString(),
        value: worth.value.toString(),
        depreciation: worth.depreciation.toString(),
        impairment: worth.impairment.isZero() ? null : worth.impairment.toString(),
        net: worth.net.toString(),
        monthly: charged.toString(),
      },
    ]
  })
  const total = (name: 'value' | 'depreciation' | 'impairment' | 'net' | 'monthly') =>
    sum(rows.map((row) => row[name] ?? '0')).toString()
  return {
    rows,
    totals: {
      code: '合计',
      value: total('value'),
      depreciation: total('depreciation'),
      impairment: total('impairment'),
      net: total('net'),
      monthly: total('monthly'),
    },
    notes: [`截至 ${asOf}，共 ${rows.length} 张卡片`],
  }
})
