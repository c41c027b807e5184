import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import { decimal, money, ref, text } from '../../kernel/definition/field.ts'
import { defineLedger } from '../../kernel/definition/ledger.ts'
import type { LineBase } from '../../kernel/definition/record.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import type { Against, Proposal } from '../../kernel/posting/proposal.ts'
import { cashAccount } from '../dimensions/place.ts'

/** 资金账: bank, cash and wallet accounts. */
export const cashLedger = defineLedger({
  name: 'cash',
  label: '资金账',
  entry: {
    cashAccount: ref(cashAccount, { label: '资金账户', required: true }),
    currency: text({ label: '币种', maxLength: 3, required: true }),
    rate: decimal({ label: '汇率', scale: 8, required: true }),
    amount: money({ label: '原币金额', required: true }),
    bookAmount: money({ label: '本位币金额', required: true }),
    counterparty: text({ label: '对方' }),
  },
  balance: { key: ['cashAccount'], sums: ['amount', 'bookAmount'] },
  indexes: [['cashAccount', 'date']],
})

export interface CashProposal extends Proposal {
  readonly ledger: 'cash'
  readonly cashAccount: Id<'cashAccount'>
  /** Positive in, negative out. */
  readonly amount: Decimal
  readonly rate?: Decimal | undefined
  /** The book amount, where it does not follow from amount and rate: a changed rate moves it alone. */
  readonly book?: Decimal | undefined
  readonly against: Against
  readonly account?: Id<'account'> | undefined
  /** What the voucher's line says, where the document's own words do not do. */
  readonly summary?: string | undefined
  /** The field of the head that names the account, where the line does not. */
  readonly field?: string | undefined
}

interface Moved {
  readonly line: LineBase | null
  readonly account: Id<'cashAccount'>
  readonly amount: Decimal
  readonly rate?: Decimal | undefined
  readonly against?: Against
  readonly glAccount?: Id<'account'>
  readonly field?: string
  readonly summary?: string | undefined
}

const receive = (moved: Moved): CashProposal => ({
  ledger: 'cash',
  line: moved.line,
  cashAccount: moved.account,
  amount: moved.amount,
  rate: moved.rate,
  against: moved.against ?? within,
  account: moved.glAccount,
  field: moved.field,
  summary: moved.summary,
})

const pay = (moved: Moved): CashProposal => ({
  ...receive(moved),
  amount: moved.amount.neg(),
  against: turned(moved.against ?? within),
})

/** A changed rate: the account holds what it held, worth more or less in the books (期末调汇). */
const revalue = (revalued: Omit<Moved, 'amount'> & { readonly difference: Decimal }): CashProposal => ({
  ...receive({ ...revalued, amount: zero }),
  book: revalued.difference,
})

export const cash = { receive, pay, revalue }
