import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkAssetCard, checkAssetCategory } from './cards/card.checks.ts'
import { checkAssetAcquisition } from './documents/asset-acquisition.checks.ts'
import { postAssetAcquisition } from './documents/asset-acquisition.posting.ts'
import { checkAssetUsage } from './documents/asset-usage.checks.ts'
import { postAssetUsage } from './documents/asset-usage.posting.ts'
import { checkAssetChange } from './documents/asset-change.checks.ts'
import { postAssetChange } from './documents/asset-change.posting.ts'
import { completeAssetChange } from './documents/asset-change.completion.ts'
import { checkAssetSplit } from './documents/asset-split.checks.ts'
import { postAssetSplit } from './documents/asset-split.posting.ts'
import { completeAssetSplit } from './documents/asset-split.completion.ts'
import { checkAssetImpairment } from './documents/asset-impairment.checks.ts'
import { postAssetImpairment } from './documents/asset-impairment.posting.ts'
import { checkAssetCount } from './documents/asset-count.checks.ts'
import { settleAssetCount } from './documents/asset-count.found.ts'
import { checkAssetDisposal } from './documents/asset-disposal.checks.ts'
import { postAssetDisposal } from './documents/asset-disposal.posting.ts'
import { completeAssetDisposal } from './documents/asset-disposal.completion.ts'
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
import { runStartAssetCount } from './processes/start-asset-count.run.ts'
import { runAssetList } from './reports/asset-list.run.ts'
import { runAssetMovements, runAssetTies } from './reports/asset-movements.run.ts'
import { runDepreciationDetail, runDepreciationSummary } from './reports/depreciation-reports.run.ts'
import { assets } from './index.ts'

export const assetsServer: ServerDomain = {
  name: assets.name,
  postings: [
    postAssetAcquisition,
    postAssetOpening,
    postAssetDisposal,
    postAssetImpairment,
    postAssetSplit,
    postAssetChange,
    postAssetUsage,
    postDepreciation,
    postAmortization,
  ],
  checks: [
    checkAssetAcquisition,
    checkAssetOpening,
    checkAssetCount,
    checkAssetDisposal,
    checkAssetImpairment,
    checkAssetSplit,
    checkAssetChange,
    checkAssetUsage,
    checkDepreciation,
    checkAmortization,
  ],
  completions: [completeAssetChange, completeAssetSplit, completeAssetDisposal],
  consequences: [settleAssetCount],
  entityChecks: [checkAssetCard, checkAssetCategory],
  reports: [runAssetList, runDepreciationDetail, runDepreciationSummary, runAssetMovements, runAssetTies],
  processes: [runDepreciateAssets, runAmortizeAssets, runStartAssetCount],
  closeParts: [usageClose, depreciationClose, amortizationClose],
}
