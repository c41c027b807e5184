import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { assetCategory, assetKinds } from '../../../ledgers/dimensions/asset.ts'
import { department } from '../../../ledgers/dimensions/people.ts'

const months = {
  from: text({ label: '开始月份', english: 'From', maxLength: 7, help: '如 2026-01；空为本月' }),
  to: text({ label: '结束月份', english: 'To', maxLength: 7, help: '空同开始月份' }),
  kind: choice({ label: '资产性质', english: 'Kind', options: assetKinds }),
  category: ref(assetCategory, { label: '资产类别' }),
  department: ref(department, { label: '承担部门', english: 'Borne by' }),
} as const

/** 折旧明细表: what each card was charged in some months, and what it had been before. */
export const depreciationDetail = defineReport({
  name: 'depreciationDetail',
  label: '折旧明细表',
  parameters: months,
  columns: [
    { name: 'code', label: '编码', kind: 'text', width: 110, drill: { to: 'document', type: 'type', id: 'id' } },
    { name: 'name', label: '名称', kind: 'text', width: 170 },
    { name: 'category', label: '资产类别', kind: 'text', width: 120 },
    { name: 'department', label: '承担部门', english: 'Borne by', kind: 'text', width: 120 },
    { name: 'value', label: '原值', english: 'Cost', kind: 'money', sensitive: true },
    { name: 'before', label: '期初累计折旧', english: 'Depreciated before', kind: 'money', sensitive: true },
    { name: 'amount', label: '本期折旧', english: 'Charged', kind: 'money', total: true, sensitive: true },
    { name: 'after', label: '期末累计折旧', english: 'Depreciated after', kind: 'money', sensitive: true },
    { name: 'net', label: '期末净值', english: 'Net value', kind: 'money', sensitive: true },
  ],
})

/** 折旧汇总表: the same by who bears it and by category. */
export const depreciationSummary = defineReport({
  name: 'depreciationSummary',
  label: '折旧汇总表',
  parameters: months,
  columns: [
    { name: 'department', label: '承担部门', english: 'Borne by', kind: 'text', width: 140 },
    { name: 'category', label: '资产类别', kind: 'text', width: 140 },
    { name: 'account', label: '费用科目', english: 'Expense account', kind: 'text', width: 220 },
    { name: 'cards', label: '卡片数', english: 'Cards', kind: 'integer', total: true },
    { name: 'amount', label: '本期折旧', english: 'Charged', kind: 'money', total: true, sensitive: true },
    { name: 'share', label: '占比%', english: 'Share %', kind: 'percent', sensitive: true },
  ],
  chart: { kind: 'bar', category: 'department', series: ['amount'] },
})
