import { addDays, addMonths, calendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { formatMoney } from '../../../base/money.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { dueRows } from '../../money/server.ts'
import { forecastCash, occurrences } from '../rules/forecast-cash.ts'
import type { ExpectedFlow, Expectation, ForecastSpan } from '../rules/forecast-cash.ts'
import { cashForecast } from './cash-forecast.ts'
import { todayOf } from '../../../ledgers/today.ts'

const cashNow = async (work: Work): Promise<Decimal> => {
  const [row] = await work.tx.rows<{ amount: string }>(
    `select coalesce(sum(book_amount), 0) as amount from cash_balance where company_id = $1`,
    [work.company],
  )
  return decimal(row?.amount ?? 0)
}

/** What is due of customers and suppliers and by the plans of orders; a day that nobody said is today. */
const dueFlows = async (work: Work, today: CalendarDate): Promise<ExpectedFlow[]> => {
  const [incoming, outgoing] = await Promise.all([dueRows(work, 'receivable', null), dueRows(work, 'payable', null)])
  return [
    ...incoming.map((row): ExpectedFlow => ({ on: row.dueOn ?? today, amount: row.open, kind: 'receivable' })),
    ...outgoing.map((row): ExpectedFlow => ({ on: row.dueOn ?? today, amount: row.open.neg(), kind: 'payable' })),
  ].filter((flow) => !flow.amount.isZero())
}

interface OwedRow {
  readonly tax: string
  readonly wages: string
}

const nextMonth = (today: CalendarDate, day: string): CalendarDate =>
  calendarDate(`${addMonths(today, 1).slice(0, 7)}-${day}`)

/** What the books owe the tax office and the staff, on the days they are paid by next month. */
const dutyFlows = async (work: Work, today: CalendarDate): Promise<ExpectedFlow[]> => {
  const [row] = await work.tx.rows<OwedRow>(
    `with tree as (
       select m.role, left(a.code, 4) || '%' as codes from account_mapping m join account a on a.company_id = $1 and a.id = m.account
       where m.company_id = $1 and m.role in ('outputVat', 'wagesPayable')),
     owed as (
       select t.role, coalesce(sum(e.credit - e.debit), 0) as amount from tree t
       join account a on a.company_id = $1 and a.code like t.codes
       join general_entry e on e.company_id = $1 and e.account_id = a.id
       where not exists (select 1 from account_mapping x where x.company_id = $1 and x.account = a.id and x.role in ('inputVatPending', 'outputVatPending'))
       group by t.role)
     select coalesce((select amount from owed where role = 'outputVat'), 0) as tax, coalesce((select amount from owed where role = 'wagesPayable'), 0) as wages`,
    [work.company],
  )
  const flows = [
    { on: nextMonth(today, '15'), owed: decimal(row?.tax ?? 0) },
    { on: nextMonth(today, '10'), owed: decimal(row?.wages ?? 0) },
  ]
  return flows.filter(({ owed }) => owed.gt(0)).map(({ on, owed }) => ({ on, amount: owed.neg(), kind: 'duty' }))
}

interface ExpectationRow extends Omit<Expectation, 'amount' | 'startsOn' | 'endsOn' | 'supposed'> {
  readonly amount: string
  readonly starts_on: CalendarDate
  readonly ends_on: CalendarDate | null
  readonly supposed: boolean | null
}

const expectedFlows = async (
  work: Work,
  today: CalendarDate,
  last: CalendarDate,
  withSupposed: boolean,
): Promise<ExpectedFlow[]> => {
  const rows = await work.tx.rows<ExpectationRow>(
    `select direction, amount, starts_on, repeats, ends_on, supposed from cash_expectation where company_id = $1 and not disabled`,
    [work.company],
  )
  return rows
    .filter((row) => withSupposed || row.supposed !== true)
    .flatMap(({ amount, starts_on: startsOn, ends_on: endsOn, supposed, ...row }) =>
      occurrences({ ...row, amount: decimal(amount), startsOn, endsOn, supposed: supposed === true }, today, last),
    )
}

const cell = (amount: Decimal): string | null => (amount.isZero() ? null : centsText(toCents(amount)))

const rowOf = (span: ForecastSpan): ReportRow => ({
  span: `${span.from.slice(5)} ~ ${span.to.slice(5)}`,
  milestone: span.days % 30 === 0 ? `${span.days} 天` : '',
  from: span.from,
  to: span.to,
  inSide: 'receivable',
  outSide: 'payable',
  receivable: cell(span.flows.receivable),
  payable: cell(span.flows.payable),
  duty: cell(span.flows.duty),
  regular: cell(span.flows.regular),
  supposed: cell(span.flows.supposed),
  net: cell(sum(Object.values(span.flows))),
  balance: centsText(toCents(span.balance)),
  lowest: centsText(toCents(span.lowest.amount)),
  lowestOn: span.lowest.on,
})

const within = (name: string, value: number, least: number, most: number): number => {
  if (value >= least && value <= most) return value
  throw invalid('参数有误', 'The parameters are not valid', [
    fieldProblem(name, `应在 ${least} 到 ${most} 之间`, `must be from ${least} to ${most}`),
  ])
}

export const runCashForecast = defineReportRun(cashForecast, async (parameters, work) => {
  const today = todayOf(work)
  const days = within('days', parameters.days ?? 90, 1, 366)
  const step = within('step', parameters.step ?? 10, 1, 92)
  const last = addDays(today, days)
  const [opening, due, duty, expected] = await Promise.all([
    cashNow(work),
    dueFlows(work, today),
    dutyFlows(work, today),
    expectedFlows(work, today, last, parameters.supposed === true),
  ])
  const spans = forecastCash(opening, [...due, ...duty, ...expected], { today, days, step })
  const overdue = sum(due.filter((flow) => flow.on < today && flow.kind === 'receivable').map((flow) => flow.amount))
  return {
    rows: spans.map(rowOf),
    notes: [
      `今天 ${today}，现有资金 ${formatMoney(opening)}`,
      ...(overdue.isZero() ? [] : [`其中逾期应收 ${formatMoney(overdue)} 按今天收到计`]),
    ],
  }
})
