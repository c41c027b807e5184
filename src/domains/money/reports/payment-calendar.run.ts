import { addDays, firstOfMonth, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { sum } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { dueRows } from '../plans/due-rows.ts'
import type { DueRow } from '../plans/due-rows.ts'
import { paymentCalendar } from './payment-calendar.ts'
import { todayOf } from '../../../ledgers/today.ts'

interface Day {
  readonly label: string
  readonly from: CalendarDate | null
  readonly to: CalendarDate
  readonly rows: readonly DueRow[]
}

const cells = (day: Day, before: string): ReportRow => {
  const side = (name: DueRow['side']) => day.rows.filter((row) => row.side === name)
  const [incoming, outgoing] = [side('receivable'), side('payable')]
  const [receivable, payable] = [sum(incoming.map((row) => row.open)), sum(outgoing.map((row) => row.open))]
  return {
    date: day.label,
    from: day.from,
    to: day.to,
    receivableSide: 'receivable',
    payableSide: 'payable',
    receivable: receivable.isZero() ? null : receivable.toString(),
    receivableCount: incoming.length || null,
    payable: payable.isZero() ? null : payable.toString(),
    payableCount: outgoing.length || null,
    net: receivable.minus(payable).toString(),
    running: receivable.minus(payable).plus(before).toString(),
  }
}

export const runPaymentCalendar = defineReportRun(paymentCalendar, async (parameters, work) => {
  const today = todayOf(work)
  const from = parameters.from ?? firstOfMonth(today)
  const to = parameters.to ?? lastOfMonth(from)
  const party = parameters.party ?? null
  const sides = await Promise.all([dueRows(work, 'receivable', party), dueRows(work, 'payable', party)])
  const open = sides.flat().filter((row) => !row.open.isZero())
  const dated = Map.groupBy(open, (row) => row.dueOn ?? '')
  const earlier = open.filter((row) => row.dueOn !== null && row.dueOn < from)
  const days: Day[] =
    earlier.length === 0 ? [] : [{ label: `${from} 以前`, from: null, to: addDays(from, -1), rows: earlier }]
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const rows = dated.get(day) ?? []
    if (rows.length > 0) days.push({ label: day, from: day, to: day, rows })
  }
  const rows: ReportRow[] = []
  for (const day of days) rows.push(cells(day, String(rows.at(-1)?.['running'] ?? 0)))
  return { rows, notes: [`${from} — ${to}，今天 ${today}`] }
})
