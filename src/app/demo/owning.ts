import { addDays, lastOfMonth, monthOf, weekdayOf } from '../../base/calendar-date.ts'
import {
  assetAcquisition,
  assetChange,
  assetDisposal,
  assetUsage,
  amortizeAssetsProcess,
  depreciateAssetsProcess,
} from '../../domains/assets/index.ts'
import type { AnyProcess } from '../../kernel/definition/report.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import { assetCard } from '../../ledgers/dimensions/asset.ts'
import { hands } from './shop-floor.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene } from './stage.ts'

interface CastAsset {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly spec: string
  readonly department: string
  readonly keeper: string
  readonly location: string
  readonly gross: string
  readonly taxRate: string
  readonly quantity?: string
  readonly terms?: JsonObject
}

const byUse = { method: 'unitsOfUse', totalUsage: '300000', usageUnit: '公里' }

/** What the house works with: cars, machines, computers, shelves, its software and the fitting of the shop. */
const castAssets: readonly CastAsset[] = [
  {
    code: 'ZC001',
    name: '送货面包车',
    category: 'YS',
    spec: '五菱宏光 浙B·7K216',
    department: 'D05',
    keeper: 'E08',
    location: '总仓停车场',
    gross: '79100',
    taxRate: '13',
    terms: byUse,
  },
  {
    code: 'ZC002',
    name: '电动叉车',
    category: 'JQ',
    spec: '杭叉 1.5 吨',
    department: 'D05',
    keeper: 'E07',
    location: '总仓',
    gross: '56500',
    taxRate: '13',
    terms: { method: 'decliningBalance', lifeMonths: 120 },
  },
  {
    code: 'ZC003',
    name: '办公电脑',
    category: 'DZ',
    spec: '联想 ThinkCentre',
    department: 'D01',
    keeper: 'E02',
    location: '总部二楼',
    gross: '33900',
    taxRate: '13',
    quantity: '6',
  },
  {
    code: 'ZC004',
    name: '重型货架',
    category: 'QJ',
    spec: '2.5 米 × 4 层',
    department: 'D05',
    keeper: 'E07',
    location: '总仓',
    gross: '45200',
    taxRate: '13',
    quantity: '20',
  },
  {
    code: 'ZC005',
    name: '门店收银机',
    category: 'DZ',
    spec: '双屏触摸',
    department: 'D07',
    keeper: 'E11',
    location: '鼓楼店',
    gross: '13560',
    taxRate: '13',
    quantity: '2',
    terms: { method: 'sumOfYears', lifeMonths: 36 },
  },
  {
    code: 'ZC006',
    name: '旧打印机',
    category: 'DZ',
    spec: '惠普 M1136',
    department: 'D06',
    keeper: 'E10',
    location: '财务室',
    gross: '2260',
    taxRate: '13',
  },
  {
    code: 'WX001',
    name: '商标“启川”',
    category: 'WX',
    spec: '第 21 类',
    department: 'D01',
    keeper: 'E01',
    location: '',
    gross: '31800',
    taxRate: '6',
  },
  {
    code: 'DT001',
    name: '鼓楼店装修',
    category: 'DT',
    spec: '合同期 5 年',
    department: 'D07',
    keeper: 'E11',
    location: '鼓楼店',
    gross: '65400',
    taxRate: '9',
    terms: { lifeMonths: 60 },
  },
]

const ids = async (scene: Scene): Promise<ReadonlyMap<string, string>> => {
  const rows = await scene.work.tx.rows<{ id: string; code: string }>(
    `select id, code from asset_card where company_id = $1`,
    [scene.work.company],
  )
  return new Map(rows.map((row) => [row.code, row.id]))
}

/** On the first day the house is furnished. */
export const furnish = async (floor: Floor, scene: Scene): Promise<void> => {
  for (const { gross: _gross, taxRate: _taxRate, quantity: _quantity, terms, ...card } of castAssets) {
    await createEntity(scene.work, assetCard, { ...card, ...terms })
  }
  const known = await ids(scene)
  const lines = castAssets.map(({ code, gross, taxRate, quantity }) => ({
    asset: known.get(code) ?? code,
    quantity: quantity ?? '1',
    gross,
    taxRate,
  }))
  await scene.post(hands.accountant, assetAcquisition, { cashAccount: floor.bank, invoiceKind: 'special', lines })
  floor.agenda.later(scene.day, 150, moveComputers)
  floor.agenda.later(scene.day, 240, (later) => sellPrinter(floor, later))
}

/** The shops get some of the office's computers: both bear them from then on. */
const moveComputers = async (scene: Scene): Promise<void> => {
  const departments = await scene.work.tx.rows<{ id: string; code: string }>(
    `select id, code from department where company_id = $1 and code in ('D01', 'D07') order by code`,
    [scene.work.company],
  )
  const lines = departments.map(({ id }, index) => ({ department: id, percent: index === 0 ? '60' : '40' }))
  const asset = (await ids(scene)).get('ZC003') ?? ''
  await scene.post(hands.accountant, assetChange, { asset, reason: '两台电脑调拨门店使用', lines })
}

const sellPrinter = async (floor: Floor, scene: Scene): Promise<void> => {
  const asset = (await ids(scene)).get('ZC006') ?? ''
  await scene.post(hands.accountant, assetDisposal, {
    kind: 'sale',
    cashAccount: floor.bank,
    reason: '换新机，旧机出售',
    lines: [{ asset, gross: '678', taxRate: '13' }],
  })
}

const silent = { report: async () => {}, cancelled: async () => false }

const charge = async (scene: Scene, process: AnyProcess, period: string): Promise<void> => {
  await scene.work.installed.processes.get(process.name)?.run({ period }, (step) => step(scene.work), silent)
}

const isLastWorkingDay = (scene: Scene) => {
  const last = lastOfMonth(scene.day)
  return scene.day === (weekdayOf(last) === 7 ? addDays(last, -1) : last)
}

/** At the end of each month the van's way is read, and assets are depreciated and amortized. */
export const own = async (floor: Floor, scene: Scene): Promise<void> => {
  if (!isLastWorkingDay(scene) || scene.isLast) return
  const van = (await ids(scene)).get('ZC001') ?? ''
  const way = String(floor.chance.between(1800, 3200))
  await scene.post(hands.keeper, assetUsage, { lines: [{ asset: van, quantity: way }] })
  await charge(scene, depreciateAssetsProcess, monthOf(scene.day))
  await charge(scene, amortizeAssetsProcess, monthOf(scene.day))
}
