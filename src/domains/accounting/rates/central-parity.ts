import { calendarDate, isCalendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'

/** What one of a foreign currency was worth on a day. */
export interface DatedRate {
  readonly date: CalendarDate
  readonly code: string
  readonly rate: Decimal
}

/** A pair as 中国外汇交易中心 names it: USD/CNY, 100JPY/CNY, or the other way round, CNY/THB. */
interface Pair {
  readonly code: string
  readonly units: Decimal
  /** So many of the foreign currency are one yuan. */
  readonly isInverse: boolean
}

/** Places of the rate of one unit: a hundred yen are published with four. */
const ratePlaces = 8

/** Reads the name of a pair with the yuan; undefined for what is none. */
export const readPair = (name: string): Pair | undefined => {
  const found = /^(\d*)([A-Z]{3})\/(\d*)([A-Z]{3})$/.exec(name.trim().toUpperCase())
  const [, units = '', from = '', otherUnits = '', to = ''] = found ?? []
  if (to === 'CNY' && from !== 'CNY') return { code: from, units: decimal(units || '1'), isInverse: false }
  if (from === 'CNY' && to !== 'CNY' && to !== '')
    return { code: to, units: decimal(otherUnits || '1'), isInverse: true }
  return undefined
}

/** The rate of one unit; null where nothing was published (`---`). */
export const rateOfPair = ({ units, isInverse }: Pair, price: string): Decimal | null => {
  const told = price.replaceAll(',', '').trim()
  if (!/^\d+(\.\d+)?$/.test(told)) return null
  const value = decimal(told)
  if (value.isZero()) return null
  return round(isInverse ? units.div(value) : value.div(units), ratePlaces)
}

const textsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '')) : []

/** A page of the history of 人民币汇率中间价, as the exchange's own page reads it. */
export interface ParityPage {
  readonly rates: readonly DatedRate[]
  readonly pages: number
}

/**
 * Reads an answer of `CcprHisNew`: the names of the pairs stand in `data.head` (or `searchlist`), and the values of every
 * record in their order. Undefined for what is no such answer.
 */
export const readParities = (answer: Json): ParityPage | undefined => {
  if (!isJsonObject(answer) || !isJsonObject(answer['data']) || !Array.isArray(answer['records'])) return undefined
  const { data, records } = answer
  const head = textsIn(data['head'])
  const pairs = (head.length > 0 ? head : textsIn(data['searchlist'])).map(readPair)
  const rates = records.filter(isJsonObject).flatMap((record) => {
    const { date } = record
    if (typeof date !== 'string' || !isCalendarDate(date)) return []
    return textsIn(record['values']).flatMap((price, index): DatedRate[] => {
      const pair = pairs[index]
      const rate = pair === undefined ? null : rateOfPair(pair, price)
      return pair === undefined || rate === null ? [] : [{ date: calendarDate(date), code: pair.code, rate }]
    })
  })
  return { rates, pages: Number(data['pageTotal'] ?? 1) || 1 }
}
