import { defineReport } from '../../../kernel/definition/report.ts'

/** 期初试算: what a company has opened so far, step by step, and whether it ties. */
export const openingCheck = defineReport({
  name: 'openingCheck',
  label: '期初试算',
  english: 'Openings',
  parameters: {},
  columns: [
    { name: 'label', label: '步骤', english: 'Step', kind: 'text', width: 200 },
    { name: 'ok', label: '完成', english: 'Done', kind: 'boolean', width: 60 },
    { name: 'detail', label: '说明', english: 'Detail', kind: 'text', width: 360 },
    { name: 'debit', label: '借方', english: 'Debit', kind: 'money' },
    { name: 'credit', label: '贷方', english: 'Credit', kind: 'money' },
  ],
})
