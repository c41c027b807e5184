import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, percent, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'

/** What a change does to a component. */
export const changeActions = { add: '新增', change: '改用量', replace: '替换', remove: '取消' } as const

/** 工程变更单: how a product's BOM changes from a day on; posted, it becomes the next version. */
export const engineeringChange = defineDocument({
  name: 'engineeringChange',
  label: '工程变更单',
  numbering: 'GCBG-{yyyyMM}-{seq:4}',
  header: {
    item: ref(item, { label: '产品', english: 'Product', required: true, indexed: true }),
    validFrom: date({ label: '生效日期', english: 'Valid from', required: true }),
    bomVersion: text({ label: '新版本', english: 'New version', required: true, maxLength: 20 }),
    reason: text({ label: '变更原因', english: 'Reason', required: true }),
  },
  tables: {
    lines: lineTable({
      label: '变更明细',
      atLeast: 1,
      fields: {
        action: choice({ label: '变更', english: 'Change', options: changeActions, required: true }),
        component: ref(item, { label: '物料', english: 'Component', required: true }),
        replacement: ref(item, { label: '替换为', english: 'Replaced by' }),
        quantity: quantity({ label: '新用量', english: 'New quantity', help: '替换时空为原用量' }),
        unit: ref(unit, { label: '单位', help: '空为基本单位' }),
        lossPercent: percent({ label: '损耗率%', english: 'Loss %' }),
        remark: text({ label: '备注' }),
      },
    }),
  },
  list: ['item', 'bomVersion', 'validFrom', 'reason'],
})
