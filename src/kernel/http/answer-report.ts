import type { Json } from '../../base/json.ts'
import { sumOfTexts } from '../../base/fixed-point.ts'
import { maySee } from '../definition/field.ts'
import type { AnyReport, ReportColumn, ReportResult, ReportRow } from '../definition/report.ts'
import type { ReportRun } from '../documents/installed.ts'
import { shownTo } from '../documents/record-json.ts'
import type { Work } from '../posting/work.ts'
import type { Sheet } from '../transfer/sheet.ts'
import { readParameters } from './parameters.ts'

/** A report as whoever asks may see it. */
export interface ReportAnswer {
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly totals: ReportRow | undefined
  readonly form: string | undefined
  readonly notes: readonly string[]
}

const seenColumns = (report: AnyReport, result: ReportResult, work: Work): readonly ReportColumn[] =>
  (result.columns ?? report.columns).filter((column) => maySee(column, (right) => work.actor.may(right)))

/** A row without what may not be seen; what has no column (ids to drill by) stays. */
const seenRow = (row: ReportRow, hidden: ReadonlySet<string>): ReportRow =>
  hidden.size === 0 ? row : (Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))) as ReportRow)

/** A row with stars in place of what identifies a person, for who may not see that. */
const maskedRow = (row: ReportRow, personal: readonly ReportColumn[], work: Work): ReportRow => {
  const shown = personal.map((column) => [column.name, shownTo(column, (row[column.name] ?? null) as Json, work)])
  return { ...row, ...Object.fromEntries(shown) } as ReportRow
}

/** The rows as whoever asks may see them; as they are where nothing is hidden of them, which very many rows mostly are. */
const seenRows = (
  rows: readonly ReportRow[],
  hidden: ReadonlySet<string>,
  columns: readonly ReportColumn[],
  work: Work,
): readonly ReportRow[] => {
  const personal = columns.filter((column) => column.personal !== undefined)
  if (personal.length > 0) return rows.map((row) => maskedRow(seenRow(row, hidden), personal, work))
  return hidden.size === 0 ? rows : rows.map((row) => seenRow(row, hidden))
}

const isPlain = (row: ReportRow) => row.rowKind === undefined

const totalsOf = (columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportRow | undefined => {
  const summed = columns.filter((column) => column.total === true)
  if (summed.length === 0) return undefined
  const plain = rows.filter(isPlain)
  return Object.fromEntries(
    summed.map(({ name }) => [name, sumOfTexts(plain.map((row) => String(row[name] ?? '0')))]),
  ) as ReportRow
}

/** Runs a report for whoever acts: what they may not see is left out, of its columns and totals too. */
export const answerReport = async (
  work: Work,
  asked: ReportRun,
  given: Readonly<Record<string, Json | undefined>>,
): Promise<ReportAnswer> => {
  const { report } = asked
  const result = await asked.run(await readParameters(work, report.parameters, given), work)
  const all = result.columns ?? report.columns
  const columns = seenColumns(report, result, work)
  const hidden = new Set(all.filter((column) => !columns.includes(column)).map((column) => column.name))
  const rows = seenRows(result.rows, hidden, columns, work)
  const totals = result.totals === undefined ? totalsOf(columns, rows) : seenRow(result.totals, hidden)
  return { columns, rows, totals, form: result.form ?? report.form, notes: result.notes ?? [] }
}

const askedWords = (report: AnyReport, given: Readonly<Record<string, Json | undefined>>): string =>
  Object.entries(report.parameters)
    .flatMap(([name, field]) => {
      const text = given[name]
      return typeof text === 'string' && text !== '' ? [`${field.label}：${field.options?.[text] ?? text}`] : []
    })
    .join('　')

/** A report as a table that leaves the house, with the company and what was asked under its title. */
export const reportSheet = (
  report: AnyReport,
  answered: ReportAnswer,
  given: Readonly<Record<string, Json | undefined>>,
  company: string,
): Sheet => ({
  title: report.label,
  notes: [company, answered.form ?? '', askedWords(report, given), ...answered.notes].filter((note) => note !== ''),
  columns: answered.columns,
  rows: answered.rows,
  totals: answered.totals,
})
