import { defineEntity } from '../../../kernel/definition/define.ts'
import { money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'

/** 销售计划: what is to be sold in a month, by whom and of what. */
export const salesTarget = defineEntity({
  name: 'salesTarget',
  label: '销售计划',
  english: 'Sales target',
  fields: {
    month: text({ label: '月份', required: true, indexed: true, maxLength: 7, help: '如 2026-01' }),
  },
  tables: {
    lines: lineTable({
      label: '目标',
      atLeast: 1,
      fields: {
        salesperson: ref(employee, { label: '业务员' }),
        department: ref(department, { label: '部门' }),
        item: ref(item, { label: '商品' }),
        category: ref(itemCategory, { label: '商品分类' }),
        quantity: quantity({ label: '目标数量', english: 'Target quantity', help: '按基本单位' }),
        amount: money({ label: '目标金额', english: 'Target amount', help: '不含税' }),
      },
    }),
  },
  list: ['month'],
})
