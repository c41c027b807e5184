import { firstOfMonth, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { isPeriod, lastDay } from '../../../base/period.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { todayOf } from '../../../ledgers/today.ts'

export interface ViewParameters {
  readonly unbooked?: boolean | null
  readonly knownAt?: Date | null
  readonly branch?: string | null
}

/** The part of the books that a report's parameters ask for. */
export const viewOf = (parameters: ViewParameters): BooksView => ({
  basis: parameters.unbooked === false ? 'booked' : 'entered',
  closing: true,
  knownAt: parameters.knownAt ?? undefined,
  branch: parameters.branch ?? undefined,
})

export interface Range {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The days asked for: this month's unless told. */
export const rangeOf = (
  work: Work,
  parameters: { readonly from?: CalendarDate | null; readonly to?: CalendarDate | null },
): Range => {
  const to = parameters.to ?? lastOfMonth(parameters.from ?? todayOf(work))
  const from = parameters.from ?? firstOfMonth(to)
  if (from > to) {
    throw new Problem('invalid', { zh: '开始日期晚于结束日期', en: 'The range ends before it begins' }, [
      fieldProblem('from', '开始日期晚于结束日期', 'is after the end'),
    ])
  }
  return { from, to }
}

export type Span = 'month' | 'quarter' | 'year'

/** The days of a statement: a month, the quarter that ends with it, or its year so far. */
export const spanOf = (work: Work, period: string | null | undefined, span: Span | null | undefined): Range => {
  const month = period ?? todayOf(work).slice(0, 7)
  if (!isPeriod(month)) {
    throw new Problem('invalid', { zh: '期间应写作 2026-01', en: 'The period is written 2026-01' }, [
      fieldProblem('period', '期间应写作 2026-01', 'must be a month like 2026-01'),
    ])
  }
  const to = lastDay(month)
  if (span === 'year') return { from: `${to.slice(0, 4)}-01-01` as CalendarDate, to }
  if (span === 'quarter') {
    const first = Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1
    return { from: `${to.slice(0, 4)}-${String(first).padStart(2, '0')}-01` as CalendarDate, to }
  }
  return { from: firstOfMonth(to), to }
}

/** An amount as a cell: nothing where there is nothing, as books are written. */
export const amountCell = (cents: bigint): string | null => (cents === 0n ? null : centsText(cents))

/** A balance on the side it stands on. */
export const sidesOf = (balance: bigint): { readonly debit: string | null; readonly credit: string | null } => ({
  debit: balance > 0n ? centsText(balance) : null,
  credit: balance < 0n ? centsText(-balance) : null,
})

/** 借, 贷 or 平. */
export const sideWord = (balance: bigint): string => (balance > 0n ? '借' : balance < 0n ? '贷' : '平')

export const sizeText = (balance: bigint): string => centsText(balance < 0n ? -balance : balance)

/** What stands under every title: company, days, which books, the unit of money. */
export const headNotes = (work: Work, range: Range, view: BooksView): string[] => {
  const settings = settingsOf(work.settings)
  const name = work.settings['name']
  return [
    `编制单位：${typeof name === 'string' ? name : ''}`,
    range.from === range.to ? `日期：${range.to}` : `期间：${range.from} 至 ${range.to}`,
    view.basis === 'booked' ? '仅已记账凭证' : '含未记账凭证',
    `金额单位：${settings.currency === 'CNY' ? '元' : settings.currency}`,
    ...(view.knownAt === undefined ? [] : [`按 ${view.knownAt.toISOString()} 所知`]),
  ]
}
