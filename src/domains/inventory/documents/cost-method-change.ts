import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { costMethods } from '../../../ledgers/dimensions/cost-methods.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'

/** 计价方法变更单: from the first day of a period on, items are costed by another method; what is on hand keeps its value. */
export const costMethodChange = defineDocument({
  name: 'costMethodChange',
  label: '计价方法变更单',
  numbering: 'JJBG-{yyyyMM}-{seq:4}',
  header: {
    costMethod: choice({
      label: '新计价方法',
      english: 'New costing method',
      options: costMethods,
      required: true,
      help: '从单据日期起按此计价；日期须是未结账期间的第一天',
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
  list: ['costMethod', 'reason'],
})
