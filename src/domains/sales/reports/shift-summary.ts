import { date, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 零售交班汇总: what was sold, taken back and taken in at the counter, by account, since a moment. */
export const shiftSummary = defineReport({
  name: 'shiftSummary',
  label: '零售交班汇总',
  english: 'Counter shift summary',
  parameters: {
    day: date({ label: '日期', english: 'Day', initial: 'today' }),
    warehouse: ref(warehouse, { label: '门店仓库', english: 'Shop' }),
    cashier: text({ label: '制单人', english: 'Cashier', maxLength: 100 }),
  },
  columns: [
    { name: 'label', label: '项目', english: 'Item', kind: 'text', width: 200 },
    { name: 'count', label: '笔数', english: 'Count', kind: 'integer' },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money' },
  ],
})
