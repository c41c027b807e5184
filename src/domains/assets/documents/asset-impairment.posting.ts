import { definePosting } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { cardIn, termsOfCard } from '../rules/terms-of-card.ts'
import { assetImpairment } from './asset-impairment.ts'

/** The loss, and depreciation from what is left of the value over what is left of the life. */
export const postAssetImpairment = definePosting(assetImpairment, function* ({ header, lines, lookup }) {
  for (const line of lines) {
    const found = cardIn({ lookup }, line.asset)
    if (found === undefined) continue
    const of = { line, asset: line.asset, sort: found.category.kind }
    yield asset.impairment({ ...of, amount: line.amount, against: 'impairmentLoss' })
    yield asset.terms({ ...of, terms: termsOfCard(found.card, found.category, header.date) })
  }
})
