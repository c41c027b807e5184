import { defineDocument } from '../../../kernel/definition/define.ts'
import { percent, quantity, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { orderHead } from './order-head.ts'

/** 在产品盘点单: how much of each order is half made at the end of a month, and how far. */
export const progressCount = defineDocument({
  name: 'progressCount',
  label: '在产品盘点单',
  english: 'Count of work in progress',
  numbering: 'ZZPD-{yyyyMM}-{seq:4}',
  header: { countedBy: text({ label: '盘点人', english: 'Counted by', maxLength: 60 }) },
  tables: {
    lines: lineTable({
      label: '在产品',
      atLeast: 1,
      fields: {
        ...orderHead,
        quantity: quantity({ label: '在产品数量', english: 'In progress', required: true }),
        materialPercent: percent({ label: '材料投料率%', english: 'Material %', initial: '100' }),
        completionPercent: percent({ label: '加工完工率%', english: 'Completion %', initial: '50' }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => {
        for (const name of ['quantity', 'materialPercent', 'completionPercent'] as const) {
          const value = line[name]
          if (value?.isNegative() === true || (name !== 'quantity' && value?.gt(100) === true)) {
            throw new FieldRefusal(name, '应在 0 到 100 之间，数量不能为负', 'must lie between 0 and 100')
          }
        }
        return {}
      },
    }),
  },
  list: ['countedBy'],
  totals: ['quantity'],
})
