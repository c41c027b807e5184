import { isCalendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { isDecimalString } from '../../../base/decimal.ts'
import type { TicketKind } from './ticket-tax.ts'

/** What the QR code of an invoice says. Of a 数电票 the amount is with tax, of older ones without it. */
export interface ScannedInvoice {
  readonly invoiceKind: TicketKind
  readonly invoiceCode: string | null
  readonly invoiceNumber: string
  readonly amount: string | null
  readonly amountHasTax: boolean
  readonly invoicedOn: CalendarDate | null
}

/** 发票种类代码, the second part of the code; those of the fully digital invoices have no 发票代码. */
const kinds: Readonly<Record<string, TicketKind>> = {
  '01': 'special',
  '08': 'special',
  '20': 'special',
  '31': 'special',
  '04': 'ordinary',
  '10': 'ordinary',
  '11': 'ordinary',
  '32': 'ordinary',
  '14': 'toll',
  '51': 'rail',
  '61': 'air',
}

const dayOf = (text: string): CalendarDate | null => {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  return text.length === 8 && isCalendarDate(day) ? day : null
}

/**
 * Reads the text of an invoice's QR code: `01,种类,代码,号码,金额,日期,校验码,…`, where the code is empty on a 数电票.
 * Undefined where the text is none.
 */
export const readInvoiceCode = (scanned: string): ScannedInvoice | undefined => {
  const parts = scanned
    .trim()
    .replaceAll('，', ',')
    .split(',')
    .map((part) => part.trim())
  const [version = '', kind = '', code = '', number = '', amount = '', day = ''] = parts
  if (version !== '01' || parts.length < 6 || !/^\d{8,20}$/.test(number)) return undefined
  return {
    invoiceKind: kinds[kind] ?? 'ordinary',
    invoiceCode: code === '' ? null : code,
    invoiceNumber: number,
    amount: isDecimalString(amount) ? amount : null,
    amountHasTax: number.length === 20,
    invoicedOn: dayOf(day),
  }
}
