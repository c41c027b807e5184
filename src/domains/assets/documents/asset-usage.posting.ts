import { definePosting } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { sortOf } from '../rules/terms-of-card.ts'
import { assetUsage } from './asset-usage.ts'

/** Units of use, without value; the month's depreciation follows from them. */
export const postAssetUsage = definePosting(assetUsage, function* ({ lines, lookup }) {
  for (const line of lines) {
    yield asset.usage({ line, asset: line.asset, sort: sortOf({ lookup }, line.asset), quantity: line.quantity })
  }
})
