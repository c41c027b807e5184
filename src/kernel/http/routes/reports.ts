import type { FastifyInstance } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { sumOfTexts } from '../../../base/fixed-point.ts'
import { kebab } from '../../definition/define.ts'
import { maySee } from '../../definition/field.ts'
import type { AnyReport, ReportColumn, ReportResult, ReportRow } from '../../definition/report.ts'
import type { ReportRun } from '../../documents/installed.ts'
import { shownTo } from '../../documents/record-json.ts'
import type { Work } from '../../posting/work.ts'
import type { Sheet } from '../../transfer/sheet.ts'
import { queryOf } from '../body.ts'
import { actingOf, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { noteExport, notedSheet } from '../note-export.ts'
import { readParameters } from '../parameters.ts'
import { sendFile, sendSheet, sheetFormat } from '../send-sheet.ts'
import { inWork } from '../work.ts'

const seenColumns = (report: AnyReport, result: ReportResult, work: Work): readonly ReportColumn[] =>
  (result.columns ?? report.columns).filter((column) => maySee(column, (right) => work.actor.may(right)))

/** A row without what may not be seen; what has no column (ids to drill by) stays. */
const seenRow = (row: ReportRow, hidden: ReadonlySet<string>): ReportRow =>
  hidden.size === 0 ? row : (Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))) as ReportRow)

/** A row with stars in place of what identifies a person, for who may not see that. */
const maskedRow = (row: ReportRow, columns: readonly ReportColumn[], work: Work): ReportRow => {
  const personal = columns.filter((column) => column.personal !== undefined)
  if (personal.length === 0) return row
  const shown = personal.map((column) => [column.name, shownTo(column, (row[column.name] ?? null) as Json, work)])
  return { ...row, ...Object.fromEntries(shown) } as ReportRow
}

const isPlain = (row: ReportRow) => row.rowKind === undefined

const totalsOf = (columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportRow | undefined => {
  const summed = columns.filter((column) => column.total === true)
  if (summed.length === 0) return undefined
  const plain = rows.filter(isPlain)
  return Object.fromEntries(
    summed.map((column) => [column.name, sumOfTexts(plain.map((row) => String(row[column.name] ?? '0')))]),
  ) as ReportRow
}

const answerOf = (report: AnyReport, result: ReportResult, work: Work) => {
  const all = result.columns ?? report.columns
  const columns = seenColumns(report, result, work)
  const hidden = new Set(all.filter((column) => !columns.includes(column)).map((column) => column.name))
  const rows = result.rows.map((row) => maskedRow(seenRow(row, hidden), columns, work))
  const totals = result.totals === undefined ? totalsOf(columns, rows) : seenRow(result.totals, hidden)
  return { columns, rows, totals, form: result.form ?? report.form, notes: result.notes ?? [] }
}

const noteOf = (report: AnyReport, query: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(report.parameters)
    .flatMap(([name, field]) => (query[name] ? [`${field.label}：${field.options?.[query[name]] ?? query[name]}`] : []))
    .join('　')

/** Writes the file of another program's layout that `format` names; undefined where the report has none of that name. */
const fileOf = (run: ReportRun, format: string | undefined) => {
  const file = format === undefined ? undefined : run.report.files?.[format]
  const write = format === undefined ? undefined : run.files?.[format]
  return file === undefined || write === undefined ? undefined : { file, write }
}

const reportRoute = (app: FastifyInstance, context: ServerContext, run: ReportRun): void => {
  const { report } = run
  app.get(
    `/api/reports/${kebab(report.name)}`,
    { config: { right: `report.${report.name}` } },
    async (request, reply) => {
      const query = queryOf(request)
      const given: Readonly<Record<string, Json | undefined>> = query
      const outside = fileOf(run, query['format'])
      if (outside !== undefined) {
        const content = await inWork(
          context,
          actingOf(request),
          async (work) =>
            outside.write(await readParameters(work, report.parameters, given), work, { dataDir: context.dataDir }),
          { readOnly: true, isolation: 'repeatable read' },
        )
        const { extension, contentType, isShown } = outside.file
        await noteExport(context, request, { type: `report.${report.name}`, label: report.label, format: extension })
        return sendFile(reply, { name: `${report.label}.${extension}`, contentType, content, isShown })
      }
      const format = sheetFormat(query['format'])
      // One moment of the books, however many questions the report asks.
      const answered = await inWork(
        context,
        actingOf(request),
        async (work) =>
          answerOf(report, await run.run(await readParameters(work, report.parameters, given), work), work),
        { readOnly: true, isolation: 'repeatable read' },
      )
      if (format === undefined)
        return { report: report.name, label: report.label, layout: report.layout ?? 'table', ...answered }
      const caller = callerOf(request)
      const company = caller.companies.find((one) => one.id === caller.company)?.name ?? ''
      const sheet: Sheet = {
        title: report.label,
        notes: [company, answered.form ?? '', noteOf(report, query), ...answered.notes].filter((note) => note !== ''),
        columns: answered.columns,
        rows: answered.rows,
        totals: answered.totals,
      }
      const noted = notedSheet(context, request, sheet, { type: `report.${report.name}`, format })
      return sendSheet(reply, noted, format, context.dataDir)
    },
  )
}

/** Every report of the installed product: as JSON, a workbook, comma separated text, or paper. */
export const reportRoutes = (app: FastifyInstance, context: ServerContext): void => {
  for (const run of context.installed.reports.values()) reportRoute(app, context, run)
}
