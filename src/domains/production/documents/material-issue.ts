import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { orderHead } from './order-head.ts'

/** Who fetched or brought back materials, and where. */
const materialHead = {
  ...orderHead,
  warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
  employee: ref(employee, { label: '领料人', english: 'Fetched by' }),
} as const

const materialLine = {
  ...goodsLine,
  warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
  ...trackedLine,
  remark: text({ label: '备注' }),
} as const

/** 生产领料单: materials leave the warehouse for a work order and become its cost. */
export const materialIssue = defineDocument({
  name: 'materialIssue',
  label: '生产领料单',
  numbering: 'LLD-{yyyyMM}-{seq:4}',
  header: materialHead,
  tables: { lines: lineTable({ label: '物料明细', atLeast: 1, fields: materialLine, derive: deriveGoods }) },
  list: ['workOrder', 'warehouse', 'employee'],
  totals: ['quantity'],
})

/** 生产退料单: materials that a work order did not use come back at what they left at. Quantities are positive. */
export const materialReturn = defineDocument({
  name: 'materialReturn',
  label: '生产退料单',
  numbering: 'TLD-{yyyyMM}-{seq:4}',
  header: { ...materialHead, employee: ref(employee, { label: '退料人', english: 'Brought back by' }) },
  tables: { lines: lineTable({ label: '物料明细', atLeast: 1, fields: materialLine, derive: deriveGoods }) },
  list: ['workOrder', 'warehouse', 'employee'],
  totals: ['quantity'],
})
