import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, choice, json, text } from '../../../kernel/definition/field.ts'
import { countScope } from '../counts/scope-fields.ts'

const count = text({ label: '盘点单', english: 'Count', required: true, help: '单号或 id' })

/** 范围预览: how many lines a sheet of a scope would have. */
export const previewCount = defineCall({
  name: 'previewCount',
  label: '盘点范围预览',
  english: 'Preview the scope of a count',
  right: ['process.startStockCount', 'stockCount.create'],
  asks: true,
  parameters: countScope,
})

/** 盘点表: the lines of a sheet as whoever counts sees them, with what was counted so far. */
export const countSheet = defineCall({
  name: 'countSheet',
  label: '盘点表',
  english: 'Sheet to count by',
  right: ['stockCount.count', 'stockCount.update'],
  asks: true,
  parameters: { count },
})

/** 录入实盘: scans and typed figures, as many as gathered; what was sent before is not counted again. */
export const recordCounts = defineCall({
  name: 'recordCounts',
  label: '录入实盘',
  english: 'Record what was counted',
  right: ['stockCount.count', 'stockCount.update'],
  parameters: {
    count,
    entries: json({
      label: '实盘记录',
      required: true,
      help: '[{"id": uuid, "item": id, "lot": 批号, "bin": 货位 id, "kind": "add" 或 "set", "quantity": "1", "ago": 多少毫秒前扫的, "after": 本机上一条的 id}]',
    }),
  },
})

/** 撤销: an entry is taken back as if it had never been. */
export const undoCount = defineCall({
  name: 'undoCount',
  label: '撤销实盘记录',
  english: 'Take back what was recorded',
  right: ['stockCount.count', 'stockCount.update'],
  parameters: { count, entry: text({ label: '记录', required: true }) },
})

/** 比对: what was counted against what the books knew at the scan of each line. */
export const compareCount = defineCall({
  name: 'compareCount',
  label: '比对盘点',
  english: 'Compare with the books',
  right: 'stockCount.compare',
  parameters: {
    count,
    uncounted: choice({
      label: '未盘到的行',
      english: 'Lines nobody counted',
      options: { refuse: '不允许', zero: '按零' },
      initial: 'refuse',
      required: true,
    }),
    accept: boolean({ label: '接受差异', english: 'Accept without a recount', initial: false }),
  },
})
