import { decimal, zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, integer, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 期初资产单: the assets that were there when these books began, with what of them was depreciated. */
export const assetOpening = defineDocument({
  name: 'assetOpening',
  label: '期初资产单',
  english: 'Opening assets',
  numbering: 'QCZC-{yyyyMM}-{seq:4}',
  header: {
    totalValue: money({ label: '原值合计', computed: true }),
    totalDepreciation: money({ label: '累计折旧合计', english: 'Depreciation in all', computed: true }),
    totalNet: money({ label: '净值合计', english: 'Net value in all', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '资产明细',
      atLeast: 1,
      fields: {
        asset: ref(assetCard, { label: '资产', required: true }),
        quantity: quantity({ label: '数量', required: true, help: '空则为 1' }),
        value: money({ label: '原值', english: 'Cost', required: true }),
        depreciation: money({ label: '累计折旧', english: 'Depreciated so far' }),
        usedMonths: integer({ label: '已折旧月数', english: 'Months depreciated', required: true }),
        usedUnits: quantity({ label: '已用工作量', english: 'Units used', help: '工作量法填写' }),
        startedOn: date({ label: '开始使用日期', english: 'In use since' }),
        net: money({ label: '净值', english: 'Net value', computed: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => ({ quantity: line.quantity ?? decimal(1), net: line.value?.minus(line.depreciation ?? zero) }),
    }),
  },
  derive: (_header, { tables }) => ({
    totalValue: totalOf(tables.lines, 'value'),
    totalDepreciation: totalOf(tables.lines, 'depreciation'),
    totalNet: totalOf(tables.lines, 'net'),
  }),
  list: ['totalValue', 'totalDepreciation', 'totalNet'],
  totals: ['value', 'depreciation', 'net'],
  inWords: 'value',
})
