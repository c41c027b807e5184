import { addDays, addMonths } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** What money that is to come is from. */
export const flowKinds = {
  receivable: '应收',
  payable: '应付',
  duty: '税费工资',
  regular: '周期收支',
  supposed: '假设',
} as const
export type FlowKind = keyof typeof flowKinds

/** Money that is to come in (positive) or go out on a day. */
export interface ExpectedFlow {
  readonly on: CalendarDate
  readonly amount: Decimal
  readonly kind: FlowKind
}

/** Some days of a forecast with what they bring, and what is there at their end. */
export interface ForecastSpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly days: number
  readonly flows: Readonly<Record<FlowKind, Decimal>>
  readonly balance: Decimal
  /** The least that is there at the end of any of the days, and when. */
  readonly lowest: { readonly on: CalendarDate; readonly amount: Decimal }
}

/** What is overdue is expected today; nobody knows better. */
const dayOf = (flow: ExpectedFlow, today: CalendarDate): CalendarDate => (flow.on < today ? today : flow.on)

const ofKinds = (flows: readonly ExpectedFlow[]): Readonly<Record<FlowKind, Decimal>> => {
  const of = (kind: FlowKind) => sum(flows.filter((flow) => flow.kind === kind).map((flow) => flow.amount))
  return {
    receivable: of('receivable'),
    payable: of('payable'),
    duty: of('duty'),
    regular: of('regular'),
    supposed: of('supposed'),
  }
}

/** Cash from today on, in spans of so many days, from what is there and what is to come. */
export const forecastCash = (
  opening: Decimal,
  flows: readonly ExpectedFlow[],
  { today, days, step }: { readonly today: CalendarDate; readonly days: number; readonly step: number },
): ForecastSpan[] => {
  const spans: ForecastSpan[] = []
  let balance = opening
  for (let first = 0; first < days; first += step) {
    const from = first === 0 ? today : addDays(today, first + 1)
    const last = Math.min(first + step, days)
    const to = addDays(today, last)
    const own = flows.filter((flow) => dayOf(flow, today) >= from && dayOf(flow, today) <= to)
    let lowest = {
      on: from,
      amount: balance.plus(sum(own.filter((flow) => dayOf(flow, today) <= from).map((flow) => flow.amount))),
    }
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      const amount = balance.plus(sum(own.filter((flow) => dayOf(flow, today) <= day).map((flow) => flow.amount)))
      if (amount.lt(lowest.amount)) lowest = { on: day, amount }
    }
    balance = balance.plus(sum(own.map((flow) => flow.amount)))
    spans.push({ from, to, days: last, flows: ofKinds(own), balance, lowest })
  }
  return spans
}

/** Something that is expected again and again, as it is written in 资金预计. */
export interface Expectation {
  readonly direction: 'in' | 'out'
  readonly amount: Decimal
  readonly startsOn: CalendarDate
  readonly repeats: 'once' | 'weekly' | 'monthly' | 'quarterly'
  readonly endsOn: CalendarDate | null
  readonly supposed: boolean
}

const nth = ({ startsOn, repeats }: Expectation, index: number): CalendarDate => {
  if (repeats === 'weekly') return addDays(startsOn, 7 * index)
  return addMonths(startsOn, (repeats === 'quarterly' ? 3 : 1) * index)
}

/** The days of an expectation from today to a last day; what was before is past. */
export const occurrences = (expected: Expectation, today: CalendarDate, last: CalendarDate): ExpectedFlow[] => {
  const flows: ExpectedFlow[] = []
  const end = expected.endsOn !== null && expected.endsOn < last ? expected.endsOn : last
  for (let index = 0; index < 2000; index += 1) {
    const on = nth(expected, index)
    if (on > end || (index > 0 && expected.repeats === 'once')) break
    const amount = expected.direction === 'in' ? expected.amount : zero.minus(expected.amount)
    if (on >= today) flows.push({ on, amount: decimal(amount), kind: expected.supposed ? 'supposed' : 'regular' })
  }
  return flows
}
