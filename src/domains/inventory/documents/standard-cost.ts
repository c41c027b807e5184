import { defineDocument } from '../../../kernel/definition/define.ts'
import { price, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'

/** 标准成本调整单: what goods are to cost from the first day of a period on; what is on hand at standard cost is worth that. */
export const standardCost = defineDocument({
  name: 'standardCost',
  label: '标准成本调整单',
  numbering: 'BZCB-{yyyyMM}-{seq:4}',
  header: { reason: text({ label: '调整原因', required: true }) },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        item: goodsLine.item,
        spec: goodsLine.spec,
        unit: ref(unit, { label: '单位', english: 'Base unit', computed: true }),
        standardPrice: price({
          label: '标准成本',
          english: 'Standard cost',
          required: true,
          sensitive: true,
          help: '每基本单位，不含税；从单据日期起有效',
        }),
        remark: text({ label: '备注' }),
      },
      derive: (line, { lookup }) => {
        const found = lookup(item, line.item)
        return { spec: found?.spec, unit: found?.unit }
      },
    }),
  },
  list: ['reason'],
})
