import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { entryDays } from '../../../ledgers/entry-days.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'
import type { PartyItemKind } from '../../../ledgers/party/party.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { amountCell } from './book-view.ts'
import { openItems } from './open-items.ts'

export type PartySide = 'receivable' | 'payable'

/** Kinds of open item that belong to a side: what customers owe net of what they paid ahead, and likewise suppliers. */
export const kindsOfSide: Readonly<Record<PartySide, readonly PartyItemKind[]>> = {
  receivable: ['receivable', 'advanceFromCustomer', 'otherReceivable'],
  payable: ['payable', 'estimate', 'advanceToSupplier', 'otherPayable'],
}

export const allKinds = Object.keys(partyItemKinds) as PartyItemKind[]

/** Which side of what is open someone sees: what suppliers are owed, who may open their invoices; what customers owe, likewise. */
const rightOfSide: Readonly<Record<PartySide, string>> = {
  receivable: 'salesInvoice.read',
  payable: 'purchaseInvoice.read',
}

/** The kinds of item that were asked for, as far as who asks may see their side. */
const kindsAsked = (work: Work, side: PartySide | null | undefined): readonly PartyItemKind[] => {
  const asked = side === null || side === undefined ? allKinds : kindsOfSide[side]
  return asked.filter((kind) =>
    (Object.keys(kindsOfSide) as PartySide[]).some(
      (one) => kindsOfSide[one].includes(kind) && work.actor.may(rightOfSide[one]),
    ),
  )
}

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

/** What is open on a day, as known now or at a moment. */
const openItemsAt = async (work: Work, question: Question): Promise<OpenItemRow[]> => {
  const now = (question.knownAt ?? null) === null && question.asOf >= ((await entryDays(work, 'party'))?.last ?? '')
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
    openBook: centsText(sign * toCents(item.open_book)),
    from: `${asOf.slice(0, 4)}-01-01`,
    to: asOf,
  }
}

const figures = {
  amount: (item: OpenItemRow) => toCents(item.amount),
  settled: (item: OpenItemRow) => toCents(item.amount) - toCents(item.open),
  open: (item: OpenItemRow) => toCents(item.open),
} as const

const openByCurrency = (items: readonly OpenItemRow[], sign: 1n | -1n): string[] =>
  [...Map.groupBy(items, (item) => item.currency)].map(
    ([code, own]) => `${code} 未核销 ${centsText(own.reduce((total, item) => total + sign * toCents(item.open), 0n))}`,
  )

export const openItemsRun = defineReportRun(openItems, async (parameters, work) => {
  const asOf = parameters.asOf ?? todayOf(work)
  const kinds = kindsAsked(work, parameters.side)
  const found = await openItemsAt(work, {
    kinds:
      parameters.kind === null || parameters.kind === undefined
        ? kinds
        : kinds.filter((kind) => kind === parameters.kind),
    party: parameters.party,
    asOf,
    knownAt: parameters.knownAt,
  })
  const sign = signOf(parameters.side)
  const { currency: only } = parameters
  const shown = found.filter(
    (item) => (parameters.overdue !== true || overdueDays(item, asOf) > 0) && (!only || item.currency === only),
  )
  const currencies = [...new Set(shown.map((item) => item.currency))].toSorted()
  const isForeign = currencies.some((code) => code !== settingsOf(work.settings).currency)
  // Amounts of several currencies do not add up; what they are in the books does.
  const summed = currencies.length > 1 ? [] : (['amount', 'settled', 'open'] as const)
  const sum = (pick: (item: OpenItemRow) => bigint) =>
    centsText(shown.reduce((total, item) => total + sign * pick(item), 0n))
  return {
    rows: shown.map((item) => itemCells(item, asOf, sign)),
    totals: {
      partyName: '合计',
      ...Object.fromEntries(summed.map((name) => [name, sum(figures[name])])),
      openBook: sum((item) => toCents(item.open_book)),
    },
    ...(isForeign ? {} : { columns: openItems.columns.filter((column) => column.name !== 'openBook') }),
    notes: [`截至 ${asOf}，共 ${shown.length} 项`, ...(currencies.length > 1 ? openByCurrency(shown, sign) : [])],
  }
})
