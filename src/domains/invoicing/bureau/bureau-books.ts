import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { LeqiRecord } from '../platform/leqi-words.ts'
import type { RedState } from '../platform/invoice-platform.ts'

/** An invoice as the bureau keeps it. */
export interface BureauInvoice {
  readonly content: LeqiRecord
  readonly at: string
  /** Σ of what red invoices took back, without tax; negative. */
  takenBack: string
  /** The buyer has ticked or booked it, so that a red one needs the other side. */
  isUsed: boolean
}

/** 红字确认单 as the bureau keeps it. */
export interface BureauRed {
  readonly uuid: string
  readonly number: string
  readonly content: LeqiRecord
  readonly askedAt: number
  state: RedState
  usedBy: string | null
}

export interface BureauReceipt {
  readonly number: string
  readonly handedInAt: number
  readonly refusals: readonly { readonly zdm: string; readonly cwxx: string }[]
}

/** All that the bureau remembers; plain data, so that it lies in a file. */
export interface BureauBooks {
  serial: number
  /** Number by taxpayer and serial of the request. */
  readonly assigned: Record<string, string>
  /** Who a number was given to. */
  readonly owners: Record<string, string>
  readonly invoices: Record<string, BureauInvoice>
  readonly receipts: Record<string, BureauReceipt>
  readonly reds: Record<string, BureauRed>
  /** 授信额度 by taxpayer; the usual one where none is set. */
  readonly credits: Record<string, string>
}

export const emptyBooks = (): BureauBooks => ({
  serial: 0,
  assigned: {},
  owners: {},
  invoices: {},
  receipts: {},
  reds: {},
  credits: {},
})

const usualCredit = '30000000'

export const textOf = (record: LeqiRecord, name: string): string => {
  const value = record[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const amountOf = (record: LeqiRecord, name: string): Decimal => decimal(textOf(record, name) || '0')

/** What is left of a taxpayer's credit in a month (`2026-01`); a red invoice gives its amount back. */
export const creditOf = (books: BureauBooks, taxNumber: string, month: string) => {
  const total = decimal(books.credits[taxNumber] ?? usualCredit)
  const used = Object.values(books.invoices)
    .filter((each) => textOf(each.content, 'xsfnsrsbh') === taxNumber && each.at.startsWith(month))
    .reduce((sum, each) => sum.plus(amountOf(each.content, 'hjje')), zero)
  return { total, left: total.minus(used) }
}

const threeDays = 72 * 3600 * 1000

/** A confirmation that nobody gave in 72 hours is void. */
export const expire = (red: BureauRed, now: number): BureauRed => {
  if ((red.state === '02' || red.state === '03') && now - red.askedAt > threeDays) red.state = '07'
  return red
}
