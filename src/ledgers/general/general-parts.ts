import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import type { CounterMode, PostingRecord } from '../../kernel/posting/book.ts'
import type { Dimensions, Effect } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { storedAgainst } from './accounts.ts'
import type { StoredAgainst } from './accounts.ts'

/** An effect of the general ledger's own with the part that it takes back, if it does. */
export interface GeneralPart {
  readonly effect: Effect
  readonly negates: string | null
}

/** Keeps what a posting puts into the general ledger of its own, so that it can be taken back by what is stored. */
export const appendParts = (work: Work, posting: PostingRecord, parts: readonly GeneralPart[]): void => {
  if (parts.length === 0) return
  work.tx.send(
    `insert into general_part (company_id, posting_id, id, line_id, date, negates, account, role, amount, dimensions, against, within, closing, summary, quantity,
       currency, currency_amount)
     select $1, $2, r.* from unnest($3::uuid[], $4::uuid[], $5::date[], $6::uuid[], $7::uuid[], $8::text[], $9::numeric[], $10::jsonb[],
       $11::jsonb[], $12::boolean[], $13::boolean[], $14::text[], $15::numeric[], $16::text[], $17::numeric[]) as r`,
    [
      work.company,
      posting.id,
      parts.map(({ effect }) => effect.entry),
      parts.map(({ effect }) => effect.lineId),
      parts.map(({ effect }) => effect.date),
      parts.map(({ negates }) => negates),
      parts.map(({ effect }) => effect.control.account),
      parts.map(({ effect }) => effect.control.role),
      parts.map(({ effect }) => effect.control.amount.toString()),
      parts.map(({ effect }) => JSON.stringify(effect.control.dimensions)),
      parts.map(({ effect }) => JSON.stringify(storedAgainst(effect.against))),
      parts.map(({ effect }) => effect.within),
      parts.map(({ effect }) => effect.closing === true),
      parts.map(({ effect }) => effect.summary ?? null),
      parts.map(({ effect }) => effect.quantity?.toString() ?? null),
      parts.map(({ effect }) => effect.currency ?? null),
      parts.map(({ effect }) => effect.currencyAmount?.toString() ?? null),
    ],
  )
}

interface PartRow {
  readonly id: string
  readonly line_id: string | null
  readonly date: CalendarDate
  readonly account: string
  readonly role: string
  readonly amount: string
  readonly dimensions: Dimensions
  readonly against: readonly StoredAgainst[]
  readonly within: boolean
  readonly closing: boolean
  readonly summary: string | null
  readonly quantity: string | null
  readonly currency: string | null
  readonly currency_amount: string | null
}

const turnedPart = (posting: PostingRecord, mode: CounterMode, row: PartRow): GeneralPart => ({
  negates: row.id,
  effect: {
    ledger: 'general',
    entry: newId<'generalPart'>(),
    date: mode === 'withdraw' ? row.date : posting.date,
    documentType: posting.documentType,
    documentId: posting.documentId,
    lineId: row.line_id,
    control: { account: row.account, role: row.role, amount: decimal(row.amount).neg(), dimensions: row.dimensions },
    against: row.against.map((line) => ({ ...line, amount: decimal(line.amount).neg() })),
    within: row.within,
    ...(row.closing ? { closing: true } : {}),
    difference: false,
    ...(row.summary === null ? {} : { summary: row.summary }),
    ...(row.quantity === null ? {} : { quantity: decimal(row.quantity).neg() }),
    currency: row.currency,
    currencyAmount: row.currency_amount === null ? null : decimal(row.currency_amount).neg(),
  },
})

/** Takes back what earlier postings put into the general ledger of their own, and answers what that means. */
export const counterParts = async (
  work: Work,
  posting: PostingRecord,
  earlier: readonly string[],
  mode: CounterMode,
): Promise<readonly Effect[]> => {
  const rows = await work.tx.rows<PartRow>(
    `select id, line_id, date, account, role, amount, dimensions, against, within, closing, summary, quantity, currency,
       currency_amount from general_part p
     where p.company_id = $1 and p.posting_id = any($2::uuid[]) and p.negates is null
       and not exists (select 1 from general_part n where n.company_id = $1 and n.negates = p.id) order by p.id`,
    [work.company, earlier],
  )
  const parts = rows.map((row) => turnedPart(posting, mode, row))
  appendParts(work, posting, parts)
  return parts.map((part) => part.effect)
}
