import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'

/** A report as the API answers it: columns the asker may see, rows, totals, lines under the title. */
export type ReportAnswer = {
  readonly report: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly totals?: ReportRow
  /** The form's number, where the law gives one. */
  readonly form?: string
  readonly notes: readonly string[]
}

/** A cell as text; empty where there is none. */
export function cell(row: ReportRow | undefined, name: string): string {
  const value = row?.[name]
  return value === null || value === undefined ? '' : String(value)
}
