import { isCalendarDate } from '../../../base/calendar-date.ts'

/** Which comes first in 5/1/2026. */
export type DateOrder = 'dayFirst' | 'monthFirst'

const pad = (part: string) => part.padStart(2, '0')
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year)

const made = (year: string, month: string, day: string): string | undefined => {
  const text = `${fullYear(year)}-${pad(month)}-${pad(day)}`
  return isCalendarDate(text) ? text : undefined
}

const yearFirst = /^(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const together = /^(\d{4})(\d{2})(\d{2})$/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ,]+(\d{4})$/i

/** Days that Excel counts from 1899-12-30: 2000 to 2100. */
const serial = /^(\d{5})(\.0+)?$/
const dayOfSerial = (days: number): string | undefined =>
  days >= 36_526 && days <= 73_415 ? new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10) : undefined

/** The two days that text may mean, where it may mean two. */
export const meaningsOf = (text: string): readonly [dayFirst: string, monthFirst: string] | undefined => {
  const parts = yearLast.exec(text.trim().normalize('NFKC'))
  if (parts === null) return undefined
  const [, one = '', two = '', year = ''] = parts
  const [dayFirst, monthFirst] = [made(year, two, one), made(year, one, two)]
  return dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst
    ? undefined
    : [dayFirst, monthFirst]
}

/**
 * A day in any way people write it: 2026-1-5, 2026/01/05, 2026.1.5, 2026年1月5日, 20260105, 26-1-5, 5 Jan 2026, Excel's number of it,
 * with or without a time; 13/1/2026 where only one reading is a day, 5/1/2026 by `order`. Undefined for anything else.
 */
export const readDate = (given: string, order: DateOrder | undefined): string | undefined => {
  const text = given
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[AP]M)?$/i, '')
    .replace(/\s*(星期|周)[一二三四五六日天]$/, '')
    .replace(/\s*([年月日/.-])\s*/g, '$1')
  const first = yearFirst.exec(text)
  if (first !== null) return made(first[1] ?? '', first[2] ?? '', first[3] ?? '')
  const whole = together.exec(text)
  if (whole !== null) return made(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '')
  const days = serial.exec(text)
  if (days !== null) return dayOfSerial(Number(days[1]))
  const word = named.exec(text)
  if (word !== null) {
    const month = months.indexOf((word[2] ?? '').toLowerCase()) + 1
    return month === 0 ? undefined : made(word[3] ?? '', String(month), word[1] ?? '')
  }
  const last = yearLast.exec(text)
  if (last === null) return undefined
  const [, one = '', two = '', year = ''] = last
  if (order === undefined)
    return meaningsOf(text) === undefined ? (made(year, two, one) ?? made(year, one, two)) : undefined
  return order === 'dayFirst' ? made(year, two, one) : made(year, one, two)
}

/** What a column's own days say of their order: a day over 12 in one place decides for all. */
export const orderIn = (texts: readonly string[]): DateOrder | undefined => {
  const votes = texts.flatMap((text) => {
    const parts = yearLast.exec(text.trim())
    if (parts === null) return []
    const [one, two] = [Number(parts[1]), Number(parts[2])]
    if (one > 12 && two <= 12) return ['dayFirst' as const]
    return two > 12 && one <= 12 ? ['monthFirst' as const] : []
  })
  return new Set(votes).size === 1 ? votes[0] : undefined
}
