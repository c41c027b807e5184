import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'

/** 存货重分类单: items join another category from the first day of a period on, and their value moves to its account. */
export const stockReclassification = defineDocument({
  name: 'stockReclassification',
  label: '存货重分类单',
  numbering: 'CFL-{yyyyMM}-{seq:4}',
  header: {
    category: ref(itemCategory, {
      label: '新分类',
      english: 'New category',
      required: true,
      help: '存货科目随分类；日期须是未结账期间的第一天',
    }),
    reason: text({ label: '变更原因', required: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { item: goodsLine.item, spec: goodsLine.spec, remark: text({ label: '备注' }) },
      derive: (line, { lookup }) => ({ spec: lookup(item, line.item)?.spec }),
    }),
  },
  list: ['category', 'reason'],
})
