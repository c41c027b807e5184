import { labelOf } from '../../../ui/derive/label.ts'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { t } from '../../../ui/language.ts'
import { addDecimalTexts } from '../../../ui/number/decimal-text.ts'
import type { ChartColour, ChartData } from '../../../ui/report/chart-data.ts'
import type { CatalogueReport } from '../catalogue/catalogue.ts'
import { cell, type ReportAnswer } from './report-answer.ts'

const mostCategories = 24
const mostPoints = 60
const colours: readonly ChartColour[] = ['chart-1-soft', 'chart-1', 'chart-3', 'chart-4']

/** Heights on the screen may be floats: figures are divided for the eye, nothing is computed with them. */
function inTenThousands(text: string): string {
  return String(Math.round(Number(text) / 100) / 100)
}

const mostSlices = 7

/** Parts of a whole, the largest first; what is small stands together. */
function pieOf(report: CatalogueReport, rows: readonly ReportRow[], column: ReportColumn): ChartData | null {
  const parts = rows
    .map((row) => ({ name: cell(row, report.chart?.category ?? ''), value: cell(row, column.name) || '0' }))
    .filter((part) => Number(part.value) > 0)
    .toSorted((one, other) => Number(other.value) - Number(one.value))
  const rest = parts.slice(mostSlices - 1)
  const shown =
    rest.length < 2
      ? parts
      : [
          ...parts.slice(0, mostSlices - 1),
          { name: t('chart.rest'), value: addDecimalTexts(rest.map((part) => part.value)) },
        ]
  if (shown.length === 0) return null
  return {
    pie: true,
    categories: shown.map((part) => part.name),
    series: [
      {
        name: labelOf(column, column.name),
        kind: 'bar',
        colour: 'chart-1',
        values: shown.map((part) => part.value),
      },
    ],
  }
}

type DrawnColumn = { readonly column: ReportColumn; readonly dashed: boolean }

/** What was is drawn in strong; of what is expected the first, and the bounds around it in the softest. */
function lineColour(columns: readonly DrawnColumn[], index: number): ChartColour {
  if (columns[index]?.dashed !== true) return index === 0 ? 'chart-1' : (colours[index] ?? 'chart-2')
  return columns.findIndex((one) => one.dashed) === index ? 'chart-3' : 'chart-2'
}

/** What the chart of a report shows, or null where its definition has none, or nothing was found. */
export function chartOf(report: CatalogueReport, answer: ReportAnswer): ChartData | null {
  const { chart } = report
  if (chart === null) return null
  const subtotals = chart.of === 'subtotals' ? answer.rows.filter((row) => row.rowKind === 'subtotal') : []
  const plain = subtotals.length > 0 ? subtotals : answer.rows.filter((row) => row.rowKind === undefined)
  const columns = chart.series
    .flatMap((name) => answer.columns.filter((column) => column.name === name))
    .slice(0, 4)
    .map((column): DrawnColumn => ({ column, dashed: chart.dashed?.includes(column.name) === true }))
  const [first] = columns
  if (plain.length === 0 || first === undefined) return null
  if (chart.kind === 'pie') return pieOf(report, plain, first.column)
  const isLine = chart.kind === 'line'
  const rows = isLine ? plain.slice(-mostPoints) : plain.slice(0, mostCategories)
  const isLarge = rows.some((row) => columns.some(({ column }) => Math.abs(Number(cell(row, column.name))) >= 100_000))
  const valueOf = (row: ReportRow, name: string): string => {
    const text = cell(row, name)
    if (text === '') return isLine ? '' : '0'
    return isLarge ? inTenThousands(text) : text
  }
  return {
    unit: isLarge ? t(first.column.kind === 'money' ? 'chart.tenThousand' : 'chart.tenThousands') : undefined,
    // A code before the name would only crowd the axis.
    categories: rows.map((row) => cell(row, chart.category).replace(/^[A-Z]*\d+ /, '')),
    series: columns.map(({ column, dashed }, index) => ({
      name:
        column.group === undefined ? labelOf(column, column.name) : `${column.group} ${labelOf(column, column.name)}`,
      kind: dashed ? 'dashed' : isLine ? 'line' : 'bar',
      colour: isLine ? lineColour(columns, index) : columns.length === 1 ? 'chart-1' : (colours[index] ?? 'chart-2'),
      stack: chart.kind === 'stack' ? 'all' : undefined,
      values: rows.map((row) => valueOf(row, column.name)),
    })),
  }
}
