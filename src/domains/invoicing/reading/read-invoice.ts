import type { CalendarDate } from '../../../base/calendar-date.ts'
import { calendarDate, isCalendarDate } from '../../../base/calendar-date.ts'
import { Decimal, decimal, isDecimalString } from '../../../base/decimal.ts'
import { invalid } from '../../../kernel/definition/problem.ts'
import type { Problem } from '../../../kernel/definition/problem.ts'

export interface InvoiceParty {
  readonly name: string
  readonly taxNumber: string | null
}

/** A line of an invoice as it is printed: amounts without tax, those of a red invoice negative. */
export interface ReadLine {
  /** 项目名称 with the short name of its class: `*文具*中性笔`. */
  readonly name: string
  readonly spec: string | null
  readonly unit: string | null
  readonly quantity: Decimal | null
  readonly price: Decimal | null
  readonly net: Decimal
  /** Percent. */
  readonly taxRate: Decimal
  readonly tax: Decimal
  /** 税收分类编码, 19 digits. */
  readonly taxCode: string | null
}

/** What an invoice says, whatever file it came in. */
export interface ReadInvoice {
  /** Invoices of the time before the 数电票 have a code beside their number. */
  readonly code: string | null
  readonly number: string
  readonly kind: 'special' | 'ordinary'
  readonly isRed: boolean
  readonly issuedOn: CalendarDate
  readonly seller: InvoiceParty
  readonly buyer: InvoiceParty
  readonly lines: readonly ReadLine[]
  readonly net: Decimal
  readonly tax: Decimal
  readonly gross: Decimal
  readonly remark: string | null
}

/** A file that holds no invoice that can be read, with what to do instead. */
export const unreadable = (why: string, english: string): Problem =>
  invalid(`${why}；请在“来票”里手工录入发票号码、开票日期、销方名称和税号、每行名称、金额、税率和税额`, english)

export const textOrNull = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** An amount as invoices write it: `¥1,200.00`. */
export const amountIn = (text: string | null | undefined): Decimal | null => {
  const plain = (text ?? '').replace(/[¥￥,，\s]/g, '')
  return isDecimalString(plain) ? decimal(plain) : null
}

/** A rate in percent: `13%`, `0.13`, `免税`. */
export const rateIn = (text: string | null | undefined): Decimal | null => {
  const plain = (text ?? '').trim()
  if (/免税|不征税|零税率|\*{3}/.test(plain)) return decimal(0)
  const number = amountIn(plain.replace('%', ''))
  if (number === null) return null
  return plain.includes('%') || number.gte(1) ? number : number.times(100)
}

/** A day: `2020年10月10日`, `20201010`, `2026-09-01 10:11:12`. */
export const dayIn = (text: string | null | undefined): CalendarDate | null => {
  const found = /(\d{4})\D?(\d{2})\D?(\d{2})/.exec(text ?? '')
  const day = found === null ? '' : `${found[1]}-${found[2]}-${found[3]}`
  return isCalendarDate(day) ? calendarDate(day) : null
}

const cent = decimal('0.01')

/** Refuses an invoice whose figures contradict each other: lines against totals, totals among themselves. */
export const soundInvoice = (invoice: ReadInvoice): ReadInvoice => {
  const { lines, net, tax, gross, number, code } = invoice
  const isNumbered = code === null ? /^\d{20}$/.test(number) || /^\d{8}$/.test(number) : /^\d{8}$/.test(number)
  if (!isNumbered) throw unreadable(`发票号码“${number}”不是 20 位（数电票）或 8 位`, 'The invoice number is not valid')
  const sumOf = (pick: (line: ReadLine) => Decimal) => lines.reduce((total, line) => total.plus(pick(line)), decimal(0))
  // Each line was rounded by itself.
  const tolerance = Decimal.max(cent, cent.times(lines.length))
  const differs = (one: Decimal, other: Decimal) => one.minus(other).abs().gt(tolerance)
  if (lines.length === 0) throw unreadable('发票没有明细', 'The invoice has no lines')
  if (
    differs(
      sumOf((line) => line.net),
      net,
    ) ||
    differs(
      sumOf((line) => line.tax),
      tax,
    ) ||
    differs(net.plus(tax), gross)
  ) {
    throw unreadable(
      `发票 ${number} 的明细与合计不符（合计金额 ${net.toString()}、税额 ${tax.toString()}、价税合计 ${gross.toString()}）`,
      'The lines do not add up to the totals',
    )
  }
  return invoice
}
