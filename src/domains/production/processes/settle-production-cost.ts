import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 成本结转: labour and overhead to the orders, and what was finished at what it cost. The close does it by itself. */
export const settleProductionCost = defineProcess({
  name: 'settleProductionCost',
  label: '成本结转',
  english: 'Settle production cost',
  parameters: {
    period: text({ label: '月份', english: 'Month', required: true, maxLength: 7, help: '如 2026-01；可重复运行' }),
  },
  help: '归集并分配人工、制造费用，计算完工与在产品成本，把完工入库调整为实际成本；结账时自动运行',
})
