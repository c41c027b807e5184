import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { equityParts } from '../statements/equity-changes.ts'
import { formFile } from './statement-form-file.ts'
import { viewFields } from './book-parameters.ts'

/** 所有者权益变动表 会企04表: what moved each part of the owners' equity from last year's end to the end of the period. */
export const equityChanges = defineReport({
  name: 'equityChanges',
  label: '所有者权益变动表',
  english: 'Changes in equity',
  form: '会企04表',
  parameters: {
    period: text({ label: '期间', english: 'Period', maxLength: 7, help: '如 2026-12；从上年年末到此月末' }),
    ...viewFields,
  },
  columns: [
    { name: 'item', label: '项目', english: 'Item', kind: 'text', width: 320 },
    ...equityParts.map(({ part, label, english }) => ({ name: part, label, english, kind: 'money' as const })),
    { name: 'total', label: '所有者权益合计', english: 'Total equity', kind: 'money' },
  ],
  files: formFile,
})
