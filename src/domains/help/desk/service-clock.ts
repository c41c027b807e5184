import { addDays, calendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { dateIn } from '../../../base/clock.ts'

/** 7×12: on every day of the week, from nine to twenty-one, Beijing time. */
export const serviceHours = { from: 9, until: 21, zone: 'Asia/Shanghai', offset: 8 } as const

const hour = 3_600_000

/** The moment of an hour on a day of the service's zone, which knows no summer time. */
const momentOf = (day: CalendarDate, at: number): number =>
  Date.parse(`${day}T00:00:00Z`) + (at - serviceHours.offset) * hour

/** Adds hours of service to a moment: what is asked at night begins the next morning, what is left over goes on the next day. */
export const afterServiceHours = (from: Date, hours: number): Date => {
  let day = dateIn(from, serviceHours.zone)
  let at = from.getTime()
  let left = hours * hour
  for (;;) {
    const opens = momentOf(day, serviceHours.from)
    const closes = momentOf(day, serviceHours.until)
    const begins = Math.max(at, opens)
    const room = Math.max(0, closes - begins)
    if (left <= room) return new Date(begins + left)
    left -= room
    day = addDays(calendarDate(day), 1)
    at = momentOf(day, serviceHours.from)
  }
}

/** How soon a ticket is answered and solved, in hours of service. */
export const serviceTargets = {
  urgent: { answer: 1, solve: 4 },
  normal: { answer: 4, solve: 24 },
  low: { answer: 12, solve: 60 },
} as const
export type Urgency = keyof typeof serviceTargets

export interface TicketTimes {
  readonly openedAt: Date
  readonly urgency: Urgency
  readonly answeredAt: Date | null
  readonly solvedAt: Date | null
}

/** By when a ticket has to be answered and solved, and which of the two was or is broken at a moment. */
export const ticketClock = ({ openedAt, urgency, answeredAt, solvedAt }: TicketTimes, now: Date) => {
  const target = serviceTargets[urgency]
  const answerBy = afterServiceHours(openedAt, target.answer)
  const solveBy = afterServiceHours(openedAt, target.solve)
  return {
    answerBy,
    solveBy,
    answerBroken: (answeredAt ?? now).getTime() > answerBy.getTime(),
    solveBroken: (solvedAt ?? now).getTime() > solveBy.getTime(),
  }
}
