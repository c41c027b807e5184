import { isCalendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, isDecimalString } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** An amount as banks write it: `¥1,234.00`, `-1,000.00`, `(3.00)`, `３．００`, `12.00-`; null for blanks, dashes and masks. */
export const amountIn = (text: string | undefined): Decimal | null => {
  const plain = (text ?? '').normalize('NFKC').replace(/[¥￥$€,\s元]|CNY|RMB|人民币/g, '')
  const turned = /^\((.*)\)$/.exec(plain)?.[1] ?? /^(.*\d)-$/.exec(plain)?.[1]
  const digits = turned ?? plain.replace(/^\+/, '')
  if (!isDecimalString(digits)) return null
  return turned === undefined ? decimal(digits) : decimal(digits).neg()
}

/** A text without the padding, and empty where a format writes a dash or a stroke for nothing. */
export const wordIn = (text: string | undefined): string => {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim()
  return /^[-/—_]+$/.test(plain) ? '' : plain
}

const pad = (text: string) => text.padStart(2, '0')

/** A day in any of the ways banks write it: `2025-08-22`, `2025/8/2`, `20250822`, `2025年8月2日`, with a time or without. */
export const dayIn = (text: string | undefined): CalendarDate | null => {
  const plain = (text ?? '').normalize('NFKC').trim()
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})(?:\D|\d{6}|$)/.exec(plain)
  if (parts === null) return null
  const [, year = '', month = '', day = ''] = parts
  const written = `${year}-${pad(month)}-${pad(day)}`
  return isCalendarDate(written) ? written : null
}

/** The time of day in a text, as `08:05:09`; empty where there is none. */
export const timeIn = (text: string | undefined): string => {
  const plain = (text ?? '').normalize('NFKC')
  const parts =
    /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(plain) ?? /^(?:\d{8}[ T]?)?(\d{2})(\d{2})(\d{2})$/.exec(plain.trim())
  if (parts === null) return ''
  const [, hour = '', minute = '', second = '00'] = parts
  return `${pad(hour)}:${minute}:${second}`
}
