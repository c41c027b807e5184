import type { CalendarDate } from '../../../base/calendar-date.ts'

/** What tells the amounts of an account apart, as other programs name it. */
export const auxiliaryKinds = {
  customer: '客户',
  supplier: '供应商',
  department: '部门',
  employee: '职员',
  project: '项目',
  item: '存货',
} as const
export type AuxiliaryKind = keyof typeof auxiliaryKinds

/** One of those that an account is told apart by: customer C001. */
export interface Auxiliary {
  readonly kind: AuxiliaryKind
  readonly code: string
  readonly name: string
}

export interface ExchangedAccount {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: 'asset' | 'liability' | 'equity' | 'cost' | 'profitLoss' | 'common'
  readonly side: 'debit' | 'credit'
  readonly level: number
  readonly isCash: boolean
  readonly isDetail: boolean
  /** Codes and names from the standard's own account down to this one. */
  readonly path: readonly { readonly code: string; readonly name: string }[]
}

export interface ExchangedLine {
  readonly lineNo: number
  readonly account: ExchangedAccount
  readonly summary: string
  /** Cents of the book currency; red letters are negative on their own side. */
  readonly debit: bigint
  readonly credit: bigint
  readonly quantity: string | null
  readonly unit: string | null
  readonly currency: string | null
  readonly currencyAmount: string | null
  readonly auxiliaries: readonly Auxiliary[]
}

export interface ExchangedVoucher {
  readonly id: string
  readonly date: CalendarDate
  readonly word: string
  readonly number: number
  readonly summary: string
  readonly attachments: number
  readonly document: string
  readonly maker: string
  readonly reviewer: string | null
  readonly booker: string | null
  readonly lines: readonly ExchangedLine[]
}

/** What stood on a detail account before the days asked for, and what moved in each month of them; cents, debit less credit. */
export interface ExchangedBalance {
  readonly account: ExchangedAccount
  readonly opening: bigint
  readonly months: readonly { readonly month: string; readonly debit: bigint; readonly credit: bigint }[]
}

/** The books of some days, ready to be written in any layout. */
export interface ExchangedBooks {
  readonly company: { readonly name: string; readonly taxNumber: string; readonly currency: string }
  readonly standard: 'smallBusiness' | 'enterprise'
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly accounts: readonly ExchangedAccount[]
  readonly balances: readonly ExchangedBalance[]
  readonly vouchers: readonly ExchangedVoucher[]
  readonly auxiliaries: readonly Auxiliary[]
}
