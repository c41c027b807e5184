import { choice, integer, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { consolidationGroup } from '../entities/consolidation-group.ts'

export const groupField = ref(consolidationGroup, { label: '合并范围', help: '只有一个时可空' })
const period = text({ label: '期间', english: 'Period', maxLength: 7, help: '如 2026-12；空为本月' })
const statement = choice({
  label: '报表',
  options: { balanceSheet: '合并资产负债表', incomeStatement: '合并利润表', cashFlow: '合并现金流量表' },
  initial: 'balanceSheet',
  required: true,
})

const toLine = (line: string) =>
  ({
    to: 'report',
    report: 'consolidatedLine',
    parameters: { group: 'group', statement: 'statement', line, period: 'period' },
  }) as const

const side = (prefix: string, group: string): ReportColumn[] => [
  { name: `${prefix}Item`, label: group, group, kind: 'text', width: 220 },
  { name: `${prefix}Line`, label: '行次', english: 'Line', group, kind: 'integer', width: 50 },
  {
    name: `${prefix}Closing`,
    label: '期末余额',
    english: 'Closing',
    group,
    kind: 'money',
    drill: toLine(`${prefix}Line`),
  },
  {
    name: `${prefix}Opening`,
    label: '上年年末余额',
    english: 'End of last year',
    group,
    kind: 'money',
    drill: toLine(`${prefix}Line`),
  },
]

/** 合并资产负债表 会合01表: members' sheets, less what the entries of consolidation take away. */
export const consolidatedBalanceSheet = defineReport({
  name: 'consolidatedBalanceSheet',
  label: '合并资产负债表',
  layout: 'balanceSheet',
  form: '会合01表',
  parameters: { group: groupField, period },
  columns: [...side('asset', '资产'), ...side('claim', '负债和所有者权益')],
})

const lineColumns: readonly ReportColumn[] = [
  { name: 'item', label: '项目', english: 'Item', kind: 'text', width: 360 },
  { name: 'line', label: '行次', english: 'Line', kind: 'integer', width: 50 },
  { name: 'current', label: '本年累计金额', english: 'Year to date', kind: 'money', drill: toLine('line') },
  { name: 'previous', label: '上年同期金额', english: 'Last year', kind: 'money', drill: toLine('line') },
]

/** 合并利润表 会合02表: the year so far. */
export const consolidatedIncomeStatement = defineReport({
  name: 'consolidatedIncomeStatement',
  label: '合并利润表',
  layout: 'statement',
  form: '会合02表',
  parameters: { group: groupField, period },
  columns: lineColumns,
})

/** 合并现金流量表 会合03表: the year so far. */
export const consolidatedCashFlow = defineReport({
  name: 'consolidatedCashFlow',
  label: '合并现金流量表',
  layout: 'statement',
  form: '会合03表',
  parameters: { group: groupField, period },
  columns: lineColumns,
})

/** The columns of the paper beside those of the members. */
export const paperColumns = {
  before: [
    { name: 'item', label: '项目', english: 'Item', kind: 'text', width: 260 },
    { name: 'line', label: '行次', english: 'Line', kind: 'integer', width: 50 },
  ],
  after: [
    { name: 'sum', label: '合计数', english: 'Sum', kind: 'money', drill: toLine('line') },
    { name: 'debit', label: '借方', english: 'Debit', group: '抵销分录', kind: 'money', drill: toLine('line') },
    { name: 'credit', label: '贷方', english: 'Credit', group: '抵销分录', kind: 'money', drill: toLine('line') },
    { name: 'consolidated', label: '合并数', english: 'Consolidated', kind: 'money', drill: toLine('line') },
  ],
} as const satisfies Record<string, readonly ReportColumn[]>

/** 合并工作底稿: members, their sum, entries of consolidation, consolidated figures. */
export const consolidationWorkingPaper = defineReport({
  name: 'consolidationWorkingPaper',
  label: '合并工作底稿',
  parameters: { group: groupField, period, statement },
  columns: [...paperColumns.before, ...paperColumns.after],
})

/** 合并项目明细: what a consolidated figure is made of, company by company and entry by entry. */
export const consolidatedLine = defineReport({
  name: 'consolidatedLine',
  label: '合并项目明细',
  english: 'Behind a consolidated line',
  parameters: {
    group: groupField,
    statement,
    line: integer({ label: '行次', english: 'Line', required: true, help: '合并报表上的行次' }),
    period,
  },
  columns: [
    {
      name: 'code',
      label: '公司或分录',
      english: 'Company or entry',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'name', label: '名称或说明', english: 'Name', kind: 'text', width: 320 },
    {
      name: 'item',
      label: '报表项目',
      english: 'Statement line',
      kind: 'text',
      width: 220,
      drill: {
        to: 'report',
        report: 'memberStatementLine',
        parameters: { company: 'company', statement: 'statement', line: 'ownLine', period: 'period', span: 'span' },
      },
    },
    { name: 'closing', label: '期末或本年', english: 'Closing or this year', kind: 'money', total: true },
    { name: 'opening', label: '年初或上年', english: 'Opening or last year', kind: 'money', total: true },
  ],
})
