import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { amountIn, dayIn } from './read-invoice.ts'

/** What the square code on an invoice says: enough to know it again, not who sold what. */
export interface InvoiceCode {
  readonly code: string | null
  readonly number: string
  readonly kind: 'special' | 'ordinary'
  readonly issuedOn: CalendarDate
  /** 数电票 say the total with tax; invoices before them the total without it. */
  readonly amount: { readonly of: 'gross' | 'net'; readonly value: Decimal }
}

/** Kinds of invoice that a buyer deducts: 专票 on paper and electronic, 数电专票. */
const special = new Set(['01', '08', '31', '81'])

/**
 * 发票二维码: `01,31,,26332000000000000001,1130.00,20260105,,9A2F` — version, kind, code, number, amount, day, check code, check sum,
 * as printed invoices have it [K: layout after printed invoices of 2016 to 2025]. Undefined for any other code.
 */
export const readInvoiceCode = (text: string): InvoiceCode | undefined => {
  const [version, kind, code, number, amount, day] = text
    .trim()
    .split(',')
    .map((part) => part.trim())
  const value = amountIn(amount)
  const issuedOn = dayIn(day)
  const isNumber =
    code === '' ? /^\d{20}$/.test(number ?? '') : /^\d{10,12}$/.test(code ?? '') && /^\d{8}$/.test(number ?? '')
  if (version !== '01' || kind === undefined || number === undefined || !isNumber) return undefined
  if (value === null || issuedOn === null) return undefined
  return {
    code: code === undefined || code === '' ? null : code,
    number,
    kind: special.has(kind) ? 'special' : 'ordinary',
    issuedOn,
    amount: { of: code === '' ? 'gross' : 'net', value },
  }
}
