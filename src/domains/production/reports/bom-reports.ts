import { date, quantity, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { workshop } from '../entities/workshop.ts'

/** BOM 反查: in which products a material is used, level by level. */
export const bomWhereUsed = defineReport({
  name: 'bomWhereUsed',
  label: '物料反查表',
  english: 'Where a material is used',
  parameters: {
    item: ref(item, { label: '物料', english: 'Material', required: true }),
    date: date({ label: '生效日', english: 'On', help: '空为今天' }),
  },
  columns: [
    { name: 'level', label: '层', english: 'Level', kind: 'integer', width: 60 },
    { name: 'product', label: '用于产品', english: 'Used in', kind: 'text', width: 240 },
    { name: 'bom', label: '物料清单', english: 'Bill of materials', kind: 'text', width: 180 },
    { name: 'bomVersion', label: '版本', english: 'Version', kind: 'text', width: 80 },
    { name: 'perUnit', label: '每个产品用量', english: 'Per unit', kind: 'quantity' },
  ],
  help: '按当天生效的版本逐层向上查；用量为每个产品需要的物料（含损耗，按物料基本单位）',
})

/** BOM 成本卷算: what a product costs by its parts and hours, from the bottom up. */
export const bomCost = defineReport({
  name: 'bomCost',
  label: 'BOM 成本卷算',
  english: 'Rolled-up cost',
  parameters: {
    item: ref(item, { label: '产品', english: 'Product', required: true }),
    quantity: quantity({ label: '数量', initial: '1' }),
    workshop: ref(workshop, { label: '生产车间', help: '取其计划工时单价、费用率' }),
    date: date({ label: '生效日', english: 'On', help: '空为今天' }),
  },
  columns: [
    { name: 'level', label: '层', english: 'Level', kind: 'integer', width: 60 },
    { name: 'item', label: '物料', english: 'Material', kind: 'text', width: 260 },
    { name: 'quantity', label: '数量', kind: 'quantity' },
    { name: 'unitCost', label: '单位成本', english: 'Unit cost', kind: 'price', sensitive: true },
    { name: 'material', label: '直接材料', english: 'Material', kind: 'money', sensitive: true },
    { name: 'labour', label: '直接人工', english: 'Labour', kind: 'money', sensitive: true },
    { name: 'overhead', label: '制造费用', english: 'Overhead', kind: 'money', sensitive: true },
    { name: 'amount', label: '成本', english: 'Cost', kind: 'money', sensitive: true },
  ],
  help: '外购件取库存成本，没有库存取参考进价；自制件逐层卷算',
})
