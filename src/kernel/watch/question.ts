import { daysOf, isDaySpan } from '../../base/day-span.ts'
import type { DaySpan } from '../../base/day-span.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { kebab } from '../definition/define.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyReport } from '../definition/report.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import type { Installed, Work } from '../posting/work.ts'

/** What is asked of a report again and again: its parameters, and days that go along with the calendar. */
export interface Question {
  readonly report: string
  readonly parameters: Readonly<Record<string, string>>
  readonly span: DaySpan | null
}

export const reportNamed = (installed: Installed, name: unknown): AnyReport | undefined =>
  [...installed.reports.values()].find(({ report }) => report.name === name || kebab(report.name) === name)?.report

/** Reads a question that someone keeps; of a report that they may not see it is refused. */
export const readQuestion = (work: Work, given: Json | undefined, path: string): Question | FieldProblem => {
  const { report: name, parameters = {}, span = null } = isJsonObject(given) ? given : {}
  const report = reportNamed(work.installed, name)
  if (report === undefined || !work.actor.may(`report.${report.name}`))
    return fieldProblem(
      `${path}.report`,
      '没有这个报表，或您无权查看',
      'there is no such report, or you may not see it',
    )
  const asked = isJsonObject(parameters) ? Object.entries(parameters) : []
  const isAsked = asked.every(
    ([key, value]) => key in report.parameters && typeof value === 'string' && value.length <= 200,
  )
  if (!isAsked || !isJsonObject(parameters))
    return fieldProblem(`${path}.parameters`, '报表条件有误', 'are not parameters of the report')
  if (span !== null && !isDaySpan(span)) return fieldProblem(`${path}.span`, '没有这种期间', 'is no span of days')
  return {
    report: report.name,
    parameters: Object.fromEntries(asked.map(([key, value]) => [key, textOf(value)])),
    span,
  }
}

/** The parameters of a question on a day. */
export const parametersOn = (
  report: AnyReport,
  { parameters, span }: Question,
  today: CalendarDate,
): Readonly<Record<string, string>> => {
  if (span === null) return parameters
  const { from, to } = daysOf(span, today)
  const days = { from, to, period: from.slice(0, 7) }
  return {
    ...parameters,
    ...Object.fromEntries(Object.entries(days).filter(([name]) => report.parameters[name] !== undefined)),
  }
}
