import { defineEntity } from '../../kernel/definition/define.ts'
import { choice, integer, percent, quantity, ref, text } from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'
import { account } from './account.ts'
import { party } from './party.ts'
import { department, employee } from './people.ts'

/** What a long-lived asset is to the books; each kind has its accounts and its month rule. */
export const assetKinds = { fixed: '固定资产', intangible: '无形资产', deferred: '长期待摊费用' } as const
export type AssetKind = keyof typeof assetKinds

/** How cost becomes expense: 平均年限, 工作量, 双倍余额递减, 年数总和 (企业会计准则第4号 第十七条). */
export const depreciationMethods = {
  straightLine: '年限平均法',
  unitsOfUse: '工作量法',
  decliningBalance: '双倍余额递减法',
  sumOfYears: '年数总和法',
} as const
export type DepreciationMethod = keyof typeof depreciationMethods

/** Classes of the tax law, which says how short a life may be at the least. */
export const taxClasses = {
  building: '房屋、建筑物',
  machinery: '机器、机械和其他生产设备',
  furniture: '器具、工具、家具',
  vehicle: '运输工具（飞机、火车、轮船除外）',
  electronics: '电子设备',
  intangible: '无形资产',
  deferred: '长期待摊费用',
} as const
export type TaxClass = keyof typeof taxClasses

/** 资产类别: what cards of a sort have in common unless they say otherwise. */
export const assetCategory = defineEntity({
  name: 'assetCategory',
  label: '资产类别',
  tree: true,
  fields: {
    kind: choice({ label: '资产性质', english: 'Kind', options: assetKinds, required: true, initial: 'fixed' }),
    method: choice({
      label: '折旧方法',
      english: 'Method',
      options: depreciationMethods,
      required: true,
      initial: 'straightLine',
    }),
    lifeMonths: integer({ label: '使用年限（月）', english: 'Life in months', required: true }),
    residualPercent: percent({ label: '净残值率%', english: 'Residual %', initial: '5' }),
    expenseAccount: ref(account, {
      label: '折旧费用科目',
      english: 'Expense account',
      help: '空则按科目映射的折旧费、摊销费',
    }),
    taxClass: choice({
      label: '税法类别',
      english: 'Tax class',
      options: taxClasses,
      help: '用于核对税法最低折旧年限',
    }),
  },
  list: ['kind', 'method', 'lifeMonths', 'residualPercent', 'taxClass'],
})

/** 资产卡片: one asset, or several alike, from its purchase to its disposal. What it is worth stands in the asset ledger. */
export const assetCard = defineEntity({
  name: 'assetCard',
  label: '资产卡片',
  fields: {
    category: ref(assetCategory, { label: '资产类别', required: true, indexed: true }),
    spec: text({ label: '规格型号', english: 'Specification', searched: true }),
    serialNumber: text({ label: '出厂编号', searched: true, maxLength: 60 }),
    state: choice({
      label: '卡片状态',
      english: 'Card state',
      options: { pending: '未入账', inUse: '在用', disposed: '已处置' },
      initial: 'pending',
      computed: true,
    }),
    department: ref(department, { label: '使用部门', help: '折旧由它承担，除非另填费用分摊' }),
    keeper: ref(employee, { label: '保管人', english: 'Kept by' }),
    location: text({ label: '存放地点', searched: true }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    method: choice({
      label: '折旧方法',
      english: 'Method',
      options: depreciationMethods,
      help: '空则随类别；入账后用资产变动单改',
    }),
    lifeMonths: integer({ label: '使用年限（月）', english: 'Life in months', help: '空则随类别' }),
    residualPercent: percent({ label: '净残值率%', english: 'Residual %', help: '空则随类别' }),
    totalUsage: quantity({ label: '预计总工作量', english: 'Units of use in all', help: '工作量法必填' }),
    usageUnit: text({ label: '工作量单位', english: 'Unit of use', maxLength: 20, help: '公里、小时、件' }),
    expenseAccount: ref(account, { label: '折旧费用科目', english: 'Expense account', help: '空则随类别' }),
  },
  tables: {
    shares: lineTable({
      label: '费用分摊',
      fields: {
        department: ref(department, { label: '部门', required: true }),
        percent: percent({ label: '比例%', english: 'Share %', required: true }),
        expenseAccount: ref(account, { label: '费用科目', english: 'Expense account', help: '空则随卡片' }),
      },
    }),
  },
  list: ['category', 'spec', 'state', 'department', 'location', 'keeper'],
  tag: ['spec', 'department', 'keeper', 'location'],
})
