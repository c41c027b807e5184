import { monthOf } from '../../../base/calendar-date.ts'
import { next } from '../../../base/period.ts'
import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { cardIn, termsOfCard } from '../rules/terms-of-card.ts'
import { assetOpening } from './asset-opening.ts'

/** Cost and depreciation so far against the opening; depreciation goes on where it was. */
export const postAssetOpening = definePosting(assetOpening, function* ({ header, lines, lookup }) {
  const against = 'openingBalance'
  for (const line of lines) {
    const found = cardIn({ lookup }, line.asset)
    if (found === undefined) continue
    const of = { line, asset: line.asset, sort: found.category.kind }
    yield asset.value({ ...of, amount: line.value, quantity: line.quantity, against })
    const depreciation = line.depreciation ?? zero
    if (!depreciation.isZero()) yield asset.depreciation({ ...of, amount: depreciation, against })
    const terms = termsOfCard(found.card, found.category, header.date)
    yield asset.terms({
      ...of,
      terms: {
        ...terms,
        from: next(monthOf(header.date)),
        used: line.usedMonths,
        usedUnits: (line.usedUnits ?? zero).toString(),
      },
    })
  }
})
