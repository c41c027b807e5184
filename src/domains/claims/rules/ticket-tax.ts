import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

/** What a claim is proved by, as far as it decides the input tax. */
export const ticketKinds = {
  special: '专用发票',
  rail: '铁路电子客票',
  air: '航空行程单',
  road: '公路水路客票',
  ride: '客运服务普票',
  toll: '通行费电子发票',
  ordinary: '普通发票',
  none: '无票',
} as const
export type TicketKind = keyof typeof ticketKinds

const usualRates: Readonly<Record<TicketKind, string | null>> = {
  special: null,
  rail: '9',
  air: '9',
  road: '3',
  ride: '3',
  toll: '3',
  ordinary: null,
  none: null,
}

/** The rate that a kind of ticket is computed at; null where the invoice says it. */
export const rateOfTicket = (kind: TicketKind | null | undefined): Decimal | null => {
  const rate = usualRates[kind ?? 'none']
  return rate === null ? null : decimal(rate)
}

/** Kinds whose tax is certified (勾选) before it is deducted; 公路水路客票 and 客运普票 are deducted as computed. */
const certified: readonly TicketKind[] = ['special', 'rail', 'air', 'toll']

/** Whether the tax waits for its certification. */
export const isCertified = (kind: TicketKind | null | undefined): boolean => certified.includes(kind ?? 'none')

const computed: readonly TicketKind[] = ['rail', 'air', 'road', 'ride', 'toll']

interface Ticket {
  readonly kind: TicketKind | null | undefined
  readonly gross: Decimal
  /** In the gross and no price of the service: 民航发展基金. */
  readonly untaxed?: Decimal | null | undefined
  readonly rate: Decimal
}

/**
 * The tax in a ticket of domestic passenger transport, in yuan: price ÷ (1 + rate) × rate. Rail 9 % of the fare, air 9 % of
 * fare and fuel surcharge without 民航发展基金, road and water 3 % (财政部 税务总局 海关总署公告2019年第39号 六; 通行费:
 * 财税〔2017〕90号; rail tickets from November 2024: 公告2024年第8号).
 */
export const taxInTicket = ({ gross, untaxed, rate }: Ticket): Decimal => {
  const priced = gross.minus(untaxed ?? zero)
  return cents(priced.times(rate).div(rate.plus(100)))
}

interface Deduction {
  readonly taxpayer: 'general' | 'smallScale' | null | undefined
  readonly kind: TicketKind | null | undefined
  readonly tax: Decimal
  /** 集体福利、个人消费、交际应酬: its tax is never deducted. */
  readonly notDeductible?: boolean | null | undefined
}

/** What of the tax may be deducted: of a 专用发票 and of passenger tickets, by a general taxpayer, unless its use forbids it. */
export const deductibleTicketTax = ({ taxpayer, kind, tax, notDeductible }: Deduction): Decimal => {
  if (taxpayer === 'smallScale' || notDeductible === true) return zero
  return kind === 'special' || computed.includes(kind ?? 'none') ? tax : zero
}
