import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { amountCell, rangeOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { cashJournal } from './cash-journal.ts'

interface AccountRow {
  readonly id: string
  readonly name: string
  readonly currency: string | null
  readonly opening: string
}

interface MovementRow {
  readonly cash_account: string
  readonly date: CalendarDate
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly counterparty: string | null
  readonly amount: string
}

const accountsOf = (work: Work, range: Range, account: string | null, knownAt: Date | null, kind: string | null) =>
  work.tx.rows<AccountRow>(
    `select c.id, c.name, c.currency, coalesce(sum(e.amount), 0) as opening from cash_account c
     left join cash_entry e on e.company_id = $1 and e.cash_account = c.id and e.date < $2 and ($4::timestamptz is null or e.recorded_at <= $4)
     where c.company_id = $1 and ($3::uuid is null or c.id = $3) and ($5::text is null or c.kind = $5) group by c.id, c.code, c.name, c.currency order by c.code`,
    [work.company, range.from, account, knownAt, kind],
  )

const movementsOf = (work: Work, range: Range, account: string | null, knownAt: Date | null) =>
  work.tx.rows<MovementRow>(
    `select e.cash_account, e.date, e.document_type, e.document_id, p.document_number, min(e.counterparty) as counterparty, sum(e.amount) as amount
     from cash_entry e join posting p on p.company_id = $1 and p.id = e.posting_id
     where e.company_id = $1 and e.date between $2 and $3 and ($4::uuid is null or e.cash_account = $4)
       and ($5::timestamptz is null or e.recorded_at <= $5)
     group by 1, 2, 3, 4, 5, e.line_id having sum(e.amount) <> 0
     order by e.cash_account, e.date, min(e.recorded_at), p.document_number`,
    [work.company, range.from, range.to, account, knownAt],
  )

const rowsOf = (work: Work, account: AccountRow, range: Range, movements: readonly MovementRow[]): ReportRow[] => {
  let balance = toCents(account.opening)
  if (balance === 0n && movements.length === 0) return []
  const head = { account: account.name, cashAccount: account.id }
  const opening: ReportRow = {
    ...head,
    rowKind: 'opening',
    date: range.from,
    type: '期初余额',
    balance: centsText(balance),
  }
  const sums = { received: 0n, paid: 0n }
  const rows = movements.map((movement): ReportRow => {
    const amount = toCents(movement.amount)
    balance += amount
    sums[amount > 0n ? 'received' : 'paid'] += amount > 0n ? amount : -amount
    return {
      ...head,
      date: movement.date,
      documentType: movement.document_type,
      documentId: movement.document_id,
      documentNumber: movement.document_number,
      type: work.installed.catalogue.documents.get(movement.document_type)?.label ?? movement.document_type,
      counterparty: movement.counterparty,
      received: amount > 0n ? centsText(amount) : null,
      paid: amount < 0n ? centsText(-amount) : null,
      balance: centsText(balance),
    }
  })
  const closing: ReportRow = {
    ...head,
    rowKind: 'closing',
    date: range.to,
    type: '本期合计',
    received: amountCell(sums.received),
    paid: amountCell(sums.paid),
    balance: centsText(balance),
  }
  return [opening, ...rows, closing]
}

export const cashJournalRun = defineReportRun(cashJournal, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const account = parameters.cashAccount ?? null
  const known = parameters.knownAt ?? null
  const [accounts, movements] = await Promise.all([
    accountsOf(work, range, account, known, parameters.kind ?? null),
    movementsOf(work, range, account, known),
  ])
  const byAccount = Map.groupBy(movements, (movement) => movement.cash_account)
  return {
    rows: accounts.flatMap((each) => rowsOf(work, each, range, byAccount.get(each.id) ?? [])),
    notes: [`期间：${range.from} 至 ${range.to}`, '原币金额'],
  }
})
