import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import { cents } from '../../base/money.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { LedgerBook } from '../../kernel/posting/work.ts'
import type { Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { AccountRoleName } from '../account-roles.ts'
import { appendEntries } from '../entry-rows.ts'
import type { EntryRow } from '../entry-rows.ts'
import { accountsOf, againstLines } from '../general/accounts.ts'
import type { Accounts, StoredAgainst } from '../general/accounts.ts'
import { placedIn } from '../general/branches.ts'
import { settingsOf } from '../settings.ts'
import { refuseOverdraft } from './refuse-overdraft.ts'
import { cashLedger } from './cash.ts'
import type { CashProposal } from './cash.ts'

type Kind = 'cash' | 'bank' | 'other'

interface AccountRow {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly currency: string | null
  readonly may_be_negative: boolean | null
}

interface Session {
  readonly accounts: Accounts
  readonly cashAccounts: ReadonlyMap<string, AccountRow>
  readonly rows: EntryRow[]
  readonly effects: Effect[]
  /** The field that named the account of an entry, for what is said when it is short. */
  readonly fields: Map<string, string>
}

const controlRole: Readonly<Record<Kind, AccountRoleName>> = {
  cash: 'cashOnHand',
  bank: 'bank',
  other: 'otherMonetary',
}

const sessions = new WeakMap<PostingRecord, Promise<Session>>()

const open = async (work: Work, proposals: readonly CashProposal[]): Promise<Session> => {
  const ids = proposals.map((p) => p.cashAccount)
  const [accounts, rows] = await Promise.all([
    accountsOf(work),
    ids.length === 0
      ? []
      : work.tx.rows<AccountRow>(
          `select id, name, kind, currency, may_be_negative from cash_account where company_id = $1 and id = any($2::uuid[])`,
          [work.company, ids],
        ),
  ])
  return { accounts, cashAccounts: new Map(rows.map((row) => [row.id, row])), rows: [], effects: [], fields: new Map() }
}

const fieldOf = (p: CashProposal): string =>
  p.field ?? (p.line === null ? 'cashAccount' : `lines.${Math.max(p.line.lineNo - 1, 0)}.cashAccount`)

const enter = (session: Session, posting: PostingRecord, p: CashProposal, bookCurrency: string): void => {
  const row = session.cashAccounts.get(p.cashAccount)
  if (row === undefined) {
    throw new Problem('invalid', { zh: '资金账户不存在', en: 'There is no such cash account' }, [
      fieldProblem(fieldOf(p), '资金账户不存在', 'there is no such account'),
    ])
  }
  const role = controlRole[row.kind]
  const account = p.account ?? session.accounts.of(role)
  const book = p.book ?? cents(p.rate === undefined ? p.amount : p.amount.times(p.rate))
  const id = newId<'cashEntry'>()
  const against = againstLines(p.against, book, (name) => session.accounts.of(name), {})
  const currency = row.currency ?? bookCurrency
  const values = {
    cashAccount: p.cashAccount,
    currency,
    rate: p.rate ?? decimal(1),
    amount: p.amount,
    bookAmount: book,
    counterparty: null,
  }
  session.fields.set(id, fieldOf(p))
  session.rows.push({
    id,
    lineId: p.line?.id ?? null,
    lineNo: p.line?.lineNo ?? 0,
    date: posting.date,
    negates: null,
    role,
    accountId: account,
    against,
    values,
  })
  session.effects.push(
    effectOf(session, posting, {
      id,
      lineId: p.line?.id ?? null,
      date: posting.date,
      account,
      role,
      book,
      cashAccount: p.cashAccount,
      currency,
      currencyAmount: p.amount,
      summary: p.summary,
      against,
      isWithin: p.against === within,
    }),
  )
}

interface Entered {
  readonly id: string
  readonly lineId: string | null
  readonly date: CalendarDate
  readonly account: string
  readonly role: string
  readonly book: Decimal
  readonly cashAccount: string
  readonly currency: string
  readonly currencyAmount: Decimal
  readonly summary?: string | undefined
  readonly against: readonly EffectLine[]
  readonly isWithin: boolean
}

const effectOf = (session: Session, posting: PostingRecord, e: Entered): Effect => ({
  ledger: 'cash',
  entry: e.id,
  date: e.date,
  documentType: posting.documentType,
  documentId: posting.documentId,
  lineId: e.lineId,
  control: placedIn(
    session.accounts.branches,
    { account: e.account, role: e.role, amount: e.book, dimensions: { cashAccount: e.cashAccount } },
    e.cashAccount,
  ),
  against: e.against,
  within: e.isWithin,
  difference: false,
  currency: e.currency,
  currencyAmount: e.currencyAmount,
  ...(e.summary === undefined ? {} : { summary: e.summary }),
})

interface StoredEntry {
  readonly id: string
  readonly line_id: string | null
  readonly line_no: number
  readonly date: CalendarDate
  readonly role: string
  readonly account_id: string
  readonly against: readonly StoredAgainst[]
  readonly cash_account: string
  readonly currency: string
  readonly rate: string
  readonly amount: string
  readonly book_amount: string
}

const moveBalances = (work: Work, rows: readonly EntryRow[]): void => {
  if (rows.length === 0) return
  const byAccount = Map.groupBy(rows, (row) => String(row.values['cashAccount']))
  const totals = [...byAccount]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, group]) => ({
      id,
      amount: group.reduce((sum, row) => sum.plus(row.values['amount'] as Decimal), zero),
      book: group.reduce((sum, row) => sum.plus(row.values['bookAmount'] as Decimal), zero),
    }))
  work.tx.send(
    `insert into cash_balance as b (company_id, cash_account, amount, book_amount)
     select $1, r.id, r.amount, r.book from unnest($2::uuid[], $3::numeric[], $4::numeric[]) as r(id, amount, book)
     on conflict (company_id, cash_account) do update set amount = b.amount + excluded.amount, book_amount = b.book_amount + excluded.book_amount`,
    [
      work.company,
      totals.map((t) => t.id),
      totals.map((t) => t.amount.toString()),
      totals.map((t) => t.book.toString()),
    ],
  )
}

/** The accounts that may not be overdrawn, those of entries that are countered among them. */
const guardedIn = async (work: Work, session: Session): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(session.rows.map((row) => String(row.values['cashAccount'])))]
  const unknown = ids.filter((id) => !session.cashAccounts.has(id))
  const more =
    unknown.length === 0
      ? []
      : await work.tx.rows<{ id: string; may_be_negative: boolean | null }>(
          `select id, may_be_negative from cash_account where company_id = $1 and id = any($2::uuid[])`,
          [work.company, unknown],
        )
  return new Set(
    [...session.cashAccounts.values(), ...more].filter((row) => row.may_be_negative !== true).map((row) => row.id),
  )
}

/** 资金账的记账. */
export const cashBook: LedgerBook<CashProposal> = {
  ledger: 'cash',
  negate: (p) => ({
    ...p,
    amount: p.amount.neg(),
    book: p.book?.neg(),
    against: turned(p.against),
  }),
  prepare: async (work, posting, proposals) => {
    const opening = open(work, proposals)
    sessions.set(posting, opening)
    await opening
  },
  counter: async (work, posting, earlier, mode) => {
    const session = await sessions.get(posting)
    if (session === undefined) throw new Error('the cash ledger was not prepared')
    const stored = await work.tx.rows<StoredEntry>(
      `select e.id, e.line_id, e.line_no, e.date, e.role, e.account_id, e.against, e.cash_account, e.currency, e.rate, e.amount, e.book_amount
       from cash_entry e where e.company_id = $1 and e.posting_id = any($2::uuid[]) and e.negates is null
         and not exists (select 1 from cash_entry n where n.company_id = $1 and n.negates = e.id) order by e.line_no, e.id`,
      [work.company, earlier],
    )
    for (const e of stored) {
      const against: EffectLine[] = e.against.map((a) => ({ ...a, amount: decimal(a.amount).neg() }))
      const book = decimal(e.book_amount).neg()
      const id = newId<'cashEntry'>()
      const date = mode === 'withdraw' ? e.date : posting.date
      const values = {
        cashAccount: e.cash_account,
        currency: e.currency,
        rate: decimal(e.rate),
        amount: decimal(e.amount).neg(),
        bookAmount: book,
        counterparty: null,
      }
      session.rows.push({
        id,
        lineId: e.line_id,
        lineNo: e.line_no,
        date,
        negates: mode === 'withdraw' ? e.id : null,
        role: e.role,
        accountId: e.account_id,
        against,
        values,
      })
      session.effects.push(
        effectOf(session, posting, {
          id,
          lineId: e.line_id,
          date,
          account: e.account_id,
          role: e.role,
          book,
          cashAccount: e.cash_account,
          currency: e.currency,
          currencyAmount: decimal(e.amount).neg(),
          against,
          isWithin: against.length === 0,
        }),
      )
    }
    return []
  },
  append: async (work, posting, proposals) => {
    const session = await sessions.get(posting)
    if (session === undefined) throw new Error('the cash ledger was not prepared')
    const currency = settingsOf(work.settings).currency
    for (const p of proposals) if (!p.amount.isZero() || p.book !== undefined) enter(session, posting, p, currency)
    appendEntries(work, cashLedger, posting, session.rows)
    moveBalances(work, session.rows)
    const guarded = await guardedIn(work, session)
    await refuseOverdraft(work, session.rows, guarded, (row) => session.fields.get(row.id) ?? 'cashAccount')
    return session.effects
  },
}
