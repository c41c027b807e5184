import { isCalendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Values, Work } from '../../../kernel/posting/work.ts'
import { availabilityOf } from '../../../ledgers/plan/availability.ts'
import { availableToPromise, promiseDates } from '../../../ledgers/plan/promise.ts'
import type { Availability, PromisedParts } from '../../../ledgers/plan/promise.ts'

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

type Days = ReadonlyMap<string, Availability>

/** What each line can be promised of what there is; lines of one item are promised one after another. */
const promised = (asked: readonly PromiseAsked[], available: Days, today: CalendarDate): (PromisedParts | null)[] => {
  const taken = new Map<string, { on: CalendarDate; quantity: Decimal }[]>()
  return asked.map((one) => {
    const of = one === null ? undefined : available.get(one.item)
    if (one === null || of === undefined || one.quantity.lte(zero)) return null
    const own = taken.get(one.item) ?? []
    const parts = promiseDates(availableToPromise({ ...of, demand: [...of.demand, ...own] }, today), one.quantity)
    taken.set(one.item, [...own, ...parts.slices])
    return parts
  })
}

/** Both where they differ: what the order's own warehouse can promise, and the company. */
const noteOf = (all: PromisedParts, here: PromisedParts | null | undefined, today: CalendarDate): string => {
  const whole = words(all, today)
  const own = here === null || here === undefined ? whole : words(here, today)
  return own === whole ? whole : `本仓${own}；全公司${whole}`
}

/**
 * 交期承诺: the day on which the whole line can be delivered, and in which parts before. Lines of one item are promised one
 * after another. What nothing is in sight for gets no day. An order of a warehouse is promised from there, and told where the whole
 * company could promise otherwise: goods of another warehouse can be moved, or the order placed there. One without is promised of all.
 */
export const proposePromises = async (
  work: Work,
  asked: readonly PromiseAsked[],
  header: { readonly date?: unknown; readonly warehouse?: unknown },
): Promise<Values[]> => {
  const items = [...new Set(asked.flatMap((one) => one?.item ?? []))]
  if (items.length === 0) return asked.map(() => ({}))
  const { date: from, warehouse } = header
  const zone = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const today = typeof from === 'string' && isCalendarDate(from) && from > zone ? from : zone
  const { all, here } = await availabilityOf(work, items, typeof warehouse === 'string' ? warehouse : null)
  const own = here === undefined ? [] : promised(asked, here, today)
  return promised(asked, all, today).map((parts, index) => {
    if (parts === null) return {}
    const kept = own[index] ?? parts
    const day = kept.missing.isZero() ? (kept.slices.at(-1)?.on ?? null) : null
    const isDated = asked[index]?.isDated === true
    return { promiseNote: noteOf(parts, own[index], today), ...(isDated || day === null ? {} : { promisedOn: day }) }
  })
}
