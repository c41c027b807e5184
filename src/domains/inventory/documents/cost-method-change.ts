import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { costMethods } from '../../../ledgers/dimensions/cost-methods.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
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
    category: ref(itemCategory, {
      label: '按分类',
      english: 'Of a category',
      help: '明细为空时，保存后列出该分类（含下级）有出入库的商品',
    }),
    wholeCompany: boolean({
      label: '全部商品',
      english: 'All items',
      initial: false,
      help: '明细为空时，保存后列出全公司有出入库、计价方法不同的商品',
    }),
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
