import type { FastifyInstance } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { kebab } from '../../definition/define.ts'
import type { ReportRun } from '../../documents/installed.ts'
import { answerReport, reportSheet } from '../answer-report.ts'
import { queryOf } from '../body.ts'
import { actingOf, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { noteExport, notedSheet } from '../note-export.ts'
import { readParameters } from '../parameters.ts'
import { sendFile, sendSheet, sheetFormat } from '../send-sheet.ts'
import { inWork } from '../work.ts'

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
      const answered = await inWork(context, actingOf(request), (work) => answerReport(work, run, given), {
        readOnly: true,
        isolation: 'repeatable read',
      })
      if (format === undefined)
        return { report: report.name, label: report.label, layout: report.layout ?? 'table', ...answered }
      const caller = callerOf(request)
      const company = caller.companies.find((one) => one.id === caller.company)?.name ?? ''
      const sheet = reportSheet(report, answered, query, company)
      const noted = notedSheet(context, request, sheet, { type: `report.${report.name}`, format })
      return sendSheet(reply, noted, format, context.dataDir)
    },
  )
}

/** Every report of the installed product: as JSON, a workbook, comma separated text, or paper. */
export const reportRoutes = (app: FastifyInstance, context: ServerContext): void => {
  for (const run of context.installed.reports.values()) reportRoute(app, context, run)
}
