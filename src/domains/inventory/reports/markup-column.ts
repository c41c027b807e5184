import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'

/** What stands in the accounts beside the cost of goods: internal mark-up (rule 17), and what goods at standard cost differ by (rule 18). */
export const markupColumn = (name: string, group?: string): ReportColumn => ({
  name,
  label: '加价和差异',
  english: 'Mark-up and variance',
  kind: 'money',
  total: true,
  sensitive: true,
  ...(group === undefined ? {} : { group }),
})

/** The columns without one that would hold nothing but zeros: most companies have no mark-up. */
export const withoutZeros = (
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  name: string,
): readonly ReportColumn[] =>
  rows.some((row) => /[1-9]/.test(String(row[name] ?? ''))) ? columns : columns.filter((column) => column.name !== name)
