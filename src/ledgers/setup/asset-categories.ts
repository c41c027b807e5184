import type { DepreciationMethod, AssetKind, TaxClass } from '../dimensions/asset.ts'

/**
 * The shortest lives that the tax law allows, in months: 企业所得税法实施条例（国务院令第512号，2019年修订）第六十条 for fixed
 * assets, 第六十七条 for intangibles, 第七十条 for other deferred expenses (第六十八条 for works on rented houses: the rest of
 * the lease). As read on 2026-11-22.
 */
export const shortestTaxLives: Readonly<Record<TaxClass, number>> = {
  building: 240,
  machinery: 120,
  furniture: 60,
  vehicle: 48,
  electronics: 36,
  intangible: 120,
  deferred: 36,
}

interface UsualCategory {
  readonly code: string
  readonly name: string
  readonly kind: AssetKind
  readonly method: DepreciationMethod
  readonly taxClass: TaxClass
  readonly lifeMonths: number
  readonly residualPercent: string
}

const usual = (code: string, name: string, taxClass: TaxClass, kind: AssetKind = 'fixed'): UsualCategory => ({
  code,
  name,
  kind,
  method: 'straightLine',
  taxClass,
  lifeMonths: shortestTaxLives[taxClass],
  residualPercent: kind === 'fixed' ? '5' : '0',
})

/** The categories that new books begin with, with the tax law's lives; every company changes them as it likes. */
export const usualAssetCategories: readonly UsualCategory[] = [
  usual('FW', '房屋及建筑物', 'building'),
  usual('JQ', '机器设备', 'machinery'),
  usual('QJ', '器具、工具、家具', 'furniture'),
  usual('YS', '运输工具', 'vehicle'),
  usual('DZ', '电子设备', 'electronics'),
  usual('WX', '无形资产', 'intangible', 'intangible'),
  usual('DT', '长期待摊费用', 'deferred', 'deferred'),
]
