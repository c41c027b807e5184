import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkAssetCard, checkAssetCategory } from './cards/card.checks.ts'
import { checkAssetAcquisition } from './documents/asset-acquisition.checks.ts'
import { postAssetAcquisition } from './documents/asset-acquisition.posting.ts'
import { checkAssetOpening } from './documents/asset-opening.checks.ts'
import { postAssetOpening } from './documents/asset-opening.posting.ts'
import { checkAmortization, checkDepreciation } from './documents/depreciation.checks.ts'
import { postAmortization, postDepreciation } from './documents/depreciation.posting.ts'
import {
  amortizationClose,
  depreciationClose,
  runAmortizeAssets,
  runDepreciateAssets,
  usageClose,
} from './processes/charge-assets.run.ts'
import { assets } from './index.ts'

export const assetsServer: ServerDomain = {
  name: assets.name,
  postings: [postAssetAcquisition, postAssetOpening, postDepreciation, postAmortization],
  checks: [checkAssetAcquisition, checkAssetOpening, checkDepreciation, checkAmortization],
  entityChecks: [checkAssetCard, checkAssetCategory],
  processes: [runDepreciateAssets, runAmortizeAssets],
  closeParts: [usageClose, depreciationClose, amortizationClose],
}
