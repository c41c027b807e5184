import { isCalendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Values, Work } from '../../../kernel/posting/work.ts'
import { availabilityOf } from '../../../ledgers/plan/availability.ts'
import { availableToPromise, promiseDates } from '../../../ledgers/plan/promise.ts'
import type { PromisedParts } from '../../../ledgers/plan/promise.ts'

/** A line whose day of delivery is asked for, in base units; null where it has none, as a service. */
export type PromiseAsked = { readonly item: string; readonly quantity: Decimal; readonly isDated: boolean } | null

const words = ({ slices, missing }: PromisedParts, today: CalendarDate): string => {
  const [only, ...others] = slices
  if (missing.isZero() && others.length === 0 && only !== undefined) {
    return only.on <= today ? '现货' : `${only.on} 到货`
  }
  const parts = slices.map((slice) =>
    slice.on <= today ? `现货 ${slice.quantity.toString()}` : `${slice.on} 到货 ${slice.quantity.toString()}`,
  )
  return [...parts, ...(missing.isZero() ? [] : [`缺 ${missing.toString()}`])].join('，')
}

/**
 * 交期承诺: the day on which the whole line can be delivered, and in which parts before. Lines of one item are promised one
 * after another. What nothing is in sight for gets no day.
 */
export const proposePromises = async (work: Work, asked: readonly PromiseAsked[], from: unknown): Promise<Values[]> => {
  const items = [...new Set(asked.flatMap((one) => one?.item ?? []))]
  if (items.length === 0) return asked.map(() => ({}))
  const zone = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const today = typeof from === 'string' && isCalendarDate(from) && from > zone ? from : zone
  const available = await availabilityOf(work, items)
  const taken = new Map<string, { on: CalendarDate; quantity: Decimal }[]>()
  return asked.map((one) => {
    const of = one === null ? undefined : available.get(one.item)
    if (one === null || of === undefined || one.quantity.lte(zero)) return {}
    const own = taken.get(one.item) ?? []
    const parts = promiseDates(availableToPromise({ ...of, demand: [...of.demand, ...own] }, today), one.quantity)
    const day = parts.missing.isZero() ? (parts.slices.at(-1)?.on ?? null) : null
    taken.set(one.item, [...own, ...parts.slices])
    return { promiseNote: words(parts, today), ...(one.isDated || day === null ? {} : { promisedOn: day }) }
  })
}
