import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** Something that one side has: a line of the bank, or a movement of the account in the books. */
export interface Item {
  readonly side: 'bank' | 'book'
  readonly type: string
  readonly document: string
  readonly number: string
  readonly line: string
  readonly date: CalendarDate
  readonly time: string
  readonly amount: string
  readonly counterparty: string
  readonly counterpartyAccount: string
  readonly memo: string
  readonly reference: string
  readonly fee: string
  /** Of a movement: the one party it is of. */
  readonly party: string | null
  /** Was there before the account was reconciled, and is told as unreconciled then. */
  readonly isOpening: boolean
}

// How long before its first statement an account's movements may still be what that statement shows.
const reachBack = 15

/**
 * Both sides of an account ($1 company, $2 account): since the day after its opening, or after the day before its first
 * statement. A movement is what a document's line left in the account, so that what was taken back is not there. A match stands
 * while everything in it is there with the amount it had.
 */
export const bothSides = `
  with opened as (
    select o.id, o.starts_after, o.balance from bank_opening o
    where o.company_id = $1 and o.cash_account = $2 and o.state in ('posted', 'closed') and o.reverses is null limit 1),
  start as (
    select coalesce((select starts_after from opened),
      (select min(s.first_day) - 1 from bank_statement s where s.company_id = $1 and s.cash_account = $2 and s.state in ('posted', 'closed'))) as day,
      exists (select 1 from opened) as is_opened),
  bank as (
    select 'bankStatement' as type, s.id as document, s.number, l.id as line, l.booked_on as date, coalesce(l.time, '') as time, l.amount,
      l.balance, coalesce(l.counterparty, '') as counterparty, coalesce(l.counterparty_account, '') as counterparty_account,
      coalesce(l.memo, '') as memo, coalesce(l.reference, '') as reference, coalesce(l.fee, 0) as fee, s.number || lpad(l.line_no::text, 6, '0') as place, false as is_opening
    from bank_statement s join bank_statement_line l on l.company_id = $1 and l.owner_id = s.id
    where s.company_id = $1 and s.cash_account = $2 and s.state in ('posted', 'closed') and s.reverses is null
      and l.booked_on > (select day from start)
    union all
    select 'bankOpening', o.id, '', i.id, i.date, '', i.amount, null, coalesce(i.counterparty, ''), '', coalesce(i.memo, ''), coalesce(i.reference, ''), 0, '', true
    from opened o join bank_opening_items i on i.company_id = $1 and i.owner_id = o.id and i.side = 'bank'),
  book as (
    select e.document_type as type, e.document_id as document, min(p.document_number) as number, coalesce(e.line_id, e.document_id) as line,
      min(e.date) as date, sum(e.amount) as amount, '' as reference, '' as memo, '' as counterparty, false as is_opening,
      min(e.date) <= (select day from start) as is_before
    from cash_entry e join posting p on p.company_id = $1 and p.id = e.posting_id
    where e.company_id = $1 and e.cash_account = $2
      and e.date > (select case when is_opened then day else day - ${reachBack} end from start)
    group by 1, 2, 4 having sum(e.amount) <> 0
    union all
    select 'bankOpening', o.id, '', i.id, i.date, i.amount, coalesce(i.reference, ''), coalesce(i.memo, ''), coalesce(i.counterparty, ''), true, false
    from opened o join bank_opening_items i on i.company_id = $1 and i.owner_id = o.id and i.side = 'book'),
  standing as (
    select m.match, max(m.date) as through from bank_match_member m
    left join (select 'bank' as side, document, line, amount from bank union all select 'book', document, line, amount from book) i
      on i.side = m.side and i.document = m.document and i.line = m.line and i.amount = m.amount
    where m.company_id = $1 and m.cash_account = $2 group by m.match having count(*) = count(i.line)),
  held as (
    select m.side, m.document, m.line, m.match, s.through from bank_match_member m
    join standing s on s.match = m.match where m.company_id = $1 and m.cash_account = $2)`

/** What of either side is not reconciled on a day ($3; null for now): a match counts when all of it was there by then. */
export const unreconciled = async (work: Work, account: string, through: CalendarDate | null): Promise<Item[]> =>
  work.tx.rows<Item>(
    `${bothSides}
     select 'bank' as side, b.type, b.document, b.number, b.line, b.date, b.time, b.amount::text, b.counterparty,
       b.counterparty_account as "counterpartyAccount", b.memo, b.reference, b.fee::text, null as party, b.is_opening as "isOpening", b.place
     from bank b where ($3::date is null or b.date <= $3) and not exists (
       select 1 from held h where h.side = 'bank' and h.document = b.document and h.line = b.line and ($3::date is null or h.through <= $3))
     union all
     select 'book', k.type, k.document, k.number, k.line, k.date, '', k.amount::text, coalesce(nullif(k.counterparty, ''), y.name, ''), '',
       k.memo, coalesce(c.reference, p.reference, r.reference, t.reference, k.reference), '0', y.party, k.is_opening, k.number
     from book k
     left join lateral (
       select e.party::text as party, min(a.name) as name from party_entry e join party a on a.company_id = $1 and a.id = e.party
       where e.company_id = $1 and e.document_id = k.document
         and (select count(distinct x.party) from party_entry x where x.company_id = $1 and x.document_id = k.document) = 1
       group by 1) y on true
     left join collection_line c on c.company_id = $1 and c.id = k.line
     left join payment_line p on p.company_id = $1 and p.id = k.line
     left join customer_refund_line r on r.company_id = $1 and r.id = k.line
     left join cash_transfer t on t.company_id = $1 and t.id = k.document
     where not k.is_before and ($3::date is null or k.date <= $3) and not exists (
       select 1 from held h where h.side = 'book' and h.document = k.document and h.line = k.line and ($3::date is null or h.through <= $3))
     order by 1, 6, 16, 5`,
    [work.company, account, through],
  )

/** What both sides say of an account at the end of a day, and what is between them. */
export interface Balances {
  /** Null where no statement of the account is known. */
  readonly bank: Decimal | null
  /** What the statement itself writes, where it writes it. */
  readonly stated: Decimal | null
  readonly book: Decimal
  /** What the openings of both sides leave over: unreconciled items at the start that nobody told. */
  readonly openingGap: Decimal
  readonly startsAfter: CalendarDate | null
  readonly lastLine: CalendarDate | null
}

interface BalanceRow {
  readonly day: CalendarDate | null
  readonly is_opened: boolean
  readonly opening: string | null
  readonly lines: string
  readonly stated: string | null
  readonly book: string
  readonly book_at_start: string
  readonly before: string
  readonly opening_items: string
  readonly last_line: CalendarDate | null
}

/** The balances of both sides at the end of a day. */
export const balancesOn = async (work: Work, account: string, day: CalendarDate): Promise<Balances> => {
  const [row] = await work.tx.rows<BalanceRow>(
    `${bothSides}
     select s.day, s.is_opened,
       coalesce((select balance from opened), (select b.opening from bank_statement b where b.company_id = $1 and b.cash_account = $2
         and b.state in ('posted', 'closed') and b.first_day = s.day + 1 order by b.number limit 1)) as opening,
       coalesce((select sum(amount) from bank where not is_opening and date <= $3), 0) as lines,
       (select balance from bank where not is_opening and date <= $3 order by date desc, place desc limit 1) as stated,
       coalesce((select sum(amount) from cash_entry where company_id = $1 and cash_account = $2 and date <= $3), 0) as book,
       coalesce((select sum(amount) from cash_entry where company_id = $1 and cash_account = $2 and date <= s.day), 0) as book_at_start,
       coalesce((select sum(k.amount) from book k join held h on h.side = 'book' and h.document = k.document and h.line = k.line where k.is_before), 0) as before,
       coalesce((select sum(amount) from book where is_opening), 0) - coalesce((select sum(amount) from bank where is_opening), 0) as opening_items,
       (select max(date) from bank where not is_opening) as last_line
     from start s`,
    [work.company, account, day],
  )
  const { opening, lines = '0', stated, book = '0', book_at_start: bookAtStart = '0' } = row ?? {}
  const known = row?.day !== null && row?.day !== undefined
  const bank = known ? sum([opening ?? bookAtStart, lines]) : null
  const gap = !known || !opening ? decimal(0) : sum([opening, row.before, row.opening_items]).minus(bookAtStart)
  return {
    bank,
    stated: stated ? decimal(stated) : null,
    book: decimal(book),
    openingGap: gap,
    startsAfter: row?.day ?? null,
    lastLine: row?.last_line ?? null,
  }
}
