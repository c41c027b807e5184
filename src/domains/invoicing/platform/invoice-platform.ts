import type { Decimal } from '../../../base/decimal.ts'

/** Seller or buyer as the tax bureau asks for them. */
export interface PlatformParty {
  readonly name: string
  readonly taxNumber: string | null
  readonly address?: string | null
  readonly phone?: string | null
  readonly bank?: string | null
}

export interface PlatformLine {
  /** 项目名称 without the class: 中性笔. */
  readonly name: string
  /** 商品服务简称: 文具. */
  readonly shortName: string
  /** 税收分类编码, 19 digits. */
  readonly taxCode: string
  readonly spec: string | null
  readonly unit: string | null
  readonly quantity: Decimal | null
  readonly price: Decimal | null
  readonly net: Decimal
  /** Percent. */
  readonly taxRate: Decimal
  readonly tax: Decimal
  /** Of a red invoice: which line of the blue one it takes back, from 1. */
  readonly blueLine?: number
}

/** An invoice to be issued; amounts of a red one are negative. */
export interface InvoiceToIssue {
  /** 20 digits, assigned by the bureau for this request. */
  readonly number: string
  readonly kind: 'special' | 'ordinary'
  readonly seller: PlatformParty
  readonly buyer: PlatformParty
  readonly isPerson: boolean
  readonly lines: readonly PlatformLine[]
  readonly net: Decimal
  readonly tax: Decimal
  readonly gross: Decimal
  readonly drawer: string
  /** `2026-01-05 10:11:12`, in the company's zone. */
  readonly at: string
  readonly remark: string | null
  readonly red?: { readonly blueNumber: string; readonly confirmation: string; readonly uuid: string }
}

/** Why an invoice was refused, with the field at fault in the bureau's own name for it. */
export interface BureauRefusal {
  readonly field: string | null
  readonly words: string
}

/** What became of an invoice that was handed in. */
export type IssueOutcome =
  | { readonly state: 'pending' }
  | { readonly state: 'issued'; readonly at: string; readonly bureau: string }
  | { readonly state: 'refused'; readonly refusals: readonly BureauRefusal[] }

/** 授信额度 of the month: how much may be invoiced without tax, and what is left. */
export interface CreditLine {
  readonly month: string
  readonly total: Decimal
  readonly left: Decimal
}

/** 红字确认信息状态代码. */
export const redStates = {
  '01': '无需确认',
  '02': '销方录入待购方确认',
  '03': '购方录入待销方确认',
  '04': '购销双方已确认',
  '05': '作废（销方录入购方否认）',
  '06': '作废（购方录入销方否认）',
  '07': '作废（超72小时未确认）',
  '08': '作废（发起方撤销）',
  '09': '作废（确认后撤销）',
} as const
export type RedState = keyof typeof redStates

/** 冲红原因. */
export const redReasons = { '01': '开票有误', '02': '销货退回', '03': '服务中止', '04': '销售折让' } as const
export type RedReason = keyof typeof redReasons

/** 红字确认单: asked for by one side, confirmed by the other within 72 hours where the invoice was used already. */
export interface RedConfirmation {
  readonly uuid: string
  readonly number: string
  readonly state: RedState
}

export interface RedRequest {
  /** Who enters it. */
  readonly by: 'seller' | 'buyer'
  readonly seller: PlatformParty
  readonly buyer: PlatformParty
  readonly blueNumber: string
  readonly blueAt: string
  readonly blueNet: Decimal
  readonly blueTax: Decimal
  readonly kind: 'special' | 'ordinary'
  readonly reason: RedReason
  readonly lines: readonly PlatformLine[]
  readonly net: Decimal
  readonly tax: Decimal
}

/** An invoice that is looked up (查验). */
export interface InvoiceToVerify {
  readonly code: string | null
  readonly number: string
  readonly issuedOn: string
  readonly net: Decimal
  readonly gross: Decimal
  readonly sellerTaxNumber: string | null
  readonly buyerTaxNumber: string | null
}
export type Verdict = 'genuine' | 'differs' | 'unknown' | 'reversed'

/**
 * The tax bureau as the product needs it, behind whichever service reaches it. Every call may be repeated: the bureau knows a
 * request by its serial and an invoice by its number, and answers the same again. Throws a {@link BureauSilent} where it does not
 * answer, and a {@link BureauRefused} where it will not.
 */
export interface InvoicePlatform {
  /** The number for a request; the same for the same serial. */
  assignNumber(taxNumber: string, serial: string): Promise<string>
  credit(taxNumber: string): Promise<CreditLine>
  /** Hands an invoice in; answers the receipt to ask its outcome by. */
  handIn(invoice: InvoiceToIssue): Promise<string>
  outcome(receipt: string): Promise<IssueOutcome>
  askRed(request: RedRequest): Promise<RedConfirmation>
  /** Confirmations that stand for a blue invoice of this seller, whoever entered them. */
  redsOf(taxNumber: string, blueNumber: string): Promise<readonly RedConfirmation[]>
  red(taxNumber: string, uuid: string): Promise<RedConfirmation>
  answerRed(
    taxNumber: string,
    confirmation: Pick<RedConfirmation, 'uuid' | 'number'>,
    answer: 'agree' | 'deny' | 'withdraw',
  ): Promise<RedConfirmation>
  verify(invoice: InvoiceToVerify): Promise<Verdict>
}

/** The bureau cannot be reached, or has not answered: nothing is known, and it is asked again later. */
export class BureauSilent extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'BureauSilent'
  }
}

/** The bureau answered no. */
export class BureauRefused extends Error {
  readonly refusals: readonly BureauRefusal[]

  constructor(refusals: readonly BureauRefusal[]) {
    super(refusals.map((each) => each.words).join('；'))
    this.name = 'BureauRefused'
    this.refusals = refusals
  }
}
