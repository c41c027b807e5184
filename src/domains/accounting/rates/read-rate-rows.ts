import { isCalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { rateOfPair, readPair } from './central-parity.ts'
import type { DatedRate } from './central-parity.ts'

interface ReadRates {
  readonly rates: readonly DatedRate[]
  readonly problems: readonly FieldProblem[]
}

const dayOf = (cell: string) => {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(cell.trim()) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

const heads = {
  date: ['日期', 'date', '公布日期'],
  code: ['币种', '币种代码', '货币', 'currency', 'code'],
  rate: ['汇率', '中间价', 'rate', '记账汇率'],
} as const

const columnOf = (head: readonly string[], names: readonly string[]): number =>
  head.findIndex((cell) => names.includes(cell.trim().toLowerCase()))

const unread = (field: string, at: number, row: readonly string[]): FieldProblem =>
  fieldProblem(
    field,
    `第 ${at + 1} 行读不懂：${row.join(' ')}；应为 日期、币种、汇率，如 2026-01-05 USD 7.10`,
    `row ${at + 1} cannot be read: ${row.join(' ')}; write day, currency and rate, as 2026-01-05 USD 7.10`,
  )

/** Rates one a row: by their heads, else day, currency, rate in this order. */
const readList = (rows: readonly (readonly string[])[], field: string): ReadRates => {
  const [first = []] = rows
  const named = {
    date: columnOf(first, heads.date),
    code: columnOf(first, heads.code),
    rate: columnOf(first, heads.rate),
  }
  const hasHead = named.date >= 0 && named.code >= 0 && named.rate >= 0
  const places = hasHead ? named : { date: 0, code: 1, rate: 2 }
  const rates: DatedRate[] = []
  const problems: FieldProblem[] = []
  for (const [at, row] of rows.entries()) {
    if (hasHead && at === 0) continue
    const date = dayOf(row[places.date] ?? '')
    const code = (row[places.code] ?? '').trim().toUpperCase()
    const rate = (row[places.rate] ?? '').replaceAll(',', '').trim()
    if (date === undefined || !/^[A-Z]{3}$/.test(code) || !/^\d+(\.\d+)?$/.test(rate) || decimal(rate).isZero()) {
      problems.push(unread(field, at, row))
    } else rates.push({ date, code, rate: decimal(rate) })
  }
  return { rates, problems }
}

/** The exchange's own table: a day a row, a pair a column (USD/CNY, 100JPY/CNY, CNY/THB). */
const readPublished = (rows: readonly (readonly string[])[]): ReadRates => {
  const pairs = (rows[0] ?? []).map(readPair)
  const rates = rows.slice(1).flatMap((row) => {
    const date = dayOf(row[0] ?? '')
    // What stands below the table says where it is from.
    if (date === undefined) return []
    return pairs.flatMap((pair, index): DatedRate[] => {
      const rate = pair === undefined ? null : rateOfPair(pair, row[index] ?? '')
      return pair === undefined || rate === null ? [] : [{ date, code: pair.code, rate }]
    })
  })
  return { rates, problems: [] }
}

/** Reads rows of a file, or of what was pasted: the exchange's table, or one rate a row. Problems name the field that was given. */
export const readRateRows = (rows: readonly (readonly string[])[], given = 'text'): ReadRates => {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  return filled[0]?.some((cell) => readPair(cell) !== undefined) === true
    ? readPublished(filled)
    : readList(filled, given)
}

/** The rows of a text: pasted from a sheet, CSV, or words apart by spaces. */
export const rowsOfText = (text: string): string[][] =>
  text.split(/\r?\n/).map((line) => line.trim().split(line.includes('\t') ? '\t' : /[,;，；]|\s+/))
