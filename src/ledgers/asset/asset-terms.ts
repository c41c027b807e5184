import type { CalendarDate } from '../../base/calendar-date.ts'
import { monthOf } from '../../base/calendar-date.ts'
import { next } from '../../base/period.ts'
import type { Period } from '../../base/period.ts'
import type { AssetKind, DepreciationMethod } from '../dimensions/asset.ts'

/** Who bears what part of the expense, and on which account; no account means the role's. */
export interface ExpenseShare {
  readonly department: string | null
  readonly account: string | null
  readonly percent: string
}

/** What a schedule is reckoned on, where it cannot be found from the entries: an opening, a part split off. */
export interface TermsBasis {
  readonly base: string
  readonly residual: string
  readonly months: number
  readonly index: number
}

/** How a card is depreciated from a month on. It is stored with the entry that set it, and never changed: 未来适用法. */
export interface AssetTerms {
  readonly method: DepreciationMethod
  /** The whole life, months used already among them. */
  readonly life: number
  readonly residualPercent: string
  /** Units of use in the whole life. */
  readonly totalUsage: string | null
  readonly from: Period
  /** Months used before the card came into these books, and units of use. */
  readonly used?: number
  readonly usedUnits?: string
  readonly basis?: TermsBasis
  /** Only who bears the expense is new; the schedule goes on as it was. */
  readonly keeps?: boolean
  readonly shares: readonly ExpenseShare[]
}

/**
 * The first month that an event is felt in: a fixed asset's and a deferred expense's the month after, an intangible's the
 * month itself (企业会计准则第4号应用指南; 第6号 第十七条; 小企业会计准则 第三十一、四十一、四十五条).
 */
export const effectivePeriod = (kind: AssetKind, date: CalendarDate): Period =>
  kind === 'intangible' ? monthOf(date) : next(monthOf(date))
