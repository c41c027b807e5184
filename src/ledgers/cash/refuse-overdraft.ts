import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { EntryRow } from '../entry-rows.ts'

/** What a posting takes out of an account on balance, from its earliest day, and the field that named the account. */
interface Outflow {
  readonly account: string
  readonly from: CalendarDate
  readonly field: string
}

interface ShortRow {
  readonly id: string
  readonly name: string
  readonly day: CalendarDate
  readonly left: string
}

const outflows = (rows: readonly EntryRow[], fieldOf: (row: EntryRow) => string): Outflow[] =>
  [...Map.groupBy(rows, (row) => String(row.values['cashAccount']))].flatMap(([account, own]) => {
    const total = own.reduce((sum, row) => sum.plus(row.values['amount'] as Decimal), zero)
    const out = own.filter((row) => (row.values['amount'] as Decimal).isNegative())
    const [first] = out.toSorted((one, other) => (one.date < other.date ? -1 : 1))
    return first === undefined || !total.isNegative()
      ? []
      : [{ account, from: first.date as CalendarDate, field: fieldOf(first) }]
  })

/**
 * Refuses what would leave an account that may not be overdrawn below zero, on its day or on any later one. Asked after the
 * entries were sent and the balance was moved, so that the balance's row holds others back until this is decided.
 */
export const refuseOverdraft = async (
  work: Work,
  rows: readonly EntryRow[],
  guarded: ReadonlySet<string>,
  fieldOf: (row: EntryRow) => string,
): Promise<void> => {
  const asked = outflows(rows, fieldOf).filter(({ account }) => guarded.has(account))
  if (asked.length === 0) return
  const short = await work.tx.rows<ShortRow>(
    `select a.id, a.name, l.day, l.left::text as left
     from unnest($2::uuid[], $3::date[]) as q(account, first)
     join cash_account a on a.company_id = $1 and a.id = q.account
     join cash_balance b on b.company_id = $1 and b.cash_account = a.id
     cross join lateral (
       select day, b.amount - coalesce(sum(moved) over (order by day desc rows between unbounded preceding and 1 preceding), 0) as left
       from (select q.first as day, 0 as moved
             union all
             select e.date, sum(e.amount) from cash_entry e
             where e.company_id = $1 and e.cash_account = a.id and e.date > q.first group by e.date) as days
       order by 2, day limit 1) as l
     where l.left < 0`,
    [work.company, asked.map((one) => one.account), asked.map((one) => one.from)],
  )
  if (short.length === 0) return
  const problems = short.map(({ id, name, day, left }) => {
    const lacking = decimal(left).neg().toString()
    return fieldProblem(
      asked.find((one) => one.account === id)?.field ?? 'cashAccount',
      `“${name}”余额不足，${day} 还差 ${lacking}；可换一个账户，或在资金账户上勾选“允许透支”`,
      `${name} is short of ${lacking} on ${day}; choose another account, or allow this one to be overdrawn`,
    )
  })
  throw new Problem('invalid', { zh: '资金账户余额不足', en: 'A cash account is short' }, problems)
}
