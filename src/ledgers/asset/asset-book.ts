import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import type { Period } from '../../base/period.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { LedgerBook, Work } from '../../kernel/posting/work.ts'
import type { Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import { accountsOf, againstLines } from '../general/accounts.ts'
import type { Accounts, StoredAgainst } from '../general/accounts.ts'
import { appendEntries } from '../entry-rows.ts'
import type { EntryRow } from '../entry-rows.ts'
import { assetLedger, assetRole } from './asset.ts'
import type { AssetEntryKind, AssetProposal } from './asset.ts'
import type { AssetTerms } from './asset-terms.ts'
import { keepCards } from './keep-cards.ts'
import { refuseUnsoundCards } from './refuse-unsound-cards.ts'

interface Session {
  readonly accounts: Accounts
  readonly rows: EntryRow[]
  readonly effects: Effect[]
}

const sessions = new WeakMap<PostingRecord, Promise<Session>>()

const sessionOf = async (posting: PostingRecord): Promise<Session> => {
  const session = await sessions.get(posting)
  if (session === undefined) throw new Error('the asset ledger was not prepared')
  return session
}

/** What happens to a card happens one after the other. */
const lockCards = (work: Work, cards: readonly string[]): Promise<unknown> =>
  cards.length === 0
    ? Promise.resolve()
    : work.tx.query(`select id from asset_card where company_id = $1 and id = any($2::uuid[]) order by id for update`, [
        work.company,
        cards,
      ])

const open = async (work: Work, proposals: readonly AssetProposal[]): Promise<Session> => {
  const [accounts] = await Promise.all([accountsOf(work), lockCards(work, [...new Set(proposals.map((p) => p.asset))])])
  return { accounts, rows: [], effects: [] }
}

/** What an entry says, new or taken back. */
interface Entry {
  readonly asset: string
  readonly kind: AssetEntryKind
  readonly amount: Decimal
  readonly quantity: Decimal
  readonly period: Period | null
  readonly department: string | null
  readonly terms: AssetTerms | null
  readonly role: string
  readonly account: string | null
  readonly against: readonly EffectLine[]
  readonly isWithin: boolean
  readonly lineId: string | null
  readonly lineNo: number
  readonly date: CalendarDate
  readonly negates: string | null
}

const add = (session: Session, posting: PostingRecord, e: Entry): void => {
  const { asset, kind, amount, quantity, period, department, terms } = e
  const id = newId<'assetEntry'>()
  session.rows.push({
    id,
    lineId: e.lineId,
    lineNo: e.lineNo,
    date: e.date,
    negates: e.negates,
    role: e.role,
    accountId: e.account,
    against: e.against,
    values: { asset, kind, amount, quantity, period, department, terms },
  })
  if (e.account === null || amount.isZero()) return
  session.effects.push({
    ledger: 'asset',
    entry: id,
    date: e.date,
    documentType: posting.documentType,
    documentId: posting.documentId,
    lineId: e.lineId,
    control: { account: e.account, role: e.role, amount, dimensions: { department } },
    against: e.against,
    within: e.isWithin,
    difference: false,
  })
}

const enter = (session: Session, posting: PostingRecord, p: AssetProposal): void => {
  const role = assetRole(p.sort, p.kind)
  const against = againstLines(p.against, p.amount, (name) => session.accounts.of(name), { department: p.department })
  add(session, posting, {
    ...p,
    role: role ?? p.kind,
    account: role === null ? null : session.accounts.of(role),
    against,
    isWithin: p.against === within,
    lineId: p.line?.id ?? null,
    lineNo: p.line?.lineNo ?? 0,
    date: posting.date,
    negates: null,
  })
}

interface StoredEntry {
  readonly id: string
  readonly line_id: string | null
  readonly line_no: number
  readonly date: CalendarDate
  readonly role: string
  readonly account_id: string | null
  readonly against: readonly StoredAgainst[]
  readonly asset: string
  readonly kind: AssetEntryKind
  readonly amount: string
  readonly quantity: string
  readonly period: Period | null
  readonly department: string | null
  /** The terms that held before this entry set others. */
  readonly earlier: AssetTerms | null
}

const storedEntries = (work: Work, postings: readonly string[]) =>
  work.tx.rows<StoredEntry>(
    `select e.id, e.line_id, e.line_no, e.date, e.role, e.account_id, e.against, e.asset, e.kind, e.amount, e.quantity, e.period,
       e.department, t.terms as earlier
     from asset_entry e left join lateral (
       select b.terms from asset_entry b where e.kind = 'terms' and b.company_id = $1 and b.asset = e.asset and b.kind = 'terms'
         and b.negates is null and (b.date, b.id) < (e.date, e.id)
         and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = b.id)
       order by b.date desc, b.id desc limit 1) t on true
     where e.company_id = $1 and e.posting_id = any($2::uuid[]) and e.negates is null
       and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id) order by e.line_no, e.id`,
    [work.company, postings],
  )

const moveBalances = (work: Work, rows: readonly EntryRow[]): void => {
  if (rows.length === 0) return
  const groups = [...Map.groupBy(rows, ({ values }) => `${String(values['asset'])}/${String(values['kind'])}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({
      asset: key.split('/')[0],
      kind: key.split('/')[1],
      amount: group.reduce((sum, row) => sum.plus(row.values['amount'] as Decimal), decimal(0)),
      quantity: group.reduce((sum, row) => sum.plus(row.values['quantity'] as Decimal), decimal(0)),
    }))
  work.tx.send(
    `insert into asset_balance as b (company_id, asset, kind, amount, quantity)
     select $1, r.asset, r.kind, r.amount, r.quantity from unnest($2::uuid[], $3::text[], $4::numeric[], $5::numeric[]) as r(asset, kind, amount, quantity)
     on conflict (company_id, asset, kind) do update set amount = b.amount + excluded.amount, quantity = b.quantity + excluded.quantity`,
    [
      work.company,
      groups.map((g) => g.asset),
      groups.map((g) => g.kind),
      groups.map((g) => g.amount.toString()),
      groups.map((g) => g.quantity.toString()),
    ],
  )
}

/** What only moves from card to card on the same accounts is no business of the general ledger's. */
const isInside = (effects: readonly Effect[]): boolean =>
  effects.every((effect) => effect.within) &&
  [...Map.groupBy(effects, (effect) => `${effect.date}/${effect.control.account}`).values()].every((group) =>
    group.reduce((sum, effect) => sum.plus(effect.control.amount), decimal(0)).isZero(),
  )

/** 资产账的记账: appends what documents say of cards, refuses what would make a card unsound, and keeps the cards' state. */
export const assetBook: LedgerBook<AssetProposal> = {
  ledger: 'asset',
  negate: (p) => ({
    ...p,
    amount: p.amount.neg(),
    quantity: p.quantity.neg(),
    against: turned(p.against),
  }),
  prepare: async (work, posting, proposals) => {
    const opening = open(work, proposals)
    sessions.set(posting, opening)
    await opening
  },
  counter: async (work, posting, earlier, mode) => {
    const session = await sessionOf(posting)
    const stored = await storedEntries(work, earlier)
    await lockCards(work, [...new Set(stored.map((e) => e.asset))])
    for (const e of stored) {
      const against: EffectLine[] = e.against.map((a) => ({ ...a, amount: decimal(a.amount).neg() }))
      add(session, posting, {
        asset: e.asset,
        kind: e.kind,
        amount: decimal(e.amount).neg(),
        quantity: decimal(e.quantity).neg(),
        period: e.period,
        department: e.department,
        terms: e.kind === 'terms' ? e.earlier : null,
        role: e.role,
        account: e.account_id,
        against,
        isWithin: against.length === 0,
        lineId: e.line_id,
        lineNo: e.line_no,
        date: mode === 'withdraw' ? e.date : posting.date,
        negates: mode === 'withdraw' ? e.id : null,
      })
    }
    return []
  },
  append: async (work, posting, proposals) => {
    const session = await sessionOf(posting)
    for (const p of proposals) enter(session, posting, p)
    if (session.rows.length === 0) return []
    appendEntries(work, assetLedger, posting, session.rows)
    moveBalances(work, session.rows)
    const cards = [...new Set(session.rows.map((row) => String(row.values['asset'])))]
    await refuseUnsoundCards(work, posting, session.rows)
    await keepCards(work, cards)
    return isInside(session.effects) ? [] : session.effects
  },
}
