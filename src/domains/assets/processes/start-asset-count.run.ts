import { zero } from '../../../base/decimal.ts'
import type { Period } from '../../../base/period.ts'
import { invalid } from '../../../kernel/definition/problem.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { readCards } from '../cards/read-cards.ts'
import { readHistories } from '../cards/read-histories.ts'
import { assetCount } from '../documents/asset-count.ts'
import { worthIn } from '../rules/card-history.ts'
import { startAssetCountProcess } from './start-asset-count.ts'

/** After everything a card's history says. */
const afterAll = '9999-12' as Period

export const runStartAssetCount = defineProcessRun(startAssetCountProcess, async (parameters, inWork, progress) => {
  await progress.report(0, 1)
  const made = await inWork(async (work) => {
    const [cards, histories] = await Promise.all([
      readCards(work, { ...parameters, kind: 'fixed' }),
      readHistories(work, { sorts: ['fixed'] }),
    ])
    const worths = new Map(histories.map((history) => [history.asset, worthIn(history, afterAll)]))
    const lines = cards.flatMap((card) => {
      const worth = worths.get(card.id)
      return worth === undefined || !worth.value.gt(zero)
        ? []
        : [{ asset: card.id, location: card.location, bookQuantity: worth.quantity.toString() }]
    })
    if (lines.length === 0) throw invalid('没有符合条件的在用资产', 'No asset in use is meant')
    const named = [...new Set(cards.map((card) => card.category))].slice(0, 3).join('、')
    const scope = [parameters.location, named].filter((part) => (part ?? '') !== '').join('，')
    return createDocument(work, assetCount, { scope, employee: parameters.employee ?? null, lines })
  })
  await progress.report(1, 1)
  const [id, number] = [String(made.header['id']), String(made.header['number'])]
  return { document: number, documents: [{ type: assetCount.name, id, number }] }
})
