import { toHalfWidth } from '../number/decimal-input.ts'

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The date some days away. */
export function shiftDate(date: string, days: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

function checked(year: number, month: number, day: number): string | null {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && year >= 1900 && year <= 2999
  return real ? isoDate(year, month, day) : null
}

/**
 * Reads a date as people type it: `2026-1-5`, `2026.1.5`, `20260105`, `0105` and `1-5` (this year), `5` (this month),
 * `+3` and `-1` (days from today), `今天`. Gives null where it is not a day of the calendar.
 */
export function readDate(typed: string, today: string): string | null {
  const text = toHalfWidth(typed)
    .trim()
    .replace(/[年月/.]/g, '-')
    .replace(/[日号]$/, '')
    .replace(/-$/, '')
  const [year = 1970, month = 1] = today.split('-').map(Number)
  if (text === '今天' || text === 't') return today
  const shift = /^([+-])(\d{1,3})$/.exec(text)
  if (shift) return shiftDate(today, (shift[1] === '-' ? -1 : 1) * Number(shift[2]))
  const parts = /^(?:(\d{4}|\d{2})-)?(\d{1,2})-(\d{1,2})$/.exec(text)
  if (parts) {
    const typedYear = parts[1] === undefined ? year : Number(parts[1]) + (parts[1].length === 2 ? 2000 : 0)
    return checked(typedYear, Number(parts[2]), Number(parts[3]))
  }
  if (/^\d{8}$/.test(text)) return checked(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
  if (/^\d{6}$/.test(text))
    return checked(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)))
  if (/^\d{3,4}$/.test(text)) {
    const padded = text.padStart(4, '0')
    return checked(year, Number(padded.slice(0, 2)), Number(padded.slice(2)))
  }
  if (/^\d{1,2}$/.test(text)) return checked(year, month, Number(text))
  return null
}
