import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 资产减值单: what an asset will not bring back any more, under 企业会计准则 alone; never taken back. */
export const assetImpairment = defineDocument({
  name: 'assetImpairment',
  label: '资产减值单',
  numbering: 'ZCJZ-{yyyyMM}-{seq:4}',
  header: {
    reason: text({ label: '减值原因', english: 'Reason', required: true }),
    totalAmount: money({ label: '减值合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '减值明细',
      atLeast: 1,
      fields: {
        asset: ref(assetCard, { label: '资产', required: true }),
        amount: money({ label: '减值金额', english: 'Impairment', required: true }),
        remark: text({ label: '备注' }),
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['reason', 'totalAmount'],
  totals: ['amount'],
})
