import { defineDomain } from '../../kernel/definition/domain.ts'
import { assetAcquisition } from './documents/asset-acquisition.ts'
import { assetOpening } from './documents/asset-opening.ts'
import { amortization, depreciation } from './documents/depreciation.ts'
import { acquisitionToCertification } from './flows/acquisition-to-certification.ts'
import { amortizeAssetsProcess, depreciateAssetsProcess } from './processes/charge-assets.ts'

export { assetAcquisition } from './documents/asset-acquisition.ts'
export { assetOpening } from './documents/asset-opening.ts'
export { amortization, depreciation } from './documents/depreciation.ts'
export { amortizeAssetsProcess, depreciateAssetsProcess } from './processes/charge-assets.ts'

/** 资产: what lasts longer than a year, from its purchase to its disposal, and how its cost becomes expense. */
export const assets = defineDomain({
  name: 'assets',
  label: '资产',
  documents: [assetAcquisition, assetOpening, depreciation, amortization],
  flows: [acquisitionToCertification],
  processes: [depreciateAssetsProcess, amortizeAssetsProcess],
})
