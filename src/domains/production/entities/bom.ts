import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice, date, decimal, percent, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'

/** What comes out beside the product: of equal standing, or by the way at a value that is known. */
export const outputKinds = { coProduct: '联产品', byProduct: '副产品' } as const

/** 物料清单 BOM: what a product is made of; each version holds from a day until the next one does. */
export const bom = defineEntity({
  name: 'bom',
  label: '物料清单',
  english: 'Bill of materials',
  also: ['BOM', '产品结构'],
  fields: {
    item: ref(item, { label: '产品', english: 'Product', required: true, indexed: true }),
    bomVersion: text({ label: '版本', english: 'Version', maxLength: 20, initial: '1' }),
    validFrom: date({ label: '生效日期', english: 'Valid from', required: true, initial: 'today' }),
    quantity: quantity({
      label: '产出数量',
      english: 'Makes',
      initial: '1',
      help: '用料按这么多产品（基本单位）填写；空为 1',
    }),
    labourHours: decimal({
      label: '标准工时',
      english: 'Standard hours',
      scale: 6,
      help: '做出上面的产出数量要多少小时，估计人工和费用用',
    }),
    changeNote: text({ label: '变更说明', english: 'What changed' }),
  },
  tables: {
    components: lineTable({
      label: '用料',
      atLeast: 1,
      fields: {
        component: ref({ name: 'item', label: '商品' }, { label: '物料', english: 'Component', required: true }),
        quantity: quantity({ label: '用量', required: true }),
        unit: ref(unit, { label: '单位', help: '空为基本单位' }),
        lossPercent: percent({ label: '损耗率%', english: 'Loss %', help: '领料数 = 用量 ×（1 + 损耗率）' }),
        substitute: ref({ name: 'item', label: '商品' }, { label: '替代料', english: 'Substitute' }),
        substituteRatio: decimal({ label: '替代比例', scale: 6, help: '一个物料用几个替代料；空为 1' }),
      },
    }),
    outputs: lineTable({
      label: '联副产品',
      fields: {
        output: ref({ name: 'item', label: '商品' }, { label: '产出', english: 'Output', required: true }),
        kind: choice({ label: '种类', options: outputKinds, initial: 'byProduct', required: true }),
        quantity: quantity({ label: '数量', required: true }),
        costShare: decimal({ label: '成本系数', english: 'Cost weight', scale: 6, help: '联产品：主产品为 1' }),
        unitCost: price({ label: '副产品单价', english: 'By-product at', sensitive: true, help: '从材料成本中扣除' }),
      },
    }),
  },
  list: ['item', 'bomVersion', 'validFrom', 'quantity'],
})
