import {
  amortization,
  assetAcquisition,
  assetChange,
  assetDisposal,
  assetOpening,
  assetSplit,
  assetUsage,
  depreciation,
} from '../../src/domains/assets/index.ts'
import { assetCard } from '../../src/ledgers/dimensions/asset.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'
import type { UndoCase } from './undo-case.ts'

/** Cards in use since January, and some that wait for their documents. */
export const setAssets = async (books: Books): Promise<void> => {
  const terms = { method: 'straightLine', lifeMonths: 60, residualPercent: '5' }
  for (const code of ['NEW', 'OLD', 'LATHE', 'PART']) {
    await books.entity(assetCard, { code, name: code, category: 'JQ', ...terms })
  }
  await books.entity(assetCard, {
    ...terms,
    code: 'LORRY',
    name: 'LORRY',
    category: 'YS',
    method: 'unitsOfUse',
    totalUsage: '1000',
    usageUnit: '公里',
  })
  await books.entity(assetCard, { code: 'SOFT', name: 'SOFT', category: 'WX', ...terms })
  await books.post(assetAcquisition, {
    date: '2026-01-02',
    supplier: 'S1',
    lines: [
      { asset: 'LATHE', quantity: '2', gross: '11300', taxRate: '13' },
      { asset: 'SOFT', gross: '6360', taxRate: '6' },
      { asset: 'LORRY', gross: '2260', taxRate: '13' },
    ],
  })
}

export const assetCases: readonly UndoCase[] = [
  {
    definition: assetAcquisition,
    input: () => ({ date: '2026-01-10', supplier: 'S1', lines: [{ asset: 'NEW', gross: '2260', taxRate: '13' }] }),
    change: { gross: '4520' },
  },
  {
    definition: assetOpening,
    input: () => ({
      date: '2026-01-01',
      lines: [{ asset: 'OLD', value: '500', depreciation: '100', usedMonths: 3 }],
    }),
    change: { value: '600', depreciation: '150' },
  },
  {
    definition: depreciation,
    input: () => ({ date: '2026-02-28', period: '2026-02', lines: [{ asset: 'LATHE', amount: '158.33' }] }),
    change: { amount: '200' },
  },
  {
    definition: amortization,
    input: () => ({ date: '2026-01-31', period: '2026-01', lines: [{ asset: 'SOFT', amount: '95' }] }),
    change: { amount: '96' },
  },
  {
    definition: assetUsage,
    input: () => ({ date: '2026-02-10', lines: [{ asset: 'LORRY', quantity: '40' }] }),
    change: { quantity: '50' },
  },
  {
    definition: assetChange,
    input: () => ({
      date: '2026-02-10',
      asset: 'LATHE',
      reason: '改良',
      valueChange: '1000',
      valueOrigin: 'cash',
      cashAccount: 'BANK',
      lifeMonths: 72,
      lines: [],
    }),
    table: null,
    change: { valueChange: '1200', lifeMonths: 84 },
  },
  {
    definition: assetSplit,
    input: () => ({ date: '2026-01-20', asset: 'LATHE', lines: [{ newAsset: 'PART', quantity: '1', value: '4000' }] }),
    change: { value: '5000' },
  },
  {
    definition: assetDisposal,
    input: () => ({
      date: '2026-02-20',
      kind: 'sale',
      customer: 'C1',
      cashAccount: 'BANK',
      lines: [{ asset: 'LATHE', gross: '9040', cost: '100' }],
    }),
    change: { gross: '11300', cost: '200' },
  },
]
