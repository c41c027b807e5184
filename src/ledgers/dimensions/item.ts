import { decimal as toDecimal } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import type { UnitRatio } from '../../base/unit-ratio.ts'
import { defineEntity } from '../../kernel/definition/define.ts'
import {
  boolean,
  choice,
  decimal as decimalField,
  integer,
  longText,
  percent,
  price,
  quantity,
  ref,
  text,
} from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'
import type { EntityRecord } from '../../kernel/definition/record.ts'
import { bin } from './bin.ts'
import { costMethods, costScopes } from './cost-methods.ts'

/** 计量单位. */
export const unit = defineEntity({
  name: 'unit',
  label: '计量单位',
  english: 'Unit',
  fields: { places: integer({ label: '小数位数', help: '数量显示的小数位，0 到 6' }) },
})

/** 税率: 13 % and the others, as data with a name. */
export const taxRate = defineEntity({
  name: 'taxRate',
  label: '税率',
  fields: { rate: percent({ label: '税率%', english: 'Rate %', required: true }) },
  list: ['rate'],
})

const ownCostMethod = (help: string) =>
  choice({ label: '成本计价方法', english: 'Costing method', options: costMethods, help })

const ownCostPool = (help: string) => choice({ label: '成本核算范围', english: 'Cost pool', options: costScopes, help })

/** 商品分类: decides the inventory and revenue accounts, and how its items are costed where they do not say so themselves. */
export const itemCategory = defineEntity({
  name: 'itemCategory',
  label: '商品分类',
  tree: true,
  fields: {
    costMethod: ownCostMethod('空则随上级分类、公司设置；已有出入库的商品用成本方法与范围变更单改'),
    costPool: ownCostPool('空则随上级分类、公司设置；已有出入库的商品用成本方法与范围变更单改'),
  },
})

/** 商品: what is bought, stored and sold; a service has no stock. */
export const item = defineEntity({
  name: 'item',
  label: '商品',
  also: ['产品', '货品', '物料', '存货', '货物'],
  foundBy: ['barcode', 'units.barcode'],
  fields: {
    spec: text({ label: '规格型号', english: 'Specification', searched: true, also: ['规格', '型号'] }),
    category: ref(itemCategory, { label: '商品分类', indexed: true, also: ['类别', '分类', '商品类别', '存货分类'] }),
    unit: ref(unit, {
      label: '基本单位',
      english: 'Base unit',
      required: true,
      also: ['单位', '计量单位', '主单位', '主计量单位'],
    }),
    barcode: text({
      label: '条码',
      searched: true,
      indexed: true,
      maxLength: 60,
      also: ['基本条码', '商品条码', '条形码', '69码'],
    }),
    taxRate: ref(taxRate, { label: '税率' }),
    taxCode: text({
      label: '税收分类编码',
      english: 'Tax class code',
      maxLength: 19,
      help: '19 位，开具数电票时用；如文具 1060401010000000000',
    }),
    taxClass: text({
      label: '商品服务简称',
      english: 'Tax class',
      maxLength: 60,
      help: '税收分类的简称，开票时显示为 *简称*名称；空则按编码常用简称',
    }),
    isService: boolean({ label: '服务', help: '服务不进库存', initial: false }),
    purchasePrice: price({
      label: '参考进价',
      sensitive: true,
      also: ['采购价', '进价', '采购单价', '进货价', '参考成本'],
    }),
    salePrice: price({ label: '零售价', also: ['售价', '销售价', '销售单价', '参考售价'] }),
    minimumPrice: price({ label: '最低售价' }),
    costMethod: ownCostMethod('空则随分类、公司设置；有出入库以后用成本方法与范围变更单改'),
    costPool: ownCostPool('空则随分类、公司设置；有出入库以后用成本方法与范围变更单改'),
    negativeStock: choice({
      label: '负库存',
      english: 'Negative stock',
      options: { forbid: '禁止', warn: '提醒', allow: '允许' },
      help: '空则随仓库、公司设置',
    }),
    needsInspection: boolean({
      label: '来料检验',
      english: 'Inspected on receipt',
      initial: false,
      help: '入库先到待检，检验合格后可用',
    }),
    overReceiptPercent: percent({ label: '超收允差%', english: 'Over-receipt %', help: '空则随公司设置' }),
    maximumPurchasePrice: price({
      label: '最高进价',
      help: '含税，按基本单位；采购单价超过时不能审核',
      sensitive: true,
    }),
    safetyStock: quantity({ label: '安全库存' }),
    minimumStock: quantity({ label: '最低库存', help: '可用库存低于此数即预警' }),
    maximumStock: quantity({ label: '最高库存', help: '补货不超过此数' }),
    leadDays: integer({ label: '采购提前期（天）', english: 'Lead time (days)', help: '没有供应商报价时用' }),
    tracksLots: boolean({
      label: '批次管理',
      also: ['批号', '批号管理', '是否批次'],
      english: 'Tracked by lot',
      initial: false,
      help: '每次出入库都要批号；有库存时不能更改',
    }),
    lotNumbering: choice({
      label: '批号来源',
      english: 'Lot numbers',
      options: { rule: '按规则生成', supplier: '用供应商批号', hand: '手工填写' },
      help: '空为按规则生成',
    }),
    lotRule: text({
      label: '批号规则',
      maxLength: 60,
      help: '如 {yyyyMMdd}-{seq:3}、P{yy}{MM}{seq:4}；空为 {yyyyMMdd}-{seq:3}',
    }),
    tracksSerials: boolean({
      label: '序列号管理',
      also: ['序列号', '是否序列号'],
      english: 'Tracked by serial number',
      initial: false,
      help: '一件一号，按基本单位；有库存时不能更改',
    }),
    shelfLifeDays: integer({
      label: '保质期（天）',
      english: 'Shelf life (days)',
      help: '有效期至 = 生产日期 + 保质期',
    }),
    expiryAlertDays: integer({ label: '效期预警（天）', english: 'Expiry alert (days)', help: '到期前多少天提醒' }),
    secondUnit: ref(unit, {
      label: '辅计量单位',
      english: 'Second unit',
      help: '浮动换算：每次都记两个数量，如 斤 与 条',
    }),
    secondPerBase: decimalField({
      label: '参考换算',
      english: 'Usual second quantity',
      scale: 6,
      help: '一个基本单位通常合多少辅计量单位；没填辅数量时按此建议',
    }),
    weight: decimalField({
      label: '单位重量(kg)',
      also: ['基础重量', '重量', '毛重'],
      english: 'Weight (kg)',
      scale: 6,
      help: '一个基本单位的重量，分摊运费用',
    }),
    volume: decimalField({ label: '单位体积(m³)', english: 'Volume (m³)', scale: 6, help: '一个基本单位的体积' }),
    brand: text({ label: '品牌', searched: true }),
    origin: text({ label: '产地' }),
    isAssembled: boolean({
      label: '组装品',
      english: 'Assembled',
      initial: false,
      help: '先用组装单做成库存再销售；不勾而有组成的是套件，销售时直接出组成商品',
    }),
    remark: longText({ label: '备注' }),
  },
  tables: {
    units: lineTable({
      label: '辅助单位',
      fields: {
        unit: ref(unit, { label: '单位', required: true, also: ['副单位', '辅助单位', '辅单位', '包装单位'] }),
        numerator: integer({
          label: '含基本单位数',
          also: ['比例', '换算率', '换算比例', '单位换算'],
          english: 'Base units',
          required: true,
          help: '1 箱 = 24 瓶，填 24',
        }),
        denominator: integer({ label: '除以', english: 'Divided by', initial: '1' }),
        barcode: text({ label: '条码', searched: true, indexed: true, maxLength: 60, also: ['副条码', '箱码'] }),
        salePrice: price({ label: '零售价' }),
      },
    }),
    /**
     * What a kit 套件 or an assembled item 组装品 is made of. A kit is sold as one and its parts leave: it has no stock of its
     * own. An assembled item is put together before, and has.
     */
    components: lineTable({
      label: '组成',
      fields: {
        component: ref({ name: 'item', label: '商品' }, { label: '组成商品', required: true }),
        quantity: quantity({ label: '数量', required: true, help: '一个套件含多少，按组成商品的基本单位' }),
      },
    }),
    /** 默认货位: where goods that come into a warehouse with bins are put, unless somebody says otherwise. */
    bins: lineTable({
      label: '默认货位',
      fields: { bin: ref(bin, { label: '货位', required: true, help: '每个仓库一个，入库没有写货位时放到这里' }) },
    }),
    /** 替代料: what stands in for the item in an assembly when it is short, the first that is there before the next. */
    substitutes: lineTable({
      label: '替代料',
      fields: {
        substitute: ref({ name: 'item', label: '商品' }, { label: '替代商品', required: true }),
        ratio: decimalField({ label: '替代比例', scale: 6, initial: '1', help: '一个本商品用几个替代商品；空为 1' }),
      },
    }),
  },
  list: ['spec', 'category', 'unit', 'barcode', 'taxRate', 'salePrice'],
})

export type ItemRecord = EntityRecord<typeof item>

const one: UnitRatio = { numerator: '1', denominator: '1' }

/** The ratio of a unit of an item to its base unit; undefined when the item is not counted in that unit. */
export const ratioOf = (record: ItemRecord, unitId: Id<'unit'> | null | undefined): UnitRatio | undefined => {
  if (unitId === null || unitId === undefined || unitId === record.unit) return one
  const line = record.units.find((other) => other.unit === unitId)
  return line === undefined
    ? undefined
    : { numerator: String(line.numerator), denominator: String(line.denominator ?? 1) }
}

/** The item's rate in percent, zero where it has none. */
export const ratePercent = (rate: EntityRecord<typeof taxRate> | undefined): Decimal => rate?.rate ?? toDecimal(0)
