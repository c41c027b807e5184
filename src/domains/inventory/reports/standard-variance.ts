import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

const money = (name: string, label: string, english: string, group: string): ReportColumn => ({
  name,
  label,
  english,
  kind: 'money',
  total: true,
  sensitive: true,
  group,
})

/** What a group of columns says of goods: their standard and the difference beside it. */
const pair = (name: string, group: string): ReportColumn[] => [
  money(`${name}Standard`, '标准成本', 'Standard', group),
  money(`${name}Variance`, '差异', 'Variance', group),
]

/** 材料成本差异表: of goods at standard cost, the difference that came, the month's rate, what of it left and what stays; ties to the books. */
export const standardVariance = defineReport({
  name: 'standardVariance',
  label: '材料成本差异表',
  english: 'Standard cost variance',
  parameters: { ...reportDays, item: ref(item, { label: '商品' }), category: ref(itemCategory, { label: '商品分类' }) },
  columns: [
    {
      name: 'item',
      label: '商品',
      kind: 'text',
      width: 200,
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', from: 'from', to: 'to' } },
    },
    ...pair('opening', '期初'),
    ...pair('in', '本期收入'),
    { name: 'rate', label: '差异率%', english: 'Rate %', kind: 'percent', sensitive: true },
    ...pair('out', '本期发出'),
    ...pair('closing', '期末'),
  ],
  help: '差异率 =（期初差异 + 本期收入差异）÷（期初标准成本 + 本期收入标准成本）；发出的差异在“结转销售成本”以后才有。超支为正，节约为负',
})
