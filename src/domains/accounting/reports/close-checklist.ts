import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 结账检查: what stands in the way of closing a period, before it is tried. */
export const closeChecklistReport = defineReport({
  name: 'closeChecklist',
  label: '结账检查',
  parameters: { period: text({ label: '期间', english: 'Period', required: true, maxLength: 7 }) },
  columns: [
    { name: 'label', label: '检查项', english: 'Check', kind: 'text', width: 200 },
    { name: 'ok', label: '通过', english: 'Passed', kind: 'boolean', width: 60 },
    { name: 'blocking', label: '必须', english: 'Required', kind: 'boolean', width: 60 },
    { name: 'detail', label: '说明', english: 'Detail', kind: 'text', width: 420 },
  ],
})
