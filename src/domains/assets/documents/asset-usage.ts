import { defineDocument } from '../../../kernel/definition/define.ts'
import { quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** 工作量单: what assets did in the month of its date, which those depreciated by units of use are charged by. */
export const assetUsage = defineDocument({
  name: 'assetUsage',
  label: '工作量单',
  numbering: 'GZL-{yyyyMM}-{seq:3}',
  header: { employee: ref(employee, { label: '登记人', english: 'Recorded by' }) },
  tables: {
    lines: lineTable({
      label: '工作量明细',
      atLeast: 1,
      fields: {
        asset: ref(assetCard, { label: '资产', required: true }),
        quantity: quantity({ label: '本月工作量', english: 'Units of use', required: true }),
        unit: text({ label: '单位', computed: true, maxLength: 20 }),
        remark: text({ label: '备注' }),
      },
      derive: (line, { lookup }) => ({ unit: lookup(assetCard, line.asset)?.usageUnit }),
    }),
  },
  list: ['employee'],
})
