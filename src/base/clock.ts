import { calendarDate, daysBetween } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

/** The zone companies live in unless they say otherwise. */
export const defaultZone = 'Asia/Shanghai'

/** Where the time comes from. Business asks for {@link Clock.today}; only recording asks for {@link Clock.now}. */
export interface Clock {
  /** The moment, for what is recorded. */
  now(): Date
  /** The day it is in a zone (IANA name), Asia/Shanghai when none is given. */
  today(zone?: string): CalendarDate
}

/** The time of day that a moment is in a zone, `HH:MM`. Throws a RangeError for a zone that does not exist. */
export function timeOfDayIn(moment: Date, zone: string): string {
  return moment.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** A clock that can be set, for a demo company whose history is written after the fact. */
export interface MovableClock extends Clock {
  /** Sets the moment, or the day at nine in the morning in the default zone. */
  moveTo(moment: Date | CalendarDate): void
  /** Lets time pass. */
  advance(milliseconds: number): void
}

const dayMilliseconds = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The last minute that was asked for in each zone: today is asked for again and again. */
const lastMinutes = new Map<string, { readonly minute: number; readonly day: CalendarDate }>()
/** Since 1972 zones differ from each other by whole minutes. */
const wholeMinutesSince = Date.UTC(1973, 0, 1)

/** The day that a moment falls on in a zone. Throws a RangeError for a zone that does not exist. */
export function dateIn(moment: Date, zone: string): CalendarDate {
  const time = moment.getTime()
  if (!(time >= wholeMinutesSince)) return formattedDay(moment, zone)
  const minute = Math.floor(time / 60_000)
  const last = lastMinutes.get(zone)
  if (last?.minute === minute) return last.day
  const day = formattedDay(moment, zone)
  lastMinutes.set(zone, { minute, day })
  return day
}

function formattedDay(moment: Date, zone: string): CalendarDate {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  const parts = new Map(format.formatToParts(moment).map((part) => [part.type, part.value]))
  return calendarDate(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`)
}

function clockOf(now: () => Date): Clock {
  return { now, today: (zone = defaultZone) => dateIn(now(), zone) }
}

function fixedToday(): CalendarDate | undefined {
  // The browser has no process; there the clock is simply the machine's.
  const text = typeof process === 'undefined' ? undefined : process.env['SUANPAN_TODAY']
  return text === undefined || text === '' ? undefined : calendarDate(text)
}

/**
 * The machine's clock. The environment variable SUANPAN_TODAY (YYYY-MM-DD) fixes the day in the default zone for tests
 * and the demo, while the time of day goes on.
 */
export const systemClock: Clock = clockOf(() => {
  const moment = new Date()
  const fixed = fixedToday()
  if (fixed === undefined) return moment
  return new Date(moment.getTime() + daysBetween(dateIn(moment, defaultZone), fixed) * dayMilliseconds)
})

/** A clock that stands still: at a moment, or at nine in the morning of a day in the default zone. */
export function fixedClock(moment: Date | CalendarDate): Clock {
  const standing = momentOf(moment)
  return clockOf(() => new Date(standing))
}

/** A clock that stands still until it is moved. */
export function movableClock(start: Date | CalendarDate): MovableClock {
  let current = momentOf(start).getTime()
  return {
    ...clockOf(() => new Date(current)),
    moveTo(moment) {
      current = momentOf(moment).getTime()
    },
    advance(milliseconds) {
      current += milliseconds
    },
  }
}

function momentOf(moment: Date | CalendarDate): Date {
  // 09:00 in Shanghai, which has known no summer time since 1991, is 01:00 UTC.
  return moment instanceof Date ? moment : new Date(`${moment}T01:00:00.000Z`)
}
