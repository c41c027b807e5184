import type { CalendarDate } from '../../../base/calendar-date.ts'
import { sum } from '../../../base/decimal.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { balancesOn, unreconciled } from '../desk/both-sides.ts'
import { cashDaily } from './cash-daily.ts'
import { todayOf } from '../../../ledgers/today.ts'

interface DayRow {
  readonly id: string
  readonly name: string
  readonly kind: 'cash' | 'bank' | 'other'
  readonly currency: string
  readonly before: string
  readonly received: string
  readonly paid: string
  readonly book: string
  readonly has_statement: boolean
}

const kinds = { cash: '现金', bank: '银行', other: '其他货币资金' } as const

const daysOf = (work: Work, day: CalendarDate) =>
  work.tx.rows<DayRow>(
    `select a.id, a.name, a.kind, coalesce(a.currency, 'CNY') as currency,
       coalesce(sum(e.amount) filter (where e.date < $2), 0) as before,
       coalesce(sum(e.amount) filter (where e.date = $2 and e.amount > 0), 0) as received,
       coalesce(-sum(e.amount) filter (where e.date = $2 and e.amount < 0), 0) as paid,
       coalesce(sum(e.book_amount), 0) as book,
       exists (select 1 from bank_statement s where s.company_id = $1 and s.cash_account = a.id and s.state in ('posted', 'closed')) as has_statement
     from cash_account a left join cash_entry e on e.company_id = $1 and e.cash_account = a.id and e.date <= $2
     where a.company_id = $1 and (not a.disabled or e.id is not null)
     group by a.id, a.code, a.name, a.kind, a.currency order by array_position(array['cash', 'bank', 'other'], a.kind), a.code`,
    [work.company, day],
  )

const bankCells = async (work: Work, row: DayRow, day: CalendarDate): Promise<ReportRow> => {
  if (!row.has_statement) return {}
  const [balances, items] = await Promise.all([balancesOn(work, row.id, day), unreconciled(work, row.id, day)])
  return {
    bank: balances.bank === null ? null : centsText(toCents(balances.bank)),
    bankOn: balances.lastLine,
    open: items.length || null,
  }
}

export const runCashDaily = defineReportRun(cashDaily, async (parameters, work) => {
  const day = parameters.date ?? todayOf(work)
  const rows: ReportRow[] = []
  for (const row of await daysOf(work, day)) {
    const moved = [row.received, row.paid].map((amount) => (toCents(amount) === 0n ? null : amount))
    rows.push({
      account: row.name,
      cashAccount: row.id,
      date: day,
      kind: kinds[row.kind],
      currency: row.currency,
      before: row.before,
      received: moved[0] ?? null,
      paid: moved[1] ?? null,
      balance: centsText(toCents(row.before) + toCents(row.received) - toCents(row.paid)),
      bookBalance: row.book,
      ...(await bankCells(work, row, day)),
    })
  }
  return {
    rows,
    totals: { bookBalance: sum(rows.map((row) => String(row['bookBalance']))).toString() },
    notes: [`日期：${day}`],
  }
})
