import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate, cents } from '../../../base/money.ts'
import type { Period } from '../../../base/period.ts'
import type { AssetEntryKind } from '../../../ledgers/asset/asset.ts'
import type { AssetTerms } from '../../../ledgers/asset/asset-terms.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'
import { chargeByUse, monthOfSchedule } from './depreciation-schedule.ts'

/** Something that happened to a card beside its monthly charges, from the month on that it is felt in. */
export interface CardEvent {
  readonly felt: Period
  readonly kind: AssetEntryKind
  readonly amount: Decimal
  readonly quantity: Decimal
  readonly terms: AssetTerms | null
}

/** What the asset ledger says of a card, in the order of its entries. */
export interface CardHistory {
  readonly asset: string
  readonly sort: AssetKind
  readonly events: readonly CardEvent[]
  /** Charged months, positive. */
  readonly charges: ReadonlyMap<Period, Decimal>
  /** Units of use, by month. */
  readonly usage: ReadonlyMap<Period, Decimal>
}

/** What a card is worth; depreciation and impairment positive. */
export interface CardWorth {
  readonly value: Decimal
  readonly depreciation: Decimal
  readonly impairment: Decimal
  readonly net: Decimal
  readonly quantity: Decimal
}

const chargesBefore = (history: CardHistory, period: Period): Decimal[] =>
  [...history.charges].filter(([month]) => month < period).map(([, amount]) => amount)

/** What a card is worth as a month begins, what is felt from that month on among it. */
export const worthIn = (history: CardHistory, period: Period): CardWorth => {
  const felt = history.events.filter((event) => event.felt <= period)
  const of = (kind: AssetEntryKind) => felt.filter((event) => event.kind === kind)
  const value = sum(of('value').map((event) => event.amount))
  const depreciation = sum(chargesBefore(history, period)).minus(sum(of('depreciation').map((event) => event.amount)))
  const impairment = sum(of('impairment').map((event) => event.amount)).neg()
  return {
    value,
    depreciation,
    impairment,
    net: value.minus(depreciation).minus(impairment),
    quantity: sum(of('value').map((event) => event.quantity)),
  }
}

/** The terms in force in a month: those that were set last. */
export const termsIn = (history: CardHistory, period: Period): AssetTerms | null =>
  history.events.findLast((event) => event.kind === 'terms' && event.felt <= period)?.terms ?? null

/** The terms that the schedule in a month was reckoned on: those in force, unless they changed only who bears the expense. */
const scheduleIn = (history: CardHistory, period: Period): AssetTerms | null =>
  history.events.findLast((event) => event.kind === 'terms' && event.felt <= period && event.terms?.keeps !== true)
    ?.terms ?? null

/** Months of its life that a card has used as a month begins, those before it came into these books among them. */
export const usedMonths = (history: CardHistory, period: Period): number => {
  const brought = history.events.findLast((event) => event.terms?.used !== undefined && event.felt <= period)
  const since = brought?.felt ?? ('0000-00' as Period)
  const charged = [...history.charges.keys()].filter((month) => month >= since && month < period).length
  return (brought?.terms?.used ?? 0) + charged
}

const unitsBefore = (history: CardHistory, period: Period): Decimal => {
  const brought = history.events.findLast((event) => event.terms?.usedUnits !== undefined && event.felt <= period)
  const own = [...history.usage].filter(([month]) => month < period).map(([, units]) => units)
  return sum(own).plus(brought?.terms?.usedUnits ?? zero)
}

interface Basis {
  readonly base: Decimal
  readonly residual: Decimal
  readonly months: number
  readonly index: number
}

/**
 * What the terms are reckoned on. A new card starts from its cost; a change, from what is left, over what is left of the life
 * (未来适用法). Openings of the accelerated methods go on in the schedule of the whole life, where they are in it.
 */
const basisOf = (history: CardHistory, terms: AssetTerms): Basis => {
  if (terms.basis !== undefined) {
    const { base, residual, months, index } = terms.basis
    return { base: decimal(base), residual: decimal(residual), months, index }
  }
  const worth = worthIn(history, terms.from)
  const residual = cents(worth.value.times(terms.residualPercent).div(100))
  const isAccelerated = terms.method === 'decliningBalance' || terms.method === 'sumOfYears'
  if (terms.used !== undefined && isAccelerated)
    return { base: worth.value, residual, months: terms.life, index: terms.used }
  return { base: worth.net, residual, months: terms.life - usedMonths(history, terms.from), index: 0 }
}

/** What a card is charged in a month, and where in its schedule that is. */
export interface MonthCharge extends Standing {
  readonly amount: Decimal
}

const byTime = (basis: Basis, index: number, terms: AssetTerms, left: Decimal): Decimal => {
  if (terms.method === 'unitsOfUse' || index >= basis.months) return zero
  // The last month of a life takes what is left, whatever the schedule says.
  if (index === basis.months - 1) return left
  return monthOfSchedule({ ...basis, method: terms.method }, index)
}

/** Where a card is in its schedule as a month begins. */
export interface Standing {
  readonly terms: AssetTerms
  readonly basis: Basis
  /** The month of the schedule, from 0. */
  readonly index: number
}

/** Null where no terms are in force: not yet bought, or taken out of the books. */
export const standingIn = (history: CardHistory, period: Period): Standing | null => {
  const [terms, schedule] = [termsIn(history, period), scheduleIn(history, period)]
  if (terms === null || schedule === null) return null
  const basis = basisOf(history, schedule)
  const since = [...history.charges.keys()].filter((month) => month >= schedule.from && month < period).length
  return { terms, basis, index: basis.index + since }
}

/**
 * The charge of a month by the card's terms, never more than what is above the residual value. Null where the card is not
 * depreciated in that month: not yet bought, or disposed of.
 */
export const chargeIn = (history: CardHistory, period: Period): MonthCharge | null => {
  const standing = standingIn(history, period)
  const worth = worthIn(history, period)
  if (standing === null || !worth.value.gt(zero)) return null
  const { terms, basis, index } = standing
  const left = worth.net.minus(basis.residual)
  const units = history.usage.get(period) ?? zero
  const unitsLeft = decimal(terms.totalUsage ?? '0').minus(
    unitsBefore(history, scheduleIn(history, period)?.from ?? terms.from),
  )
  const wanted =
    terms.method === 'unitsOfUse' ? chargeByUse({ ...basis, units, unitsLeft }) : byTime(basis, index, terms, left)
  const amount = wanted.gt(left) ? left : wanted
  return { ...standing, amount: amount.gt(zero) ? amount : zero }
}

/** A charge by who bears it, to the cent. */
export const sharesOf = (terms: AssetTerms, amount: Decimal) => {
  const parts = allocate(
    amount,
    terms.shares.map((share) => share.percent),
  )
  return terms.shares.map((share, index) => ({
    department: share.department,
    account: share.account,
    amount: parts[index] ?? zero,
  }))
}
