import { decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { integer, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** What of a card goes to a part of it, and where in the schedule it is. */
const partOf = {
  depreciation: money({ label: '累计折旧', english: 'Depreciated', computed: true }),
  impairment: money({ label: '减值准备', english: 'Impairment', computed: true, hidden: true }),
  base: money({ label: '计提基数', english: 'Basis', computed: true, hidden: true }),
  residual: money({ label: '净残值', english: 'Residual', computed: true, hidden: true }),
  months: integer({ label: '计提月数', english: 'Months in all', computed: true, hidden: true }),
  index: integer({ label: '已提月数', english: 'Months charged', computed: true, hidden: true }),
  used: integer({ label: '已使用月数', english: 'Months used', computed: true, hidden: true }),
} as const

/** 资产拆分单: parts of a card become cards of their own, with their share of everything that stands on it. */
export const assetSplit = defineDocument({
  name: 'assetSplit',
  label: '资产拆分单',
  numbering: 'ZCCF-{yyyyMM}-{seq:4}',
  header: {
    asset: ref(assetCard, { label: '原资产', required: true, indexed: true }),
    reason: text({ label: '拆分原因', english: 'Reason' }),
    totalValue: money({ label: '拆出原值合计', english: 'Split off', computed: true }),
    restBase: money({ label: '余下计提基数', english: 'Basis of the rest', computed: true, hidden: true }),
    restResidual: money({ label: '余下净残值', english: 'Residual of the rest', computed: true, hidden: true }),
    restMonths: integer({ label: '余下计提月数', english: 'Months of the rest', computed: true, hidden: true }),
    restIndex: integer({ label: '余下已提月数', english: 'Months charged of the rest', computed: true, hidden: true }),
  },
  tables: {
    lines: lineTable({
      label: '拆出资产',
      atLeast: 1,
      fields: {
        newAsset: ref(assetCard, { label: '新资产', required: true, help: '先建未入账的卡片' }),
        quantity: quantity({ label: '数量', required: true, help: '空则为 1' }),
        value: money({ label: '拆出原值', english: 'Cost', required: true }),
        ...partOf,
      },
      derive: (line) => ({ quantity: line.quantity ?? decimal(1) }),
    }),
  },
  derive: (_header, { tables }) => ({ totalValue: totalOf(tables.lines, 'value') }),
  list: ['asset', 'reason', 'totalValue'],
  totals: ['value', 'depreciation'],
})
