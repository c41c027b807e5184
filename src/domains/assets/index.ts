import { defineDomain } from '../../kernel/definition/domain.ts'
import { assetAcquisition } from './documents/asset-acquisition.ts'
import { assetUsage } from './documents/asset-usage.ts'
import { assetChange } from './documents/asset-change.ts'
import { assetSplit } from './documents/asset-split.ts'
import { assetImpairment } from './documents/asset-impairment.ts'
import { assetCount } from './documents/asset-count.ts'
import { assetDisposal } from './documents/asset-disposal.ts'
import { assetOpening } from './documents/asset-opening.ts'
import { amortization, depreciation } from './documents/depreciation.ts'
import { countToDisposal } from './flows/count-to-disposal.ts'
import { acquisitionToCertification } from './flows/acquisition-to-certification.ts'
import { amortizeAssetsProcess, depreciateAssetsProcess } from './processes/charge-assets.ts'

import { startAssetCountProcess } from './processes/start-asset-count.ts'
import { assetList } from './reports/asset-list.ts'
import { assetMovements, assetTies } from './reports/asset-movements.ts'
import { depreciationDetail, depreciationSummary } from './reports/depreciation-reports.ts'

export { assetAcquisition } from './documents/asset-acquisition.ts'
export { assetUsage } from './documents/asset-usage.ts'
export { assetChange } from './documents/asset-change.ts'
export { assetSplit } from './documents/asset-split.ts'
export { assetImpairment } from './documents/asset-impairment.ts'
export { assetCount } from './documents/asset-count.ts'
export { assetDisposal } from './documents/asset-disposal.ts'
export { assetOpening } from './documents/asset-opening.ts'
export { amortization, depreciation } from './documents/depreciation.ts'
export { amortizeAssetsProcess, depreciateAssetsProcess } from './processes/charge-assets.ts'
export { startAssetCountProcess } from './processes/start-asset-count.ts'
export { assetList } from './reports/asset-list.ts'
export { assetMovements, assetTies } from './reports/asset-movements.ts'
export { depreciationDetail, depreciationSummary } from './reports/depreciation-reports.ts'

/** 资产: what lasts longer than a year, from its purchase to its disposal, and how its cost becomes expense. */
export const assets = defineDomain({
  name: 'assets',
  label: '资产',
  documents: [
    assetAcquisition,
    assetOpening,
    assetUsage,
    depreciation,
    amortization,
    assetChange,
    assetSplit,
    assetImpairment,
    assetCount,
    assetDisposal,
  ],
  flows: [acquisitionToCertification, countToDisposal],
  reports: [assetList, depreciationDetail, depreciationSummary, assetMovements, assetTies],
  processes: [depreciateAssetsProcess, amortizeAssetsProcess, startAssetCountProcess],
})
