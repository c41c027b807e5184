import { labelOf } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import type { ChartColour, ChartData } from '../../../ui/report/chart-data.ts'
import type { CatalogueReport } from '../catalogue/catalogue.ts'
import { cell, type ReportAnswer } from './report-answer.ts'

const mostCategories = 24
const colours: readonly ChartColour[] = ['chart-1-soft', 'chart-1', 'chart-3', 'chart-4']

/** Heights on the screen may be floats: figures are divided for the eye, nothing is computed with them. */
function inTenThousands(text: string): string {
  return String(Math.round(Number(text) / 100) / 100)
}

/** What the chart of a report shows, or null where its definition has none, or nothing was found. */
export function chartOf(report: CatalogueReport, answer: ReportAnswer): ChartData | null {
  const { chart } = report
  if (chart === null) return null
  const rows = answer.rows.filter((row) => row.rowKind === undefined).slice(0, mostCategories)
  const columns = chart.series.flatMap((name) => answer.columns.filter((column) => column.name === name)).slice(0, 4)
  if (rows.length === 0 || columns.length === 0) return null
  const isLarge = rows.some((row) => columns.some((column) => Math.abs(Number(cell(row, column.name))) >= 100_000))
  return {
    unit: isLarge ? t('chart.tenThousand') : undefined,
    // A code before the name would only crowd the axis.
    categories: rows.map((row) => cell(row, chart.category).replace(/^[A-Z]*\d+ /, '')),
    series: columns.map((column, index) => ({
      name:
        column.group === undefined ? labelOf(column, column.name) : `${column.group} ${labelOf(column, column.name)}`,
      kind: chart.kind === 'line' ? 'line' : 'bar',
      colour: columns.length === 1 ? 'chart-1' : (colours[index] ?? 'chart-2'),
      stack: chart.kind === 'stack' ? 'all' : undefined,
      values: rows.map((row) => (isLarge ? inTenThousands(cell(row, column.name)) : cell(row, column.name) || '0')),
    })),
  }
}
