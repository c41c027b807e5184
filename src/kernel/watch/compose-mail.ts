import { actorOf, callerInCompany } from '../access/caller.ts'
import { Problem, notFound } from '../definition/problem.ts'
import { answerReport, reportSheet } from '../http/answer-report.ts'
import type { ReportAnswer } from '../http/answer-report.ts'
import { inWork } from '../http/work.ts'
import type { Acting, WorkSource } from '../http/work.ts'
import type { Work } from '../posting/work.ts'
import { sheetTypes } from '../transfer/sheet-types.ts'
import { writePdf } from '../transfer/write-pdf.ts'
import { writeXlsx } from '../transfer/write-xlsx.ts'
import { findDashboard } from './dashboards.ts'
import { figureOf } from './figure.ts'
import { parametersOn, reportNamed } from './question.ts'
import type { Question } from './question.ts'
import type { Subscription } from './subscriptions.ts'
import type { Id } from '../../base/id.ts'
import type { Sheet } from '../transfer/sheet.ts'

/** Someone's unit of work without a request, with the rights and the sight they have at this moment. */
export const asPerson = async <Result>(
  source: WorkSource,
  company: Id<'company'>,
  person: string,
  step: (work: Work) => Promise<Result>,
): Promise<Result> => {
  const caller = await callerInCompany(source.pool, person, company)
  if (caller?.company !== company)
    throw new Problem('forbidden', { zh: '此用户已不在公司中', en: 'The user is no longer in the company' })
  const acting: Acting = { company, actor: actorOf(caller) }
  return inWork(source, acting, step, { readOnly: true, isolation: 'repeatable read' })
}

interface Asked {
  readonly answered: ReportAnswer
  readonly sheet: Sheet
}

/** Asks a question that someone kept. Whoever may not see the report any more is refused. */
export const askQuestion = async (work: Work, question: Question): Promise<Asked> => {
  const report = reportNamed(work.installed, question.report)
  const run = report === undefined ? undefined : work.installed.reports.get(report.name)
  if (report === undefined || run === undefined) throw notFound('没有这个报表', 'There is no such report')
  if (!work.actor.may(`report.${report.name}`))
    throw new Problem('forbidden', { zh: `您已无权查看${report.label}`, en: `You may not see ${report.name} any more` })
  const given = parametersOn(report, question, work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')))
  const answered = await answerReport(work, run, given)
  return { answered, sheet: reportSheet(report, answered, given, String(work.settings['name'] ?? '')) }
}

/** A mail as it is put together: its words and the tables that go with it. */
export interface Composed {
  readonly lines: readonly string[]
  readonly sheets: readonly Sheet[]
}

const composeDashboard = async (work: Work, id: string): Promise<Composed> => {
  const { tiles } = await findDashboard(work, id)
  const lines: string[] = []
  const sheets = new Map<string, Sheet>()
  for (const tile of tiles) {
    const { answered, sheet } = await askQuestion(work, tile.question)
    if (tile.kind === 'figure') {
      const value = figureOf(answered, tile.measure, tile.figure)
      lines.push(`${tile.title}：${value?.toString() ?? '—'}`)
    } else sheets.set(JSON.stringify(tile.question), { ...sheet, title: tile.title })
  }
  return { lines, sheets: [...sheets.values()] }
}

/** What a subscription sends now, by the rights of whoever subscribed. */
export const composeMail = (work: Work, subscription: Subscription): Promise<Composed> => {
  const { dashboard, question } = subscription
  if (dashboard !== null) return composeDashboard(work, dashboard)
  if (question === null) throw notFound('订阅的看板已删除', 'The dashboard was deleted')
  return askQuestion(work, question).then(({ sheet }) => ({ lines: [], sheets: [sheet] }))
}

/** A table as a file that is attached. */
export const attachmentOf = async (sheet: Sheet, format: 'xlsx' | 'pdf', dataDir: string) => {
  const name = `${sheet.title.replaceAll(/[\\/:*?"<>|]/g, ' ')}.${format}`
  const contentType = sheetTypes[format]
  if (format === 'pdf') return { name, contentType, bytes: await writePdf(sheet, dataDir) }
  const chunks: Buffer[] = []
  for await (const chunk of writeXlsx(sheet)) chunks.push(Buffer.from(chunk as Uint8Array))
  return { name, contentType, bytes: Buffer.concat(chunks) }
}
