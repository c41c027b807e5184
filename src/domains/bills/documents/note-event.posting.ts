import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import type { PostingInput, Proposal } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { noteEvent } from './note-event.ts'
import { noteIssued } from './note-issued.ts'
import { noteReceived } from './note-received.ts'

type Input = PostingInput<typeof noteEvent>
type EventLine = Input['lines'][number]

/** A bill with whose it is, as it was received or issued. */
interface Bill {
  readonly line: EventLine
  readonly party: Id<'party'>
  readonly billLine: Id<'line'>
  readonly isCommercial: boolean
  readonly amount: Decimal
}

const receivedBill = ({ origin }: Input, line: EventLine): Bill | undefined => {
  const found = origin(noteReceived, line)
  if (found === undefined) return undefined
  const { header, line: bill } = found
  const isCommercial = bill.billKind === 'commercial'
  return { line, party: header.customer, billLine: bill.id, isCommercial, amount: line.amount }
}

const issuedBill = ({ source }: Input, line: EventLine): Bill | undefined => {
  const found = source(noteIssued, line)
  if (found === undefined) return undefined
  const { header, line: bill } = found
  const isCommercial = bill.billKind === 'commercial'
  return { line, party: header.supplier, billLine: bill.id, isCommercial, amount: line.amount }
}

/** The bill is no longer ours. */
const leaves = ({ line, party: of, billLine: ofLine, amount }: Bill): Proposal =>
  party.settleLine({ line, party: of, kind: 'noteReceivable', ofLine, amount: amount.neg(), against: within })

/** What it paid is owed again. */
const owedAgain = ({ line, party: of, amount }: Bill): Proposal =>
  party.charge({ line, party: of, kind: 'receivable', amount, against: within })

const moneyIn = (account: Id<'cashAccount'> | null, line: LineBase, amount: Decimal): Proposal[] =>
  account === null ? [] : [cash.receive({ line, account, amount, field: 'cashAccount' })]

const moneyOut = (account: Id<'cashAccount'> | null, line: LineBase, amount: Decimal): Proposal[] =>
  account === null ? [] : [cash.pay({ line, account, amount, field: 'cashAccount' })]

/** Money for a bill before its maturity: outright it leaves us, with recourse it is a loan on it (rule 23). */
function* discounted(bill: Bill, account: Id<'cashAccount'> | null, withRecourse: boolean): Iterable<Proposal> {
  const { line, amount } = bill
  const interest = line.interest ?? zero
  yield* moneyIn(account, line, amount.minus(interest))
  if (!interest.isZero()) yield general.debit({ line, role: 'billDiscountInterest', amount: interest })
  yield withRecourse ? general.credit({ line, role: 'shortTermLoan', amount }) : leaves(bill)
}

/** The acceptor did not pay, and we do: the loan, or whom we passed it on to; the one before us owes it. */
function* recourse(bill: Bill, { header, source }: Input): Iterable<Proposal> {
  const { line, amount } = bill
  const passed = source(noteEvent, line)?.header
  if (passed?.kind === 'discountRecourse') {
    yield general.debit({ line, role: 'shortTermLoan', amount })
    yield* moneyOut(header.cashAccount, line, amount)
    yield leaves(bill)
  } else if (header.cashAccount !== null) yield* moneyOut(header.cashAccount, line, amount)
  else if (passed?.supplier) {
    yield party.owe({ line, party: passed.supplier, kind: 'payable', amount, against: within })
  }
  yield owedAgain(bill)
}

/** Paid at maturity by the acceptor: of what was discounted with recourse the loan is over, an endorsement leaves nothing to enter. */
function* discharged(bill: Bill, { source }: Input): Iterable<Proposal> {
  if (source(noteEvent, bill.line)?.header.kind !== 'discountRecourse') return
  yield general.debit({ line: bill.line, role: 'shortTermLoan', amount: bill.amount })
  yield leaves(bill)
}

function* ofReceived(bill: Bill, input: Input): Iterable<Proposal> {
  const { kind, cashAccount } = input.header
  switch (kind) {
    case 'endorse':
      yield leaves(bill)
      return
    case 'discount':
    case 'discountRecourse':
      yield* discounted(bill, cashAccount, kind === 'discountRecourse')
      return
    case 'collect':
      yield leaves(bill)
      yield* moneyIn(cashAccount, bill.line, bill.amount)
      return
    case 'dishonour':
      yield leaves(bill)
      yield owedAgain(bill)
      return
    case 'recourse':
      yield* recourse(bill, input)
      return
    case 'discharge':
      yield* discharged(bill, input)
      return
    case 'honour':
    case 'unpaid':
  }
}

/** Our own bill: paid; or not, and owed as before (商承), or to the bank that paid it (银承). */
function* ofIssued(bill: Bill, { header }: Input): Iterable<Proposal> {
  const { line, party: to, billLine: ofLine, amount } = bill
  yield party.settleLine({ line, party: to, kind: 'notePayable', ofLine, amount, against: within })
  if (header.kind === 'honour') yield* moneyOut(header.cashAccount, line, amount)
  else if (bill.isCommercial) yield party.owe({ line, party: to, kind: 'payable', amount, against: within })
  else yield general.credit({ line, role: 'shortTermLoan', amount })
}

/** What was endorsed settles what we owe, and is in advance beyond that. */
function* paidWith({ header, lines, settlements }: Input): Iterable<Proposal> {
  if (header.kind !== 'endorse' || header.supplier === null) return
  for (const line of settlements) {
    const { kind, openItem, amount } = line
    yield party.settle({ line, party: header.supplier, kind, openItem, amount })
  }
  const sum = (values: readonly { readonly amount: Decimal }[]) =>
    values.reduce((total, { amount }) => total.plus(amount), zero)
  const amount = sum(lines).minus(sum(settlements))
  if (!amount.isZero()) {
    yield party.charge({ line: null, party: header.supplier, kind: 'advanceToSupplier', amount, against: within })
  }
}

function* besides({ header }: Input): Iterable<Proposal> {
  const { cashAccount, marginAccount } = header
  if (cashAccount === null) return
  const fee = header.fee ?? zero
  if (!fee.isZero()) {
    yield cash.pay({ line: null, account: cashAccount, amount: fee, field: 'cashAccount' })
    yield general.debit({ line: null, role: 'bankFee', amount: fee })
  }
  const margin = header.margin ?? zero
  if (margin.isZero() || marginAccount === null) return
  yield cash.pay({ line: null, account: marginAccount, amount: margin, field: 'marginAccount' })
  yield cash.receive({ line: null, account: cashAccount, amount: margin, field: 'cashAccount' })
}

/** Each bill goes its way (rule 23); all stands within the posting. */
export const postNoteEvent = definePosting(
  noteEvent,
  function* (input) {
    // Margin that is given back comes before the payment that it serves.
    yield* besides(input)
    for (const line of input.lines) {
      const received = receivedBill(input, line)
      const issued = issuedBill(input, line)
      if (received !== undefined) yield* ofReceived(received, input)
      if (issued !== undefined) yield* ofIssued(issued, input)
    }
    yield* paidWith(input)
  },
  { looksBack: true },
)
