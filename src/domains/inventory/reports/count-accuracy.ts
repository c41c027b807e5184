import { choice, date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 盘点准确率: how right the books were, and those who counted, by whatever one asks to compare. */
export const countAccuracy = defineReport({
  name: 'countAccuracy',
  label: '盘点准确率',
  english: 'Count accuracy',
  parameters: {
    from: date({ label: '开始日期' }),
    to: date({ label: '截止日期', initial: 'today' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    by: choice({
      label: '汇总方式',
      english: 'By',
      options: { warehouse: '仓库', month: '月份', counter: '盘点人', method: '盘点方式', count: '盘点单' },
      initial: 'warehouse',
    }),
  },
  columns: [
    { name: 'group', label: '汇总', kind: 'text', english: 'Group' },
    { name: 'counts', label: '盘点单数', kind: 'integer', english: 'Counts' },
    { name: 'lines', label: '盘点行数', kind: 'integer', english: 'Lines', total: true },
    { name: 'right', label: '账实相符行数', kind: 'integer', english: 'Lines right', total: true },
    { name: 'rightPercent', label: '账实相符率%', kind: 'percent', english: 'Lines right %' },
    { name: 'bookQuantity', label: '应有数量', kind: 'quantity', english: 'Expected', total: true },
    { name: 'differenceQuantity', label: '差异数量', kind: 'quantity', english: 'Difference', total: true },
    { name: 'errorPercent', label: '盘点误差率%', kind: 'percent', english: 'Error %' },
    { name: 'bookValue', label: '应有金额', kind: 'money', english: 'Expected value', sensitive: true, total: true },
    {
      name: 'differenceValue',
      label: '差异金额',
      kind: 'money',
      english: 'Difference in value',
      sensitive: true,
      total: true,
    },
    { name: 'valuePercent', label: '金额准确率%', kind: 'percent', english: 'Value accuracy %', sensitive: true },
    { name: 'recounted', label: '复盘行数', kind: 'integer', english: 'Recounted', total: true },
    { name: 'firstRight', label: '初盘正确行数', kind: 'integer', english: 'First count right', total: true },
  ],
  chart: { kind: 'line', category: 'group', series: ['rightPercent'] },
  help: '差异数量、差异金额为各行绝对值之和；误差率＝差异数量÷应有数量',
})
