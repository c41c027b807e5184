import type { CalendarDate } from '../../base/calendar-date.ts'
import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import { choice, date, decimal, money, ref, text } from '../../kernel/definition/field.ts'
import { defineLedger } from '../../kernel/definition/ledger.ts'
import type { LineBase } from '../../kernel/definition/record.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import type { Against, Proposal } from '../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../account-roles.ts'
import { branch } from '../dimensions/branch.ts'
import { party as partyEntity } from '../dimensions/party.ts'

/** Kinds of open item; each has its control role. */
export const partyItemKinds = {
  receivable: '应收',
  advanceFromCustomer: '预收',
  payable: '应付',
  estimate: '暂估',
  advanceToSupplier: '预付',
  otherReceivable: '其他应收',
  otherPayable: '其他应付',
  noteReceivable: '应收票据',
  notePayable: '应付票据',
} as const
export type PartyItemKind = keyof typeof partyItemKinds

export const controlRoleOfKind: Readonly<Record<PartyItemKind, AccountRoleName>> = {
  receivable: 'receivable',
  advanceFromCustomer: 'advanceFromCustomer',
  payable: 'payable',
  estimate: 'goodsReceivedNotInvoiced',
  advanceToSupplier: 'advanceToSupplier',
  otherReceivable: 'otherReceivable',
  otherPayable: 'otherPayable',
  noteReceivable: 'notesReceivable',
  notePayable: 'notesPayable',
}

/** Kinds whose items stand line by line: what a receipt's line waits to be invoiced for, and every bill of exchange. */
const kindsByLine: readonly PartyItemKind[] = ['estimate', 'noteReceivable', 'notePayable']

/** Whether each line opens an item of its own; else what a document's lines leave due together is one. */
export const isByLine = (kind: PartyItemKind): boolean => kindsByLine.includes(kind)

/** 往来账: what customers, suppliers and employees owe and are owed, item by item. Positive: they owe us. */
export const partyLedger = defineLedger({
  name: 'party',
  label: '往来账',
  entry: {
    party: ref(partyEntity, { label: '往来单位', required: true }),
    /** That of the item: what settles it is of the branch that opened it, whoever settles it. */
    branch: ref(branch, { label: '分支机构' }),
    kind: choice({ label: '款项', options: partyItemKinds, required: true }),
    /** The open item: the id of the entry that opened it; entries that settle it name it too. */
    openItem: ref({ name: 'partyEntry', label: '未清项' }, { label: '未清项', required: true }),
    dueOn: date({ label: '到期日' }),
    currency: text({ label: '币种', maxLength: 3, required: true }),
    rate: decimal({ label: '汇率', scale: 8, required: true }),
    amount: money({ label: '原币金额', required: true }),
    bookAmount: money({ label: '本位币金额', required: true }),
  },
  indexes: [['party', 'date'], ['openItem'], ['lineId']],
})

export interface PartyProposal extends Proposal {
  readonly ledger: 'party'
  readonly party: Id<'party'>
  readonly kind: PartyItemKind
  /** In the currency; positive: they owe us more. */
  readonly amount: Decimal
  readonly dueOn?: CalendarDate | null | undefined
  readonly against: Against
  /** The open item that this settles; a new one opens without it. */
  readonly settles?: Id<'partyItem'> | Id<'partyEntry'> | undefined
  /** Settles the item that this source line opened; what is over opens a new item. */
  readonly settlesLine?: Id<'line'> | undefined
  /** Changes the item that this source line opened, on the day it was opened: a late price of an estimate. */
  readonly adjustsLine?: Id<'line'> | undefined
  /** The day of what is adjusted; in a closed period the first open day takes its place. */
  readonly on?: CalendarDate | undefined
  /** Open between this day and the posting's own: what is charged now of goods that came before, or are dated after. */
  readonly since?: CalendarDate | undefined
  readonly currency?: string | undefined
  readonly rate?: Decimal | undefined
  /** The amount as the books have it, where its document says; `against` then has its shares. Else the rate says. */
  readonly book?: Decimal | undefined
  /** The currency of the money that settles; an item of another is refused. */
  readonly settledIn?: string | undefined
  /** What a changed rate adds to the item in the books, while its amount in the currency stays; `settles` names the item. */
  readonly revalued?: Decimal | undefined
  /** In place of the kind's control role, for hand vouchers. */
  readonly account?: Id<'account'> | undefined
  /** What the voucher's line says, where the document's own words do not do. */
  readonly summary?: string | undefined
}

interface Charged {
  readonly line: LineBase | null
  readonly party: Id<'party'>
  readonly amount: Decimal
  readonly against: Against
  readonly due?: CalendarDate | null
  readonly currency?: string | undefined
  readonly rate?: Decimal | undefined
  readonly book?: Decimal | undefined
  readonly account?: Id<'account'>
  readonly summary?: string | undefined
}

/** They owe us: a sale, an advance we paid. */
const charge = (charged: Charged & { readonly kind?: PartyItemKind }): PartyProposal => ({
  ledger: 'party',
  line: charged.line,
  party: charged.party,
  kind: charged.kind ?? 'receivable',
  amount: charged.amount,
  dueOn: charged.due,
  against: charged.against,
  currency: charged.currency,
  rate: charged.rate,
  book: charged.book,
  account: charged.account,
  summary: charged.summary,
})

/** We owe them: a purchase, an estimate, an advance they paid. */
const owe = (charged: Charged & { readonly kind?: PartyItemKind }): PartyProposal => ({
  ...charge({ ...charged, kind: charged.kind ?? 'payable', against: turned(charged.against) }),
  amount: charged.amount.neg(),
  book: charged.book?.neg(),
})

/** Settles an open item, whole or in part. Positive lowers what we owe, negative what they owe. */
const settle = (
  settled: Omit<Charged, 'against'> & {
    readonly kind: PartyItemKind
    readonly openItem: Id<'partyItem'> | Id<'partyEntry'>
    readonly against?: Against
    readonly settledIn?: string | undefined
  },
): PartyProposal => ({
  ...charge({ ...settled, against: settled.against ?? within }),
  settles: settled.openItem,
  settledIn: settled.settledIn,
})

/** Takes from the item that a source line opened: the invoice takes from the receipt's estimate. */
const settleLine = (
  settled: Charged & { readonly kind: PartyItemKind; readonly ofLine: Id<'line'> },
): PartyProposal => ({
  ...charge(settled),
  settlesLine: settled.ofLine,
})

/** Changes what a source line opened, dated as that was: the estimate of a receipt grows by a late price. */
const adjustLine = (
  adjusted: Charged & { readonly kind: PartyItemKind; readonly ofLine: Id<'line'>; readonly on: CalendarDate },
): PartyProposal => ({
  ...charge(adjusted),
  adjustsLine: adjusted.ofLine,
  on: adjusted.on,
})

/**
 * Carries an amount from another day to the posting's own: an item that opens on the earlier of both (in a closed period, on
 * the first open one) and is settled on the later. Nothing where both are the same day. Positive: owed by us since that day.
 */
const carry = (
  carried: Omit<Charged, 'against'> & { readonly kind: PartyItemKind; readonly since: CalendarDate },
): PartyProposal => ({
  ...owe({ ...carried, against: within }),
  since: carried.since,
})

/** A changed rate: what is open stays as it is in its currency, and is worth more or less in the books (期末调汇). */
const revalue = (
  revalued: Omit<Charged, 'amount'> & {
    readonly kind: PartyItemKind
    readonly openItem: Id<'partyItem'> | Id<'partyEntry'>
    /** Positive: they owe us more. */
    readonly difference: Decimal
  },
): PartyProposal => ({
  ...charge({ ...revalued, amount: zero }),
  settles: revalued.openItem,
  revalued: revalued.difference,
})

export const party = { revalue, carry, charge, owe, settle, settleLine, adjustLine }
