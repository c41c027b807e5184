import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 申报表（税务局格式）: a return on its forms, every row in its place, each figure with how it came about. */
export const taxReturnForms = defineReport({
  name: 'taxReturnForms',
  label: '申报表（税务局格式）',
  english: 'Tax return forms',
  parameters: { number: text({ label: '申报表', english: 'Return', maxLength: 40, help: '单据编号；空为最近一张' }) },
  columns: [
    { name: 'row', label: '栏次', english: 'Row', kind: 'text', width: 60 },
    { name: 'label', label: '项目', english: 'Item', kind: 'text', width: 360 },
    { name: 'column', label: '列', english: 'Column', kind: 'text', width: 220 },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money' },
    { name: 'working', label: '计算说明', english: 'Working', kind: 'text', width: 420 },
  ],
  files: {
    bureau: {
      label: '税务局格式 Excel',
      english: 'Bureau workbook',
      extension: 'xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    xml: { label: '申报 XML', english: 'XML', extension: 'xml', contentType: 'application/xml' },
  },
  help: '导出“税务局格式 Excel”每张表一页、栏次与列同申报表；空白栏填零',
})
