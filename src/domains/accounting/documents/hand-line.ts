import { zero } from '../../../base/decimal.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { Against, PostingInput, Proposal } from '../../../kernel/posting/proposal.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { account as accountEntity } from '../../../ledgers/dimensions/account.ts'
import { standardCode } from '../../../ledgers/general/account-codes.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { partyKindOfAccount } from '../rules/party-kind-of-account.ts'

/** A line on an account, as vouchers and openings have it. */
export interface HandLine extends LineBase {
  readonly account: Id<'account'>
  readonly debit: Decimal | null
  readonly credit: Decimal | null
  readonly party: Id<'party'> | null
  readonly department: Id<'department'> | null
  readonly employee: Id<'employee'> | null
  readonly project: Id<'project'> | null
  readonly item: Id<'item'> | null
  readonly cashAccount: Id<'cashAccount'> | null
  readonly auxiliary1: Id<'auxiliaryItem'> | null
  readonly auxiliary2: Id<'auxiliaryItem'> | null
  readonly quantity: Decimal | null
  readonly currency: string | null
  readonly rate: Decimal | null
  readonly currencyAmount: Decimal | null
}

interface HandPosting extends Pick<PostingInput<AnyDocument>, 'lookup' | 'settings'> {
  readonly against: Against
  readonly due?: CalendarDate | null
  readonly summary?: string
}

/** What a line moves: the book amount, debit positive; in its currency with the rate, where it has one. */
const amountsOf = (line: HandLine) => {
  const book = (line.debit ?? zero).minus(line.credit ?? zero)
  const { currencyAmount, currency, rate } = line
  if (currencyAmount === null || rate === null || currency === null) return { book, amount: book }
  const amount = book.isNegative() ? currencyAmount.abs().neg() : currencyAmount.abs()
  return { book, amount, currency, rate }
}

const side = (line: HandLine, measure: Decimal): Decimal =>
  (line.debit ?? zero).minus(line.credit ?? zero).isNegative() ? measure.abs().neg() : measure.abs()

/** The entry of a line written by hand: in the ledger that controls its account, else in the general ledger. */
export const proposeHandLine = (line: HandLine, posting: HandPosting): Proposal => {
  const { lookup, settings, against, due, summary } = posting
  const { account } = line
  const record = lookup(accountEntity, account)
  const { book, ...moved } = amountsOf(line)
  if (record?.control === 'party' && line.party !== null) {
    const code = standardCode(record.code, settingsOf(settings).accountCodes)
    const kind = partyKindOfAccount(code, record.category)
    return party.charge({ line, party: line.party, kind, ...moved, account, due: due ?? null, against, summary })
  }
  if (record?.control === 'cash' && line.cashAccount !== null) {
    const { amount, rate } = moved
    return cash.receive({ line, account: line.cashAccount, amount, rate, glAccount: account, against, summary })
  }
  const { department, employee, project, item, cashAccount, auxiliary1, auxiliary2 } = line
  return general.debit({
    line,
    account,
    amount: book,
    dimensions: { party: line.party, department, employee, project, item, cashAccount, auxiliary1, auxiliary2 },
    against,
    ...(summary === undefined ? {} : { summary }),
    ...(line.quantity === null ? {} : { quantity: side(line, line.quantity) }),
    ...(moved.currency === undefined ? {} : { currency: moved.currency, currencyAmount: moved.amount }),
  })
}
