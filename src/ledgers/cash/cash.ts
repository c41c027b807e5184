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
  readonly against: Against
  readonly account?: Id<'account'> | undefined
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
})

const pay = (moved: Moved): CashProposal => ({
  ...receive(moved),
  amount: moved.amount.neg(),
  against: turned(moved.against ?? within),
})

export const cash = { receive, pay }
