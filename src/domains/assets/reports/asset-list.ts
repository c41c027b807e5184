import { boolean, choice, date, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { assetCard, assetCategory, assetKinds } from '../../../ledgers/dimensions/asset.ts'
import { department } from '../../../ledgers/dimensions/people.ts'

/** 资产清单: every card in use on a day, with what it cost, what of it was depreciated and what is left. */
export const assetList = defineReport({
  name: 'assetList',
  label: '资产清单',
  parameters: {
    asOf: date({ label: '截至日期', english: 'As of', help: '空为今天' }),
    card: ref(assetCard, { label: '资产' }),
    kind: choice({ label: '资产性质', english: 'Kind', options: assetKinds }),
    category: ref(assetCategory, { label: '资产类别' }),
    department: ref(department, { label: '使用部门' }),
    location: text({ label: '存放地点' }),
    disposed: boolean({ label: '含已处置', english: 'With disposed', initial: false }),
  },
  columns: [
    {
      name: 'code',
      label: '编码',
      kind: 'text',
      width: 110,
      drill: { to: 'document', type: 'type', id: 'id' },
    },
    { name: 'name', label: '名称', kind: 'text', width: 170 },
    { name: 'category', label: '资产类别', kind: 'text', width: 120 },
    { name: 'department', label: '使用部门', kind: 'text', width: 90 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', width: 60 },
    { name: 'value', label: '原值', english: 'Cost', kind: 'money', total: true, sensitive: true },
    { name: 'depreciation', label: '累计折旧', english: 'Depreciated', kind: 'money', total: true, sensitive: true },
    {
      name: 'impairment',
      label: '减值准备',
      english: 'Impairment',
      kind: 'money',
      total: true,
      sensitive: true,
      seldom: true,
    },
    { name: 'net', label: '净值', english: 'Net value', kind: 'money', total: true, sensitive: true },
    { name: 'monthly', label: '本月折旧', english: 'This month', kind: 'money', total: true, sensitive: true },
    { name: 'used', label: '已提（月）', english: 'Months charged', kind: 'integer', width: 80 },
    { name: 'life', label: '年限（月）', english: 'Life in months', kind: 'integer', width: 80 },
    { name: 'method', label: '折旧方法', english: 'Method', kind: 'text', width: 110 },
    { name: 'startedOn', label: '入账日期', english: 'In the books since', kind: 'date', width: 100 },
    { name: 'location', label: '存放地点', kind: 'text', width: 110, seldom: true },
    { name: 'keeper', label: '保管人', english: 'Kept by', kind: 'text', width: 80, seldom: true },
    { name: 'spec', label: '规格型号', english: 'Specification', kind: 'text', width: 130, seldom: true },
  ],
  chart: { kind: 'bar', category: 'name', series: ['net', 'depreciation'] },
})
