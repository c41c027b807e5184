import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'
import type { PartyItemKind } from '../../../ledgers/party/party.ts'
import { amountCell, todayOf } from './book-view.ts'
import { agingBuckets, openItems, partyAging } from './open-items.ts'

export type PartySide = 'receivable' | 'payable'

/** Kinds of open item that belong to a side: what customers owe net of what they paid ahead, and likewise suppliers. */
export const kindsOfSide: Readonly<Record<PartySide, readonly PartyItemKind[]>> = {
  receivable: ['receivable', 'advanceFromCustomer', 'otherReceivable'],
  payable: ['payable', 'estimate', 'advanceToSupplier', 'otherPayable'],
}

export const allKinds = Object.keys(partyItemKinds) as PartyItemKind[]

/** On the payable side, what we owe is positive. */
export const signOf = (side: PartySide | null | undefined): 1n | -1n => (side === 'payable' ? -1n : 1n)

interface OpenItemRow {
  readonly id: string
  readonly party: string
  readonly party_name: string
  readonly kind: PartyItemKind
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly date: CalendarDate
  readonly due_on: CalendarDate | null
  readonly currency: string
  readonly amount: string
  readonly open: string
  readonly open_book: string
}

interface Question {
  readonly kinds: readonly PartyItemKind[]
  readonly party?: string | null | undefined
  readonly asOf: CalendarDate
  readonly knownAt?: Date | null | undefined
}

const columns = `i.id, i.party, p.code || ' ' || p.name as party_name, i.kind, i.document_type, i.document_id, i.document_number, i.date,
  i.due_on, i.currency`

// Today's answer is the cache of open items; a past day's is summed from the entries up to it.
const currentSql = `select ${columns}, i.amount, i.open, i.open_book from party_item i
  join party p on p.company_id = $1 and p.id = i.party
  where i.company_id = $1 and i.open <> 0 and i.kind = any($2::text[]) and ($3::uuid is null or i.party = $3)
  order by p.code, i.due_on, i.document_number`

const pastSql = `with sums as materialized (
    select e.open_item, sum(e.amount) as open, sum(e.book_amount) as open_book from party_entry e
    where e.company_id = $1 and e.kind = any($2::text[]) and ($3::uuid is null or e.party = $3) and e.date <= $4
      and ($5::timestamptz is null or e.recorded_at <= $5)
    group by e.open_item having sum(e.amount) <> 0)
  select ${columns}, i.amount, s.open, s.open_book from sums s
  join party_item i on i.company_id = $1 and i.id = s.open_item
  join party p on p.company_id = $1 and p.id = i.party
  order by p.code, i.due_on, i.document_number`

/** The latest day that any party entry is dated: from it on the cache of open items is the answer. */
const lastEntry = async (work: Work): Promise<CalendarDate | null> => {
  const rows = await work.tx.rows<{ last: CalendarDate | null }>(
    `select max(date) as last from party_entry where company_id = $1`,
    [work.company],
  )
  return rows[0]?.last ?? null
}

/** What is open on a day, as known now or at a moment. */
const openItemsAt = async (work: Work, question: Question): Promise<OpenItemRow[]> => {
  const last = await lastEntry(work)
  const now = (question.knownAt ?? null) === null && (last === null || question.asOf >= last)
  const values = [work.company, question.kinds, question.party ?? null]
  return now
    ? work.tx.rows<OpenItemRow>(currentSql, values)
    : work.tx.rows<OpenItemRow>(pastSql, [...values, question.asOf, question.knownAt ?? null])
}

const overdueDays = (item: OpenItemRow, asOf: CalendarDate): number =>
  item.due_on === null ? 0 : Math.max(daysBetween(item.due_on, asOf), 0)

const itemCells = (item: OpenItemRow, asOf: CalendarDate, sign: 1n | -1n): ReportRow => {
  const [amount, open] = [sign * toCents(item.amount), sign * toCents(item.open)]
  return {
    party: item.party,
    partyName: item.party_name,
    kind: partyItemKinds[item.kind],
    documentType: item.document_type,
    documentId: item.document_id,
    documentNumber: item.document_number,
    openItem: item.id,
    date: item.date,
    dueOn: item.due_on,
    overdueDays: overdueDays(item, asOf) || null,
    currency: item.currency,
    amount: centsText(amount),
    settled: amountCell(amount - open),
    open: centsText(open),
    from: `${asOf.slice(0, 4)}-01-01`,
    to: asOf,
  }
}

export const openItemsRun = defineReportRun(openItems, async (parameters, work) => {
  const asOf = parameters.asOf ?? todayOf(work)
  const kinds = parameters.side === null || parameters.side === undefined ? allKinds : kindsOfSide[parameters.side]
  const found = await openItemsAt(work, {
    kinds: parameters.kind === null || parameters.kind === undefined ? kinds : [parameters.kind],
    party: parameters.party,
    asOf,
    knownAt: parameters.knownAt,
  })
  const sign = signOf(parameters.side)
  const shown = parameters.overdue === true ? found.filter((item) => overdueDays(item, asOf) > 0) : found
  const sum = (pick: (item: OpenItemRow) => bigint) =>
    centsText(shown.reduce((total, item) => total + sign * pick(item), 0n))
  return {
    rows: shown.map((item) => itemCells(item, asOf, sign)),
    totals: {
      partyName: '合计',
      amount: sum((item) => toCents(item.amount)),
      settled: sum((item) => toCents(item.amount) - toCents(item.open)),
      open: sum((item) => toCents(item.open)),
    },
    notes: [`截至 ${asOf}，共 ${shown.length} 项`],
  }
})

interface Aged {
  readonly party: string
  readonly name: string
  balance: bigint
  readonly buckets: Map<string, bigint>
}

/** Which bucket so many days belong to; not yet due is apart. */
const bucketOf = (days: number): string => agingBuckets.find((bucket) => days <= bucket.upTo)?.name ?? 'over365'

const agedBy = (items: readonly OpenItemRow[], by: 'dueOn' | 'date', asOf: CalendarDate, sign: 1n | -1n): Aged[] => {
  const parties = new Map<string, Aged>()
  for (const item of items) {
    const aged = parties.get(item.party) ?? {
      party: item.party,
      name: item.party_name,
      balance: 0n,
      buckets: new Map(),
    }
    parties.set(item.party, aged)
    const open = sign * toCents(item.open_book)
    const bucket = bucketOf(daysBetween(by === 'date' ? item.date : (item.due_on ?? item.date), asOf))
    aged.balance += open
    aged.buckets.set(bucket, (aged.buckets.get(bucket) ?? 0n) + open)
  }
  return [...parties.values()]
}

const agedCells = (aged: Pick<Aged, 'balance' | 'buckets'>) => ({
  balance: centsText(aged.balance),
  ...Object.fromEntries(agingBuckets.map(({ name }) => [name, amountCell(aged.buckets.get(name) ?? 0n)])),
})

export const partyAgingRun = defineReportRun(partyAging, async (parameters, work) => {
  const asOf = parameters.asOf ?? todayOf(work)
  const side = parameters.side ?? 'receivable'
  const by = parameters.by ?? 'dueOn'
  const items = await openItemsAt(work, {
    kinds: kindsOfSide[side],
    party: parameters.party,
    asOf,
    knownAt: parameters.knownAt,
  })
  const aged = agedBy(items, by, asOf, signOf(side))
  const total: Pick<Aged, 'balance' | 'buckets'> = {
    balance: aged.reduce((sum, each) => sum + each.balance, 0n),
    buckets: new Map(
      agingBuckets.map(({ name }) => [name, aged.reduce((sum, each) => sum + (each.buckets.get(name) ?? 0n), 0n)]),
    ),
  }
  return {
    rows: aged.map((each) => ({ party: each.party, partyName: each.name, side, asOf, ...agedCells(each) })),
    totals: { partyName: '合计', ...agedCells(total) },
    notes: [`截至 ${asOf}，按${by === 'dueOn' ? '到期日' : '单据日期'}，本位币`],
  }
})
