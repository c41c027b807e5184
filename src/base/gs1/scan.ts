import { calendarDate } from '../calendar-date.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { decimal } from '../decimal.ts'
import type { Decimal } from '../decimal.ts'
import { readSgtin96 } from './epc.ts'
import { readBracketed, readDigitalLink, readElementString, separator } from './element-strings.ts'
import type { Gs1Element } from './element-strings.ts'
import { gtinForms, isGtin } from './gtin.ts'

/** What a scan says, from whatever symbol or tag it came. */
export interface Scan {
  /** Texts by which the item may be known, the likeliest first: forms of its GTIN, or the code as it stands. */
  readonly codes: readonly string[]
  readonly lot: string | null
  readonly serial: string | null
  readonly producedOn: CalendarDate | null
  readonly expiresOn: CalendarDate | null
  /** How many, where the symbol says so: (30) or (37). */
  readonly count: Decimal | null
  /** Net weight in kilograms (310n), for goods that are weighed. */
  readonly weight: Decimal | null
  /** The number of a logistic unit (00). */
  readonly sscc: string | null
}

const nothing = { lot: null, serial: null, producedOn: null, expiresOn: null, count: null, weight: null, sscc: null }

/** A year of two digits is within fifty years of the present one (GS1 General Specifications, 7.12). */
const fullYear = (two: number, thisYear: number): number => {
  const century = Math.floor(thisYear / 100) * 100
  const difference = two - (thisYear % 100)
  if (difference >= 51) return century - 100 + two
  return difference <= -50 ? century + 100 + two : century + two
}

/** A date of six digits; day 00 is the month's last. */
export const readGs1Date = (text: string, thisYear: number): CalendarDate => {
  const year = fullYear(Number(text.slice(0, 2)), thisYear)
  const month = Number(text.slice(2, 4))
  const given = Number(text.slice(4, 6))
  const day = given === 0 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : given
  return calendarDate([String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'))
}

const scanOf = (elements: readonly Gs1Element[], thisYear: number): Scan => {
  const of = (...identifiers: readonly string[]): string | null =>
    elements.find((one) => identifiers.includes(one.identifier))?.data ?? null
  const dated = (...identifiers: readonly string[]): CalendarDate | null => {
    const found = of(...identifiers)
    return found === null ? null : readGs1Date(found, thisYear)
  }
  const gtin = of('01', '02', '03')
  const weighed = elements.find((one) => /^310[0-5]$/u.test(one.identifier))
  const count = of('30', '37')
  return {
    codes: gtin === null ? [] : gtinForms(gtin),
    lot: of('10'),
    serial: of('21'),
    producedOn: dated('11'),
    expiresOn: dated('17', '15', '16'),
    count: count === null ? null : decimal(count),
    weight:
      weighed === undefined ? null : decimal(weighed.data).div(decimal(10).pow(Number(weighed.identifier.slice(3)))),
    sscc: of('00'),
  }
}

const elementsIn = (text: string): Gs1Element[] | null => {
  if (text.startsWith('(')) return readBracketed(text)
  if (/^https?:/iu.test(text)) return readDigitalLink(text)
  // Digits alone are a plain code unless the scanner said otherwise: 01… of a till is an item's own number.
  return text.startsWith(']') || text.includes(separator) || /^01\d{14}(?:\d|$)/u.test(text)
    ? readElementString(text)
    : null
}

/**
 * What was scanned: GS1 elements in brackets, as sent by a scanner or as a Digital Link, an RFID tag (SGTIN-96), a GTIN in any
 * of its forms, or any other code as it stands. `thisYear` decides the century of dates.
 */
export const readScan = (text: string, thisYear: number): Scan => {
  const trimmed = text.trim()
  const elements = elementsIn(trimmed)
  if (elements !== null) return scanOf(elements, thisYear)
  const tag = readSgtin96(trimmed)
  if (tag !== null) return { ...nothing, codes: gtinForms(tag.gtin), serial: tag.serial }
  const plain = trimmed.replace(/^\][A-Za-z]\d/u, '')
  const forms = isGtin(plain) ? gtinForms(plain) : []
  return { ...nothing, codes: [plain, ...forms.filter((form) => form !== plain)] }
}

/** What a reader sent in one burst: codes parted by spaces, commas or new lines, each tag once however often it was heard. */
export const readBurst = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/u)
      .filter((one) => one !== '')
      .map((one) => (readSgtin96(one) === null ? one : one.toUpperCase())),
  ),
]
