import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import type { LineBase } from '../../kernel/definition/record.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import type { Against, Dimensions, Proposal } from '../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../account-roles.ts'

/** What no sub-ledger holds: a debit or credit by role, or by account in a hand voucher. */
export interface GeneralProposal extends Proposal {
  readonly ledger: 'general'
  readonly account: Id<'account'> | { readonly role: AccountRoleName }
  /** Debit positive, credit negative. */
  readonly amount: Decimal
  readonly against: Against
  readonly dimensions: Dimensions
  readonly summary?: string | undefined
  /** Counted beside the money, positive as a debit. */
  readonly quantity?: Decimal | undefined
  readonly currency?: string | undefined
  readonly currencyAmount?: Decimal | undefined
  /** Whose inventory account is meant, where roles differ by category. */
  readonly itemCategory?: string | null | undefined
  readonly pair?: 'red' | 'blue' | undefined
  /** Another day than the document's: what the year so far came to before the books begin. */
  readonly on?: CalendarDate | undefined
  readonly closing?: true | undefined
}

interface Entered {
  readonly line: LineBase | null
  readonly amount: Decimal
  readonly against?: Against
  readonly dimensions?: Dimensions
  readonly summary?: string
  /** By whose accounts the role is resolved, where they differ by category. */
  readonly itemCategory?: string | null | undefined
  readonly quantity?: Decimal | undefined
  readonly currency?: string | undefined
  readonly currencyAmount?: Decimal | undefined
  readonly on?: CalendarDate | undefined
  /** Left out of income statements, as a closing is. */
  readonly closing?: true | undefined
}
type Where = { readonly role: AccountRoleName } | { readonly account: Id<'account'> }

const debit = (entered: Entered & Where): GeneralProposal => ({
  ledger: 'general',
  line: entered.line,
  account: 'role' in entered ? { role: entered.role } : entered.account,
  amount: entered.amount,
  against: entered.against ?? within,
  dimensions: entered.dimensions ?? {},
  summary: entered.summary,
  itemCategory: entered.itemCategory,
  quantity: entered.quantity,
  currency: entered.currency,
  currencyAmount: entered.currencyAmount,
  on: entered.on,
  closing: entered.closing,
})

const credit = (entered: Entered & Where): GeneralProposal => ({
  ...debit(entered),
  amount: entered.amount.neg(),
  quantity: entered.quantity?.neg(),
  currencyAmount: entered.currencyAmount?.neg(),
  against: turned(entered.against ?? within),
})

/**
 * A red and a blue pair of an amount on two roles: what stood is taken back in a red voucher and entered anew in black ink
 * with the rest of the posting. No balance changes, so that no sub-ledger takes part (rule 6).
 */
const redAndBlue = (
  paired: Omit<Entered, 'against' | 'summary'> & {
    readonly role: AccountRoleName
    readonly against: AccountRoleName
    readonly itemCategory?: string | null | undefined
    readonly summaries: { readonly red: string; readonly blue: string }
  },
): GeneralProposal[] =>
  (['red', 'blue'] as const).map((pair) => ({
    ...debit({ ...paired, summary: paired.summaries[pair] }),
    amount: pair === 'red' ? paired.amount.neg() : paired.amount,
    itemCategory: paired.itemCategory,
    pair,
  }))

export const general = { debit, credit, redAndBlue }
