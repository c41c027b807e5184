import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** One limit of a standard; without a grade or cities it is for all that no other limit is for. */
export interface TravelLimit {
  readonly level: string | null
  readonly cities: string | null
  readonly limit: Decimal
}

interface Asked {
  readonly level: string | null | undefined
  readonly city: string | null | undefined
}

const citiesOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/[、，,;；\s]+/)
    .map((city) => city.replace(/市$/, ''))
    .filter((city) => city !== '')

/** How closely a limit fits: city before grade; undefined where it is for another. */
const fit = (limit: TravelLimit, asked: Asked): number | undefined => {
  const cities = citiesOf(limit.cities)
  if (limit.level !== null && limit.level !== '' && limit.level !== asked.level) return undefined
  if (cities.length > 0 && !cities.includes((asked.city ?? '').replace(/市$/, ''))) return undefined
  return (cities.length > 0 ? 2 : 0) + (limit.level ? 1 : 0)
}

/** The limit that is for this grade in this city, the closest of those that are; undefined where there is none. */
export const travelLimit = (limits: readonly TravelLimit[], asked: Asked): Decimal | undefined =>
  limits
    .flatMap((limit) => {
      const rank = fit(limit, asked)
      return rank === undefined ? [] : [{ rank, limit: limit.limit }]
    })
    .toSorted((a, b) => b.rank - a.rank)[0]?.limit

/** How much of an amount is over the limit of so many days, or of one receipt. */
export const overLimit = (
  amount: Decimal,
  limit: Decimal,
  basis: 'day' | 'receipt',
  days: Decimal | null | undefined,
): Decimal => {
  const allowed = basis === 'day' ? limit.times(days ?? decimal(1)) : limit
  const over = amount.minus(allowed)
  return over.gt(0) ? over : zero
}
