import type { CalendarDate } from '../../../base/calendar-date.ts'

/** A line of the bank that is matched to nothing yet. Amounts are cents, in positive. */
export interface BankLine {
  readonly id: string
  readonly account: string
  readonly date: CalendarDate
  readonly amount: bigint
  readonly counterparty: string
  readonly counterpartyAccount: string
  readonly memo: string
  readonly reference: string
  readonly fee: bigint
}

/** A movement of the account in the books that is matched to nothing yet. */
export interface BookMovement {
  readonly id: string
  readonly date: CalendarDate
  readonly amount: bigint
  readonly party: string | null
  readonly reference: string
  /** What sort of document it is. */
  readonly kind: string
  /** The document's number and what it says of itself. */
  readonly words: string
  /** Open since before the account was reconciled: of any age. */
  readonly isOpening: boolean
}

/** An open item of the party ledger; positive: they owe us. */
export interface OpenItem {
  readonly id: string
  readonly party: string
  readonly kind: string
  readonly date: CalendarDate
  readonly dueOn: CalendarDate | null
  readonly open: bigint
  /** Numbers by which a payer may call it: its document, the invoices, the order. */
  readonly numbers: readonly string[]
}

export interface KnownParty {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly isCustomer: boolean
  readonly isSupplier: boolean
  /** Numbers of its bank accounts, digits alone. */
  readonly accounts: readonly string[]
}

export interface KnownAccount {
  readonly id: string
  readonly name: string
  readonly kind: 'cash' | 'bank' | 'other'
  readonly number: string
  readonly bankName: string
}

/** A rule, as it is written in 对账规则. */
export interface KnownRule {
  readonly id: string
  readonly name: string
  readonly direction: 'in' | 'out' | null
  readonly counterparty: string
  readonly counterpartyAccount: string
  readonly memo: string
  readonly amountFrom: bigint | null
  readonly amountTo: bigint | null
  readonly cashAccount: string | null
  readonly action: 'party' | 'expense' | 'income' | 'transfer'
  readonly target: string
  readonly priority: number
  readonly automatic: boolean
}

/** Everything that lines are matched against. */
export interface MatchQuestion {
  readonly lines: readonly BankLine[]
  readonly movements: readonly BookMovement[]
  readonly items: readonly OpenItem[]
  readonly parties: readonly KnownParty[]
  readonly accounts: readonly KnownAccount[]
  readonly rules: readonly KnownRule[]
  /** The names of the company itself. */
  readonly ownNames: readonly string[]
}

/** What is usual at a bank and needs no party: kept as an expense or as income. */
export const usualKinds = {
  bankFee: '银行手续费',
  interest: '利息收入',
  tax: '缴纳税款',
  socialSecurity: '社保公积金',
  salary: '工资发放',
} as const
export type UsualKind = keyof typeof usualKinds

/** An open item that is settled, and how much of it, in cents without a sign. */
export interface SettledItem {
  readonly item: string
  readonly amount: bigint
}

/** What a line means. */
export type Deed =
  | { readonly do: 'match'; readonly movements: readonly string[]; readonly lines: readonly string[] }
  | { readonly do: 'party'; readonly party: string; readonly settles: readonly SettledItem[]; readonly advance: bigint }
  | { readonly do: 'expense'; readonly expenseItem: string }
  | { readonly do: 'income'; readonly incomeItem: string }
  | { readonly do: 'usual'; readonly kind: UsualKind }
  | { readonly do: 'transfer'; readonly account: string }
  | { readonly do: 'suspense' }

/** How sure it is: done by itself, proposed as the one thing, or one of several for a person to choose. */
export type Confidence = 'certain' | 'likely' | 'unclear'

/** One meaning a line may have, with why. */
export interface Candidate {
  readonly deed: Deed
  readonly reason: string
}

/** What was found of a line: the first candidate is the best. */
export interface Finding {
  readonly line: string
  readonly confidence: Confidence
  readonly party: string | null
  readonly candidates: readonly Candidate[]
}
