import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { costMethods, costScopes } from '../../../ledgers/dimensions/cost-methods.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'

/** 成本方法与范围变更单: from the first day of a period on, items are costed by another method or in pools of another scope; what is on hand keeps its value. */
export const costMethodChange = defineDocument({
  name: 'costMethodChange',
  label: '成本方法与范围变更单',
  numbering: 'JJBG-{yyyyMM}-{seq:4}',
  header: {
    costMethod: choice({
      label: '新计价方法',
      english: 'New costing method',
      options: costMethods,
      help: '从单据日期起按此计价，空为不变；日期须是未结账期间的第一天',
    }),
    costPool: choice({
      label: '新核算范围',
      english: 'New cost pool',
      options: costScopes,
      help: '从单据日期起，商品全公司一个成本，或各仓库各自一个成本；空为不变',
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
      help: '明细为空时，保存后列出全公司有出入库、计价方法或范围不同的商品；以后的新商品仍随公司设置',
    }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        item: goodsLine.item,
        spec: goodsLine.spec,
        costedSoFar: text({ label: '现行计价', english: 'Costed so far', computed: true }),
        heldQuantity: quantity({ label: '期初结存数量', english: 'Quantity held', computed: true }),
        heldAmount: money({ label: '期初结存金额', english: 'Value held', computed: true, sensitive: true }),
        becomes: text({
          label: '变更后结存',
          english: 'Becomes',
          computed: true,
          sensitive: true,
          maxLength: 2000,
          help: '保存后算出：单据日期开始时的结存，按新范围各是多少；合计不变，不产生差额',
        }),
        remark: text({ label: '备注' }),
      },
      derive: (line, { lookup }) => ({ spec: lookup(item, line.item)?.spec }),
    }),
  },
  list: ['costMethod', 'costPool', 'reason'],
})
