import { decimal, isDecimalString } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { ReportColumn, ReportRow } from '../definition/report.ts'
import { isNumber } from '../transfer/sheet.ts'

/** How one figure is taken from a report: a column's total, its largest or smallest value, or how many rows there are. */
export const measures = ['total', 'largest', 'smallest', 'count'] as const
export type Measure = (typeof measures)[number]

export const isMeasure = (value: unknown): value is Measure => measures.some((one) => one === value)

interface Answered {
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly totals: ReportRow | undefined
}

const numberIn = (row: ReportRow | undefined, name: string): Decimal | undefined => {
  const text = String(row?.[name] ?? '')
  return isDecimalString(text) ? decimal(text) : undefined
}

/** The figure of a report; undefined where the column is not there, or not for whoever asks. */
export const figureOf = ({ columns, rows, totals }: Answered, measure: Measure, name: string): Decimal | undefined => {
  const plain = rows.filter((row) => row.rowKind === undefined)
  if (measure === 'count') return decimal(plain.length)
  const column = columns.find((one) => one.name === name)
  if (column === undefined || !isNumber(column.kind)) return undefined
  const values = plain.flatMap((row) => numberIn(row, name) ?? [])
  if (measure === 'total') return numberIn(totals, name) ?? values.reduce((all, one) => all.plus(one), decimal(0))
  const sorted = values.toSorted((one, other) => one.cmp(other))
  return (measure === 'largest' ? sorted.at(-1) : sorted[0]) ?? decimal(0)
}
