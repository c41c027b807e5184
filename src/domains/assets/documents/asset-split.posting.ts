import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import type { TermsBasis } from '../../../ledgers/asset/asset-terms.ts'
import { cardIn, termsOfCard } from '../rules/terms-of-card.ts'
import { assetSplit } from './asset-split.ts'

const basisOf = (
  base: Decimal | null,
  residual: Decimal | null,
  months: number | null,
  index: number | null,
): TermsBasis => ({
  base: (base ?? zero).toString(),
  residual: (residual ?? zero).toString(),
  months: months ?? 0,
  index: index ?? 0,
})

/** What leaves one card comes onto the others; the accounts do not change, and each schedule goes on with its share. */
export const postAssetSplit = definePosting(assetSplit, function* ({ header, lines, lookup }) {
  const source = cardIn({ lookup }, header.asset)
  if (source === undefined) return
  const sort = source.category.kind
  const terms = termsOfCard(source.card, source.category, header.date)
  const of = { asset: header.asset, sort }
  for (const line of lines) {
    const [depreciation, impairment] = [line.depreciation ?? zero, line.impairment ?? zero]
    const part = { line, asset: line.newAsset, sort }
    yield asset.value({ ...of, line, amount: line.value.neg(), quantity: line.quantity.neg() })
    yield asset.value({ ...part, amount: line.value, quantity: line.quantity })
    if (!depreciation.isZero()) {
      yield asset.depreciation({ ...of, line, amount: depreciation.neg() })
      yield asset.depreciation({ ...part, amount: depreciation })
    }
    if (!impairment.isZero()) {
      yield asset.impairment({ ...of, line, amount: impairment.neg() })
      yield asset.impairment({ ...part, amount: impairment })
    }
    const found = cardIn({ lookup }, line.newAsset)
    const isOwn = found !== undefined && (found.card.department !== null || found.card.shares.length > 0)
    const shares = isOwn ? termsOfCard(found.card, found.category, header.date).shares : terms.shares
    const basis = basisOf(line.base, line.residual, line.months, line.index)
    yield asset.terms({ ...part, terms: { ...terms, used: line.used ?? 0, basis, shares } })
  }
  if (sum(lines.map((line) => line.value)).isZero()) return
  const basis = basisOf(header.restBase, header.restResidual, header.restMonths, header.restIndex)
  yield asset.terms({ ...of, line: null, terms: { ...terms, basis } })
})
