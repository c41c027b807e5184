import type { CalendarDate } from '../../../base/calendar-date.ts'
import { daysOf, daySpans, type DaySpan } from '../../../base/day-span.ts'
import { kebab } from '../../../kernel/definition/define.ts'
import { searchOf, type Asked } from '../report/parameter-state.ts'
import type { Question } from './watch-data.ts'

const dayNames = ['from', 'to', 'period'] as const

/** The span of days that a report is asked for at this moment; null where its days are no such span. */
export function spanOf(asked: Asked, today: CalendarDate): DaySpan | null {
  const { from, to, period } = asked
  const found = daySpans.find((span) => {
    const days = daysOf(span, today)
    if (from !== undefined && to !== undefined) return days.from === from && days.to === to
    return (span === 'thisMonth' || span === 'lastMonth') && period === days.from.slice(0, 7)
  })
  return found ?? null
}

/** Whether days are asked of a report at all. */
export function asksDays(parameters: object): boolean {
  return dayNames.some((name) => name in parameters)
}

/** What is kept of what is asked now: with a span, its days go along with the calendar. */
export function questionOf(report: string, asked: Asked, span: DaySpan | null): Question {
  const kept = Object.entries(asked).filter(
    ([name, value]) => value !== '' && (span === null || !dayNames.some((one) => one === name)),
  )
  return { report, parameters: Object.fromEntries(kept), span }
}

/** The parameters of a question on a day, as the address of the report carries them. */
export function askedOn(question: Question, parameters: object, today: CalendarDate): Asked {
  if (question.span === null) return question.parameters
  const { from, to } = daysOf(question.span, today)
  const days = { from, to, period: from.slice(0, 7) }
  return { ...question.parameters, ...Object.fromEntries(Object.entries(days).filter(([name]) => name in parameters)) }
}

/** Where the report stands with what is asked of it. */
export function pathOf(question: Question, parameters: object, today: CalendarDate): string {
  return `/report/${kebab(question.report)}?${searchOf(askedOn(question, parameters, today)).toString()}`
}
