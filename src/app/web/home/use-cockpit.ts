import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, requestJson, type ListPage, type ListQuery } from '../../../ui/api/client.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { addDecimalTexts } from '../../../ui/number/decimal-text.ts'
import { monthStart } from '../../../ui/list/date-presets.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { useApprovals, type WaitingApproval } from '../approvals/use-approvals.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { earliestOf, inRange, lastDays, rangeBefore, rangeOf, type Range, type Span } from './span.ts'

/** Whether a report is installed and this person may see it. */
function useMayReport(address: string): boolean {
  const session = useSession()
  const report = useCatalogue().reports.get(address)
  return report !== undefined && session.may(`report.${report.name}`)
}

/** A report, if it is installed and this person may see it. */
function useAllowedReport(address: string, parameters: ListQuery): ReportAnswer | undefined {
  const may = useMayReport(address)
  return useReport<ReportAnswer>(address, may ? parameters : null).data
}

export type Moved = { readonly count: number; readonly amount: string }

function booked(range: Range): string {
  return JSON.stringify([
    { field: 'date', op: 'between', value: [range.from, range.to] },
    { field: 'state', op: 'in', value: ['posted', 'closed'] },
  ])
}

/** What was collected or paid in a stretch of days, from the totals of the list. */
function useMoved(address: string, range: Range): Moved | undefined {
  const session = useSession()
  const type = useCatalogue().types.get(address)
  const found = useQuery({
    queryKey: ['list', address, 'moved', range],
    queryFn: ({ signal }) => api.list<JsonRow>(address, { filter: booked(range), limit: 1, totals: true }, signal),
    enabled: type !== undefined && session.may(`${type.name}.read`),
  })
  const totals = found.data?.totals
  return totals === undefined ? undefined : { count: Number(totals['count'] ?? 0), amount: totals['amount'] ?? '0' }
}

type BalanceRow = { readonly cashAccount: string; readonly bookAmount: string }

function useCash(): Moved | undefined {
  const session = useSession()
  const found = useQuery({
    queryKey: ['report', 'cash-balances'],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly BalanceRow[] }>('ledgers/cash/balances', {
        query: { group_by: 'cashAccount' },
        signal,
      }),
    enabled: session.may('ledger.cash'),
  })
  const rows = found.data?.rows
  return rows && { count: rows.length, amount: addDecimalTexts(rows.map((row) => row.bookAmount)) }
}

export type Waiting = { readonly type: string; readonly row: JsonRow; readonly page: ListPage<JsonRow> }

export type WaitingFor = 'submitted' | 'draft' | 'open'

const asked: Readonly<Record<WaitingFor, readonly string[]>> = {
  submitted: ['submitted'],
  draft: ['draft'],
  open: ['partial', 'posted'],
}

/** What waits most: approval, else what is still being written, else orders to deliver. */
function waitingFor(open: readonly ReportRow[]): WaitingFor {
  const has = (state: string): boolean => open.some((row) => Number(row[state]) > 0)
  return has('submitted') ? 'submitted' : has('draft') ? 'draft' : 'open'
}

/** The newest documents of a few types that wait; undefined until they are known. */
function useWaiting(answer: ReportAnswer | undefined): readonly Waiting[] | undefined {
  const open = answer?.rows ?? []
  const catalogue = useCatalogue()
  const state = waitingFor(open)
  const types = open
    .filter((row) => Number(row[state]) > 0 && (state !== 'open' || row['type'] === 'salesOrder'))
    .flatMap((row) => [...catalogue.types.values()].filter((type) => type.name === row['type']))
    .slice(0, 4)
  const pages = useQueries({
    queries: types.map((type) => ({
      queryKey: ['list', type.address, 'waiting', state],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.list<JsonRow>(
          type.address,
          {
            filter: JSON.stringify([{ field: 'state', op: 'in', value: asked[state] }]),
            limit: types.length > 1 ? 3 : 4,
          },
          signal,
        ),
    })),
  })
  if (answer === undefined || pages.some((page) => page.isPending)) return undefined
  return pages.flatMap((page, index) => {
    const type = types[index]
    const { data } = page
    return type === undefined || data === undefined
      ? []
      : data.rows.map((row) => ({ type: type.address, row, page: data }))
  })
}

export type DaySales = { readonly day: string; readonly net: string; readonly profit: string }

function daysOf(answer: ReportAnswer | undefined): readonly DaySales[] {
  return (answer?.rows ?? []).map((row) => ({
    day: cell(row, 'key'),
    net: cell(row, 'net') || '0',
    profit: cell(row, 'profit') || '0',
  }))
}

export type Sums = { readonly net: string; readonly profit: string }

function sumOf(days: readonly DaySales[], range: Range): Sums {
  const within = days.filter((one) => inRange(one.day, range))
  return {
    net: addDecimalTexts(within.map((one) => one.net)),
    profit: addDecimalTexts(within.map((one) => one.profit)),
  }
}

function byDay(days: readonly DaySales[], shown: readonly string[]): readonly DaySales[] {
  const found = new Map(days.map((one) => [one.day, one]))
  return shown.map((day) => found.get(day) ?? { day, net: '0', profit: '0' })
}

/** How many days the chart goes back. */
export const chartDays = 14

const noApprovals: readonly WaitingApproval[] = []

/** Everything the owner's page shows, each from a report or list that the figure then leads to. */
export function useCockpit(span: Span) {
  const { today } = useSession()
  const range = useMemo(() => rangeOf(span, today), [span, today])
  const before = useMemo(() => rangeBefore(span, today), [span, today])
  const shown = useMemo(() => lastDays(today, chartDays), [today])
  const first = shown[0] ?? today
  const lastYear = useMemo(() => shown.map((day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`), [shown])
  const month = useMemo(() => rangeOf('month', today), [today])
  const start = earliestOf([range, before, month], shown)
  const salesAnswer = useAllowedReport('sales-summary', { by: 'day', from: start, to: today })
  const yearAnswer = useAllowedReport('sales-summary', {
    by: 'day',
    from: lastYear[0] ?? first,
    to: lastYear.at(-1) ?? today,
  })
  const sales = useMemo(() => daysOf(salesAnswer), [salesAnswer])
  const knownSales = salesAnswer === undefined ? undefined : sales
  const days = useMemo(() => byDay(sales, shown), [sales, shown])
  const daysLastYear = useMemo(() => byDay(daysOf(yearAnswer), lastYear), [yearAnswer, lastYear])
  const items = useAllowedReport('sales-summary', { by: 'item', from: monthStart(today), to: today })
  const stock = useAllowedReport('stock-on-hand', {})
  const short = useAllowedReport('stock-on-hand', { short: true })
  const receivable = useAllowedReport('party-aging', { side: 'receivable' })
  const payable = useAllowedReport('party-aging', { side: 'payable' })
  const seesSales = useMayReport('sales-summary')
  const open = useAllowedReport('open-documents', {})
  const forecast = useAllowedReport('cash-forecast', {})
  const collected = useMoved('collection', range)
  const paid = useMoved('payment', range)
  const cash = useCash()
  const approvals = useApprovals('mine').data ?? noApprovals
  const waiting = useWaiting(open)
  return {
    range,
    seesSales,
    sums: knownSales && sumOf(knownSales, range),
    sumsBefore: sumOf(sales, before),
    month: knownSales && sumOf(knownSales, month),
    days,
    daysLastYear,
    items,
    stock,
    short,
    receivable,
    payable,
    open,
    collected,
    paid,
    cash,
    forecast,
    approvals,
    waiting,
    waitingFor: waitingFor(open?.rows ?? []),
  }
}

export type Cockpit = ReturnType<typeof useCockpit>
